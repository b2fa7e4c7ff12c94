package org.tnregistry.party;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.ViewerContext;
import org.tnregistry.ledger.Accepted;
import org.tnregistry.ledger.Journal;
import org.tnregistry.ledger.Visibility;
import org.tnregistry.party.identity.IdentityStore;
import org.tnregistry.shared.json.StoredJson;
import org.tnregistry.shared.json.StrictJson;

/** Writes a party: its document, its identity apart and sealed, its audience, its journal entry. */
@ApplicationScoped
class PartyStore {
  private final PartyRepository parties;
  private final IdentityStore identities;
  private final PartyAudience audience;
  private final Journal journal;
  private final ViewerContext context;

  PartyStore(
      PartyRepository parties,
      IdentityStore identities,
      PartyAudience audience,
      Journal journal,
      ViewerContext context) {
    this.parties = parties;
    this.identities = identities;
    this.audience = audience;
    this.journal = journal;
    this.context = context;
  }

  /** Writes the entity as its next revision. */
  void write(PartyEntity party, ObjectNode document, PartyDocument checked, String act) {
    boolean isNew = party.revision == 0;
    var before = isNew ? null : party.visibility();
    var open = document.deepCopy();
    var identity = open.remove(PartyDocument.IDENTITY);
    party.document = open.toString();
    party.kind = checked.kind();
    audience.settle(party, checked, context.viewer());
    party.revision++;
    // The rows of the identity refer to that of the party.
    parties.persistAndFlush(party);
    if (identity != null) {
      identities.write(party.holder(), identity.toString());
    } else if (!isNew) {
      identities.expose(party.holder());
    }
    append(party, act, before);
  }

  /** Leaves the id, the reference and the reason of a party, and destroys the rest. */
  void erase(PartyEntity party, String reason, String text, Instant at) {
    var before = party.visibility();
    identities.destroy(party.id);
    party.document = StrictJson.mapper().createObjectNode().put("kind", party.kind).toString();
    party.reach = Visibility.NOBODY;
    party.bars = Visibility.NO_BARS;
    party.erasedAt = at;
    party.erasureReason = reason;
    party.erasureText = text;
    party.updatedAt = at;
    party.revision++;
    parties.persistAndFlush(party);
    journal.forgetContent(party.id);
    append(party, "party-erased", before);
  }

  /** Whether the text holds one of the party's names, in whatever spelling. */
  boolean names(PartyEntity party, String text) {
    return identities.isNamedIn(party.id, text);
  }

  private void append(PartyEntity party, String act, @Nullable Visibility before) {
    var viewer = context.viewer();
    var content = StrictJson.mapper().createObjectNode();
    content.set("document", StoredJson.parse(party.document));
    identities.digest(party.id).ifPresent(digest -> content.put("sealedIdentity", digest));
    journal.append(
        new Accepted(
            viewer.agency(),
            viewer.actor(),
            act,
            "party",
            party.id,
            party.revision,
            before,
            party.visibility(),
            content.toString()));
  }

  /** The identity where it goes out with the rest: an organisation is not at risk. */
  @Nullable String readableIdentity(PartyEntity party) {
    return party.isPerson() ? null : identities.read(party.id).orElse(null);
  }
}
