package org.tnregistry.incident.contribution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tnregistry.access.Marking;
import org.tnregistry.shared.json.StrictJson;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

/** Takes the parts of a contribution into a document, under ids that tell where they are from. */
final class Acceptance {
  private static final List<String> LISTS = List.of("sources", "claims", "responses");

  private final String prefix;
  private final Parts parts;
  private final Map<String, String> anchors;
  private final List<String> barred;
  private final boolean ownerOnly;

  Acceptance(
      UUID contribution,
      Parts parts,
      Map<String, String> anchors,
      List<String> barred,
      boolean ownerOnly) {
    this.prefix = prefix(contribution);
    this.parts = parts;
    this.anchors = anchors;
    this.barred = barred;
    this.ownerOnly = ownerOnly;
  }

  static String prefix(UUID contribution) {
    return "c" + contribution.toString().substring(0, 8) + "-";
  }

  /** The document with the parts; those for the owner only stay so, and accused states barred. */
  JsonNode into(JsonNode document) {
    ObjectNode extended = document.deepCopy();
    ObjectNode given = StrictJson.mapper().valueToTree(parts);
    var newIds = given.path("sources");
    for (var list : LISTS) {
      for (int i = 0; i < given.path(list).size(); i++) {
        var part = (ObjectNode) given.path(list).get(i);
        if (list.equals("claims")) {
          part.put("pointer", pointer(document, part, i));
          part.put("source", renamed(newIds, part.path("source").asText()));
        } else if (part.get("sources") instanceof ArrayNode named) {
          for (int j = 0; j < named.size(); j++) {
            named.set(j, renamed(newIds, named.get(j).asText()));
          }
        }
      }
    }
    for (var list : LISTS) {
      for (int i = 0; i < given.path(list).size(); i++) {
        var part = (ObjectNode) given.path(list).get(i);
        part.put("id", prefix + (i + 1));
        if (ownerOnly) {
          part.putObject("handling").put("marking", "TLP:RED");
        }
        extended.withArray("/" + list).add(part);
      }
    }
    bar(extended);
    return extended;
  }

  private String renamed(JsonNode sources, String id) {
    for (int i = 0; i < sources.size(); i++) {
      if (sources.get(i).path("id").asText().equals(id)) {
        return prefix + (i + 1);
      }
    }
    throw new IllegalStateException("A contribution names its own sources only");
  }

  /** Where the item stands now, in the owner's view. */
  private String pointer(JsonNode document, JsonNode claim, int index) {
    var pointer = claim.path("pointer").asText();
    var id = anchors.get(claim.path("id").asText());
    if (id == null) {
      return pointer;
    }
    var steps = pointer.split("/", -1);
    var items = document.path(steps[1]);
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).path("id").asText().equals(id)) {
        steps[2] = String.valueOf(i);
        return String.join("/", steps);
      }
    }
    throw new ProblemException(
        StandardProblem.INVALID_DOCUMENT,
        List.of(
            new Fault(
                "pointer-leads-nowhere",
                "#/claims/" + index + "/pointer",
                "The record no longer holds what this claim of the contribution is about.")));
  }

  private void bar(ObjectNode document) {
    if (barred.isEmpty() || ownerOnly) {
      return;
    }
    if (!document.has("handling")) {
      document.putObject("handling").put("marking", Marking.DEFAULT.code());
    }
    var jurisdictions = document.withArray("/handling/barred/jurisdictions");
    for (var state : barred) {
      boolean isThere = false;
      for (var there : jurisdictions) {
        isThere |= there.asText().equals(state);
      }
      if (!isThere) {
        jurisdictions.add(state);
      }
    }
  }
}
