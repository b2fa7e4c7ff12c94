package org.tnregistry.access;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.schema.Document;
import org.tnregistry.shared.schema.Form;
import org.tnregistry.shared.schema.Lexical;

/**
 * A credential to be issued.
 *
 * @param person who will hold it; two credentials with one person count as one person
 * @param permissions at most those the issuer holds
 * @param expiresAt RFC 3339; absent for the registry's default
 */
@Document
@Schema(name = "IssueCredential")
record IssueCredential(
    @NotNull @Size(min = 1, max = 100) @Schema(examples = "second-officer") String person,
    @NotNull @Size(min = 1, max = 20) List<String> permissions,
    @Form(Lexical.INSTANT) @Nullable String expiresAt) {

  @Nullable Instant expiry() {
    return expiresAt == null ? null : Instant.parse(expiresAt);
  }
}
