package org.tnregistry.party;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.ConsentItem;
import org.tnregistry.access.Handlings;
import org.tnregistry.shared.json.RegistryView;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;
import org.tnregistry.shared.schema.CodeLists;
import org.tnregistry.shared.schema.DocumentSchema;
import org.tnregistry.shared.schema.Lexical;

/**
 * What a party document must fulfil. Works on unbound JSON, so that all faults are told at once.
 */
@ApplicationScoped
class PartyRules {
  static final String SCHEMA_ID = "/v1/schemas/party/1.0";

  /** The schema refuses more. */
  private static final int MAX_RELATIONS = 200;

  private final PartyRepository parties;
  private final Handlings handling;
  private final DocumentSchema<PartyDocument> schema;

  PartyRules(PartyRepository parties, Handlings handling, CodeLists codes) {
    this.parties = parties;
    this.handling = handling;
    this.schema = DocumentSchema.of(PartyDocument.class, SCHEMA_ID, "Party 1.0", codes);
  }

  JsonNode schema() {
    return schema.published();
  }

  /**
   * @param self null for a party that is not registered yet
   * @param before what is amended; a missing node for a new document
   * @throws ProblemException 422 with every fault
   */
  PartyDocument require(JsonNode document, @Nullable UUID self, JsonNode before) {
    var faults = new ArrayList<>(schema.check(document));
    faults.replaceAll(RegistryView::ownedByTheRegistry);
    faults.addAll(kindFaults(document));
    faults.addAll(relationFaults(document.path("relations"), self));
    faults.addAll(handling.check(document, before));
    if (!faults.isEmpty()) {
      throw new ProblemException(StandardProblem.INVALID_DOCUMENT, faults);
    }
    return schema.bind(document);
  }

  /** What a person has and an organisation has not, and the other way round. */
  private static List<Fault> kindFaults(JsonNode document) {
    var faults = new ArrayList<Fault>();
    boolean person = document.path("kind").asText().equals(PartyDocument.PERSON);
    if (person && document.has("organisationKind")) {
      faults.add(
          new Fault(
              "not-for-persons", "#/organisationKind", "Only organisations have this member."));
    }
    if (!person && document.has("consent")) {
      faults.add(new Fault("not-for-organisations", "#/consent", "Only persons have this member."));
    }
    if (document.path("kind").isTextual() && !person && !document.has(PartyDocument.IDENTITY)) {
      faults.add(new Fault("missing-member", "#/identity", "This member is required."));
    }
    if (document.has(PartyDocument.IDENTITY)
        && ConsentItem.closes(document.at("/consent/recording/state").asText())) {
      faults.add(
          new Fault(
              "recording-refused",
              "#/identity",
              "The person did not agree that an identity is recorded."));
    }
    return faults;
  }

  private List<Fault> relationFaults(JsonNode relations, @Nullable UUID self) {
    var faults = new ArrayList<Fault>();
    var named = new LinkedHashMap<String, UUID>();
    for (int i = 0; i < Math.min(relations.size(), MAX_RELATIONS); i++) {
      var text = relations.path(i).path("party").asText();
      if (!Lexical.UUID.accepts(text)) {
        continue;
      }
      var pointer = "#/relations/" + i + "/party";
      var id = UUID.fromString(text);
      if (id.equals(self)) {
        faults.add(new Fault("self-reference", pointer, "A party has no relation to itself."));
      } else {
        named.put(pointer, id);
      }
    }
    var unknown = parties.unknownAmong(named.values());
    named.forEach(
        (pointer, id) -> {
          if (unknown.contains(id)) {
            faults.add(new Fault("unknown-party", pointer, "No such party is registered."));
          }
        });
    return faults;
  }
}
