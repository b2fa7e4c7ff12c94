package org.tnregistry.party;

import java.util.UUID;

/**
 * What neighbours may know of a party: that it is there. Never a name.
 *
 * @param kind a code of the taxonomy party-kind
 */
public record PartyRef(UUID id, String reference, String kind) {
  static PartyRef of(PartyEntity p) {
    return new PartyRef(p.id, p.reference, p.kind);
  }
}
