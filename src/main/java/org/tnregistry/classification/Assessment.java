package org.tnregistry.classification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An assessment as it is stored.
 *
 * @param state of the record that it was made on, as {@code Incidents} numbers it
 * @param madeBy agency handle and person
 * @param supersededBy the next one of the same agency under the same definition
 */
record Assessment(
    UUID id,
    UUID incident,
    String agency,
    String definition,
    String definitionVersion,
    int state,
    List<ElementAnswer> answers,
    Instant madeAt,
    String madeBy,
    @Nullable UUID supersededBy,
    @Nullable Step confirmation,
    @Nullable Step withdrawal) {

  /** What was done to it later, and why. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "AssessmentStep")
  record Step(@Nullable String reason, @Schema(required = true) Instant at) {}

  /** Whether it is what its agency says now. */
  boolean isCurrent() {
    return supersededBy == null && withdrawal == null;
  }

  boolean isConfirmed() {
    return confirmation != null;
  }
}
