package org.tnregistry.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

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
    if (ids.isEmpty()) {
      return Set.of();
    }
    var known =
        parties.list("id in ?1", ids).stream()
            .map(PartyRef::of)
            .map(PartyRef::id)
            .collect(Collectors.toSet());
    return ids.stream().filter(id -> !known.contains(id)).collect(Collectors.toSet());
  }
}
