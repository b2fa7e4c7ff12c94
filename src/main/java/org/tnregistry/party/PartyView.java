package org.tnregistry.party;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.json.RegistryView;

/**
 * A party as it is read: for a person without the identity. Described to the contract; written by
 * {@link RegistryView}.
 */
@Schema(
    name = "Party",
    allOf = {PartyDocument.class, PartyView.Registry.class})
final class PartyView {
  private PartyView() {}

  /** The member beside those of the document. */
  @Schema(name = "RegisteredParty")
  record Registry(@Schema(required = true) PartyRegistry registry) {}

  /**
   * @param identity of an organisation; null for a person
   */
  static String of(PartyRegistry registry, String document, @Nullable String identity) {
    var view = RegistryView.of(registry, document);
    return identity == null
        ? view
        : view.substring(0, view.lastIndexOf('}'))
            + ",\""
            + PartyDocument.IDENTITY
            + "\":"
            + identity
            + "}";
  }
}
