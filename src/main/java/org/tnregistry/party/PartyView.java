package org.tnregistry.party;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tnregistry.shared.json.RegistryView;

/** A party as its owner reads it. Described to the contract; written by {@link RegistryView}. */
@Schema(
    name = "Party",
    allOf = {PartyDocument.class, PartyView.Registry.class})
final class PartyView {
  private PartyView() {}

  /** The member beside those of the document. */
  @Schema(name = "RegisteredParty")
  record Registry(@Schema(required = true) PartyRegistry registry) {}

  static String of(PartyEntity party) {
    return RegistryView.of(PartyRegistry.of(party), party.document);
  }
}
