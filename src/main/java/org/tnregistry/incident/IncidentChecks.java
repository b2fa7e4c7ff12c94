package org.tnregistry.incident;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.Viewer;
import org.tnregistry.incident.document.IncidentDocument;
import org.tnregistry.party.Parties;
import org.tnregistry.shared.json.RegistryView;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;
import org.tnregistry.shared.schema.CodeLists;
import org.tnregistry.shared.schema.DocumentSchema;
import org.tnregistry.shared.schema.Lexical;
import org.tnregistry.shared.text.Characters;

/** Everything a document must be before it is stored: shape, rules, and what it refers to. */
@ApplicationScoped
class IncidentChecks {
  static final String SCHEMA_VERSION = "1.0";
  static final String SCHEMA_ID = "/v1/schemas/incident/" + SCHEMA_VERSION;

  /** The longest of the lists that refer to other records; longer ones the schema refuses. */
  private static final int MAX_LOOKUPS = 500;

  private final DocumentSchema<IncidentDocument> schema;
  private final Parties parties;
  private final AudienceChecks audiences;
  private final IncidentRepository incidents;
  private final ExternalIds externalIds;

  IncidentChecks(
      CodeLists codes,
      Parties parties,
      AudienceChecks audiences,
      IncidentRepository incidents,
      ExternalIds externalIds) {
    this.schema = DocumentSchema.of(IncidentDocument.class, SCHEMA_ID, "Incident 1.0", codes);
    this.parties = parties;
    this.audiences = audiences;
    this.incidents = incidents;
    this.externalIds = externalIds;
  }

  DocumentSchema<IncidentDocument> schema() {
    return schema;
  }

  /**
   * The bound document.
   *
   * @param self the incident that is amended; null for a new one
   * @param before its document; a missing node for a new one
   * @throws ProblemException 422 with every fault
   */
  IncidentDocument require(JsonNode document, Viewer viewer, @Nullable UUID self, JsonNode before) {
    var faults = new ArrayList<>(schema.check(document));
    faults.replaceAll(RegistryView::ownedByTheRegistry);
    faults.addAll(IncidentRules.check(document));
    unknownParties(document, faults);
    faults.addAll(audiences.check(document, before));
    links(document, self, faults);
    publishers(document, viewer, self, faults);
    if (!faults.isEmpty()) {
      throw new ProblemException(StandardProblem.INVALID_DOCUMENT, faults);
    }
    return schema.bind(document);
  }

  private void unknownParties(JsonNode document, List<Fault> faults) {
    var named = new LinkedHashMap<String, UUID>();
    for (var list : List.of("targets", "actors")) {
      collect(document.path(list), "party", "#/" + list, named);
    }
    var unknown = parties.unknownAmong(named.values());
    named.forEach(
        (pointer, id) -> {
          if (unknown.contains(id)) {
            faults.add(new Fault("unknown-party", pointer, "No such party is registered."));
          }
        });
  }

  private void links(JsonNode document, @Nullable UUID self, List<Fault> faults) {
    var named = new LinkedHashMap<String, UUID>();
    collect(document.path("links"), "incident", "#/links", named);
    var known = incidents.known(named.values());
    named.forEach(
        (pointer, id) -> {
          if (id.equals(self)) {
            faults.add(new Fault("self-reference", pointer, "An incident has no link to itself."));
          } else if (!known.contains(id)) {
            faults.add(
                new Fault(
                    "unknown-incident", pointer, "There is no such incident that you may see."));
          }
        });
  }

  /**
   * Pointer by pointer, the ids in one member of the items of a list; ill-formed ones the schema
   * finds.
   */
  private static void collect(JsonNode items, String member, String at, Map<String, UUID> into) {
    for (int i = 0; i < Math.min(items.size(), MAX_LOOKUPS); i++) {
      var text = items.path(i).path(member).asText();
      if (Lexical.UUID.accepts(text)) {
        into.put(at + "/" + i + "/" + member, UUID.fromString(text));
      }
    }
  }

  private void publishers(
      JsonNode document, Viewer viewer, @Nullable UUID self, List<Fault> faults) {
    var given = document.path("externalIds");
    var mine = new LinkedHashMap<String, String>();
    for (int i = 0; i < Math.min(given.size(), MAX_LOOKUPS); i++) {
      var at = "#/externalIds/" + i;
      var id = given.path(i).path("id").asText();
      if (Lexical.HANDLE.accepts(given.path(i).path("publisher").asText())
          && !given.path(i).path("publisher").asText().equals(viewer.handle())) {
        faults.add(
            new Fault(
                "foreign-publisher",
                at + "/publisher",
                "An agency publishes under its own handle only."));
      } else if (mine.containsValue(id)) {
        faults.add(
            new Fault("duplicate-external-id", at + "/id", "The same external id is given twice."));
      } else if (!id.isEmpty() && Characters.firstForbidden(id).isEmpty()) {
        mine.put(at + "/id", id);
      }
    }
    var taken = externalIds.takenByOthers(mine.values().stream().collect(Collectors.toSet()), self);
    mine.forEach(
        (pointer, id) -> {
          if (taken.contains(id)) {
            faults.add(ExternalIds.used(pointer));
          }
        });
  }
}
