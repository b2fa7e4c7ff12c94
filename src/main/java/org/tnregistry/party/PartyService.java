package org.tnregistry.party;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.Answer;
import org.tnregistry.access.ViewerContext;
import org.tnregistry.shared.http.EntityTags;
import org.tnregistry.shared.id.Reference;
import org.tnregistry.shared.json.RegistryView;
import org.tnregistry.shared.json.StoredJson;
import org.tnregistry.shared.json.StrictJson;
import org.tnregistry.shared.problem.ProblemException;

/** Registers, amends and reads parties. */
@ApplicationScoped
public class PartyService {
  private static final String REFERENCE_PREFIX = "TNP";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final PartyRepository parties;
  private final PartyStore store;
  private final PartyRules rules;
  private final ViewerContext context;
  private final Clock clock;

  PartyService(
      PartyRepository parties,
      PartyStore store,
      PartyRules rules,
      ViewerContext context,
      Clock clock) {
    this.parties = parties;
    this.store = store;
    this.rules = rules;
    this.context = context;
    this.clock = clock;
  }

  JsonNode schema() {
    return rules.schema();
  }

  /** Registers a party of the viewer's agency. */
  @Transactional
  public Answer register(JsonNode document) {
    var checked = rules.require(document, null, MissingNode.getInstance());
    var viewer = context.viewer();
    var party = new PartyEntity();
    party.id = UUID.randomUUID();
    party.reference = Reference.random(REFERENCE_PREFIX, RANDOM).toString();
    party.owner = viewer.agency();
    party.createdAt = clock.instant();
    party.createdBy = viewer.person();
    party.updatedAt = party.createdAt;
    store.write(party, (ObjectNode) document, checked, "party-registered");
    return answer(201, PartyRegistry.self(party.id), party);
  }

  /** An identity that is not sent is left as it is: that of a person is not read with the rest. */
  @Transactional
  Answer amend(UUID id, @Nullable String ifMatch, JsonNode document) {
    var party = parties.requireForUpdate(id);
    EntityTags.requireMatch(ifMatch, party.etag());
    if (party.erasedAt != null) {
      throw new ProblemException(PartyProblem.ERASED);
    }
    var sent =
        RegistryView.withoutUnchanged(
            document, StrictJson.mapper().valueToTree(PartyRegistry.of(party)));
    var checked = rules.require(sent, id, StoredJson.parse(party.document));
    party.updatedAt = clock.instant();
    store.write(party, (ObjectNode) sent, checked, "party-amended");
    return answer(200, null, party);
  }

  /** Replaces the document whatever its state; for loading, not for requests. */
  @Transactional
  public Answer replace(UUID id, JsonNode document) {
    return amend(id, "*", document);
  }

  @Transactional
  Answer read(UUID id) {
    return answer(200, null, parties.require(id));
  }

  private Answer answer(int status, @Nullable String location, PartyEntity party) {
    return new Answer(
        status,
        location,
        party.etag(),
        PartyView.of(PartyRegistry.of(party), party.document, store.readableIdentity(party)));
  }
}
