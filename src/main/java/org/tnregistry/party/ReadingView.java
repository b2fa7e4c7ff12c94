package org.tnregistry.party;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * That an identity was read.
 *
 * @param agency handle of the agency that read it
 * @param person who read it; told to that agency only
 * @param purpose absent when it was destroyed with the identity, or its retention ran out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "IdentityReading")
record ReadingView(
    @Schema(required = true) UUID id,
    @Schema(required = true) Instant at,
    @Schema(required = true) String agency,
    @Nullable String person,
    @Schema(required = true, description = "A code of the taxonomy legal-basis") String legalBasis,
    @Nullable String purpose,
    @Nullable String caseReference) {

  /** Readings of one party, the latest first. */
  @Schema(name = "IdentityReadingPage")
  record ReadingPage(
      @Schema(required = true) List<ReadingView> items,
      @Schema(description = "The cursor of the next page; absent on the last")
          @Nullable String next) {}
}
