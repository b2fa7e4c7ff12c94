package org.tnregistry.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** What other features may ask about parties. */
@ApplicationScoped
public class Parties {
  private final PartyRepository parties;

  Parties(PartyRepository parties) {
    this.parties = parties;
  }

  /** Those of the ids that name no party the viewer can see. One statement, none for no ids. */
  @Transactional
  public Set<UUID> unknownAmong(Collection<UUID> ids) {
    return parties.unknownAmong(ids);
  }
}
