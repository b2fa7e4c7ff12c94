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
  private final JsonNode before;
  private final Map<String, List<String>> anchors;
  private final List<String> barred;
  private final boolean ownerOnly;

  /**
   * @param before the record as its owner saw it when the contribution was filed
   * @param anchors by claim, the {@link SharedPlaces#items} of its pointer
   */
  Acceptance(
      UUID contribution,
      Parts parts,
      JsonNode before,
      Map<String, List<String>> anchors,
      List<String> barred,
      boolean ownerOnly) {
    this.prefix = prefix(contribution);
    this.parts = parts;
    this.before = before;
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

  /** Where that stands now, in the owner's view, which the claim is about. */
  private String pointer(JsonNode document, JsonNode claim, int index) {
    return new MovedPointer(before, document)
        .of(
            claim.path("pointer").asText(),
            anchors.getOrDefault(claim.path("id").asText(), List.of()))
        .orElseThrow(() -> gone(index));
  }

  private static ProblemException gone(int claim) {
    return new ProblemException(
        StandardProblem.INVALID_DOCUMENT,
        List.of(
            new Fault(
                "pointer-leads-nowhere",
                "#/claims/" + claim + "/pointer",
                "The record no longer holds what this claim of the contribution is about. Decline"
                    + " the contribution or let it stand.")));
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
