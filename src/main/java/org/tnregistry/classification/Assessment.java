package org.tnregistry.classification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An assessment as it is stored.
 *
 * @param state of the record that it was made on, as {@code Incidents} numbers it
 * @param madeBy agency handle and person
 * @param after the one that its agency made before it under the same definition
 * @param supersededBy the one that counts instead, or superseded another in turn
 * @param wouldSupersede the confirmed one that counts until this one is confirmed too
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
    @Nullable UUID after,
    @Nullable UUID supersededBy,
    @Nullable UUID wouldSupersede,
    @Nullable Step confirmation,
    @Nullable Step withdrawal) {

  /** What was done to it later, and why. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "AssessmentStep")
  record Step(@Nullable String reason, @Schema(required = true) Instant at) {}

  /** Whether it is what its agency says now, or would say once a second person confirms it. */
  boolean isCurrent() {
    return supersededBy == null && withdrawal == null;
  }

  /** Whether it is what its agency says now. */
  boolean counts() {
    return isCurrent() && wouldSupersede == null;
  }

  boolean isConfirmed() {
    return confirmation != null;
  }

  boolean answersAny(Collection<String> elements) {
    return answers.stream().map(ElementAnswer::element).anyMatch(elements::contains);
  }

  Assessment settled(@Nullable UUID supersededBy, @Nullable UUID wouldSupersede) {
    return new Assessment(
        id,
        incident,
        agency,
        definition,
        definitionVersion,
        state,
        answers,
        madeAt,
        madeBy,
        after,
        supersededBy,
        wouldSupersede,
        confirmation,
        withdrawal);
  }
}
