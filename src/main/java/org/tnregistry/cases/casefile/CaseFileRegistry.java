package org.tnregistry.cases.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the registry adds to a case document.
 *
 * @param revision for its owner only: others see some of the changes only
 * @param updatedAt for its owner only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CaseRegistry")
record CaseFileRegistry(
    @Schema(required = true) UUID id,
    @Schema(required = true, examples = "TNC-7K3M-9Q2P-0") String reference,
    @Schema(required = true) String owner,
    @Schema(
            required = true,
            enumeration = {"open", "closed"})
        String status,
    @Schema(required = true) Instant createdAt,
    @Nullable Integer revision,
    @Nullable Instant updatedAt,
    @Nullable Instant closedAt,
    @Nullable String closingReason,
    @Schema(required = true) String self) {
  /**
   * @param handle the owner's
   */
  static CaseFileRegistry of(CaseFileEntity c, String handle, boolean isOwn) {
    return new CaseFileRegistry(
        c.id,
        c.reference,
        handle,
        c.isClosed() ? "closed" : "open",
        c.createdAt,
        isOwn ? c.revision : null,
        isOwn ? c.updatedAt : null,
        c.closedAt,
        c.closingReason,
        self(c.id));
  }

  static String self(UUID id) {
    return "/v1/cases/" + id;
  }
}
