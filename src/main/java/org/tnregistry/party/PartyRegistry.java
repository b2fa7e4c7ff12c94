package org.tnregistry.party;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the registry adds to a party document.
 *
 * @param erasedAt when its identity was destroyed; such a party keeps its id and nothing else
 * @param erasureReason a code of the taxonomy erasure-reason
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PartyRegistry")
record PartyRegistry(
    @Schema(required = true) UUID id,
    @Schema(required = true, examples = "TNP-7K3M-9Q2P-0") String reference,
    @Schema(required = true) int revision,
    @Schema(required = true) Instant createdAt,
    @Schema(required = true) Instant updatedAt,
    @Nullable Instant erasedAt,
    @Nullable String erasureReason,
    @Schema(required = true) String self) {
  static PartyRegistry of(PartyEntity p) {
    return new PartyRegistry(
        p.id,
        p.reference,
        p.revision,
        p.createdAt,
        p.updatedAt,
        p.erasedAt,
        p.erasureReason,
        self(p.id));
  }

  static String self(UUID id) {
    return "/v1/parties/" + id;
  }
}
