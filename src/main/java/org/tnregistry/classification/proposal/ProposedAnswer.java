package org.tnregistry.classification.proposal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An answer that the record implies. It counts for nothing until somebody takes it as theirs.
 *
 * @param value as it can be posted
 * @param derived true when it follows from the record by itself and cannot be posted
 * @param reason why the record implies it, and what it does not say
 * @param pointers JSON Pointers into the record as its reader sees it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "ProposedAnswer")
record ProposedAnswer(
    @Schema(required = true, examples = "state-nexus") String element,
    @Schema(required = true) JsonNode value,
    @Nullable List<String> categories,
    @Nullable List<String> roles,
    @Schema(required = true) boolean derived,
    @Schema(required = true) String reason,
    @Schema(required = true) List<String> pointers) {

  /** What the record implies of the elements that a definition asks. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  @Schema(name = "AssessmentProposal")
  record Proposal(
      @Schema(required = true, examples = "ohchr-2025") String definition,
      @Schema(required = true, examples = "1.0") String definitionVersion,
      @Schema(required = true) int revision,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(required = true) List<ProposedAnswer> items,
      @Schema(description = "Elements of which the record implies nothing")
          @Nullable List<String> open) {}
}
