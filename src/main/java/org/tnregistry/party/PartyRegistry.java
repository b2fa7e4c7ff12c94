package org.tnregistry.party;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the registry adds to a party document. */
@Schema(name = "PartyRegistry")
record PartyRegistry(
    @Schema(required = true) UUID id,
    @Schema(required = true, examples = "TNP-7K3M-9Q2P-0") String reference,
    @Schema(required = true) int revision,
    @Schema(required = true) Instant createdAt,
    @Schema(required = true) Instant updatedAt,
    @Schema(required = true) String self) {
  static PartyRegistry of(PartyEntity p) {
    return new PartyRegistry(
        p.id, p.reference, p.revision, p.createdAt, p.updatedAt, "/v1/parties/" + p.id);
  }
}
