package org.tnregistry.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A credential.
 *
 * @param token the secret, shown once, in the answer that issued it
 * @param lastUsedAt to the minute
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Credential")
record CredentialView(
    @Schema(required = true) UUID id,
    @Schema(required = true) UUID agency,
    @Schema(required = true) String person,
    @Schema(required = true) List<String> permissions,
    @Schema(required = true) Instant createdAt,
    @Schema(required = true) String createdBy,
    @Schema(required = true) Instant expiresAt,
    @Nullable Instant revokedAt,
    @Nullable String revokedBy,
    @Nullable String revocationReason,
    @Nullable Instant lastUsedAt,
    @Nullable String token) {
  static CredentialView of(CredentialEntity c, @Nullable String token) {
    return new CredentialView(
        c.id,
        c.agency.id,
        c.person,
        List.of(c.permissions),
        c.createdAt,
        c.createdBy,
        c.expiresAt,
        c.revokedAt,
        c.revokedBy,
        c.revocationReason,
        c.lastUsedAt,
        token);
  }

  /** All credentials of an agency. */
  @Schema(name = "CredentialList")
  record CredentialList(@Schema(required = true) List<CredentialView> items) {}
}
