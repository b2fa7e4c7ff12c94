package org.tnregistry.party;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.Answer;
import org.tnregistry.access.Viewer;
import org.tnregistry.access.ViewerContext;
import org.tnregistry.ledger.Accepted;
import org.tnregistry.ledger.Journal;
import org.tnregistry.shared.http.EntityTags;
import org.tnregistry.shared.id.Reference;
import org.tnregistry.shared.json.RegistryView;
import org.tnregistry.shared.json.StrictJson;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;
import org.tnregistry.shared.schema.CodeLists;
import org.tnregistry.shared.schema.DocumentSchema;
import org.tnregistry.shared.schema.Lexical;

/** Registers and amends parties. */
@ApplicationScoped
public class PartyService {
  static final String SCHEMA_ID = "/v1/schemas/party/1.0";
  private static final String REFERENCE_PREFIX = "TNP";

  /** The schema refuses more. */
  private static final int MAX_RELATIONS = 200;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final PartyRepository parties;
  private final Journal journal;
  private final ViewerContext context;
  private final Clock clock;
  private final DocumentSchema<PartyDocument> schema;

  PartyService(
      PartyRepository parties,
      Journal journal,
      ViewerContext context,
      Clock clock,
      CodeLists codes) {
    this.parties = parties;
    this.journal = journal;
    this.context = context;
    this.clock = clock;
    this.schema = DocumentSchema.of(PartyDocument.class, SCHEMA_ID, "Party 1.0", codes);
  }

  JsonNode schema() {
    return schema.published();
  }

  /** Registers a party of the viewer's agency. */
  @Transactional
  public Answer register(JsonNode document) {
    refuseFaults(document, null);
    var viewer = context.viewer();
    var party = new PartyEntity();
    party.id = UUID.randomUUID();
    party.reference = Reference.random(REFERENCE_PREFIX, RANDOM).toString();
    party.owner = viewer.agency();
    party.createdAt = clock.instant();
    party.createdBy = viewer.person();
    write(party, document, viewer, "party-registered");
    parties.persist(party);
    return new Answer(201, "/v1/parties/" + party.id, party.etag(), PartyView.of(party));
  }

  @Transactional
  Answer amend(UUID id, @Nullable String ifMatch, JsonNode document) {
    var party =
        parties
            .findForUpdate(id)
            .orElseThrow(() -> new ProblemException(StandardProblem.NOT_FOUND));
    EntityTags.requireMatch(ifMatch, party.etag());
    var sent = withoutRegistry(document, party);
    refuseFaults(sent, id);
    write(party, sent, context.viewer(), "party-amended");
    return new Answer(200, null, party.etag(), PartyView.of(party));
  }

  /** Replaces the document whatever its state; for loading, not for requests. */
  @Transactional
  public Answer replace(UUID id, JsonNode document) {
    return amend(id, "*", document);
  }

  @Transactional
  Answer read(UUID id) {
    var party =
        parties
            .findByIdOptional(id)
            .orElseThrow(() -> new ProblemException(StandardProblem.NOT_FOUND));
    return new Answer(200, null, party.etag(), PartyView.of(party));
  }

  /** What was read can be sent back: an unchanged registry member is no fault. */
  private static JsonNode withoutRegistry(JsonNode document, PartyEntity party) {
    if (document instanceof ObjectNode object
        && object
            .path(RegistryView.MEMBER)
            .equals(StrictJson.mapper().valueToTree(PartyRegistry.of(party)))) {
      return object.deepCopy().without(RegistryView.MEMBER);
    }
    return document;
  }

  private void write(PartyEntity party, JsonNode document, Viewer viewer, String act) {
    party.document = document.toString();
    party.kind = document.get("kind").textValue();
    party.revision++;
    party.updatedAt = clock.instant();
    journal.append(
        new Accepted(
            viewer.agency(),
            viewer.actor(),
            act,
            "party",
            party.id,
            party.revision,
            null,
            null,
            party.document));
  }

  private void refuseFaults(JsonNode document, @Nullable UUID self) {
    var faults = new ArrayList<>(schema.check(document));
    faults.replaceAll(RegistryView::ownedByTheRegistry);
    if (document.path("kind").asText().equals("person") && document.has("organisationKind")) {
      faults.add(
          new Fault(
              "not-for-persons", "#/organisationKind", "Only organisations have this member."));
    }
    faults.addAll(relationFaults(document.path("relations"), self));
    if (!faults.isEmpty()) {
      throw new ProblemException(StandardProblem.INVALID_DOCUMENT, faults);
    }
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
