package org.tnregistry.classification.reevaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far the comparison of two versions of a definition is. All numbers are of incidents that the
 * reader sees now.
 *
 * @param status queued, running, done, failed
 * @param total incidents with answers to elements that one of the versions asks
 * @param changed verdicts that differ, of which {@code changes} lists each
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Reevaluation")
record ReevaluationView(
    @Schema(required = true) UUID id,
    @Schema(required = true, examples = "demo-police.working") String definition,
    @Schema(required = true, examples = "1.0") String formerVersion,
    @Schema(required = true, examples = "2.0") String version,
    @Schema(required = true, examples = "done") String status,
    @Schema(required = true) long evaluated,
    @Schema(required = true) long total,
    @Schema(required = true) long changed,
    @Schema(required = true) Instant requestedAt,
    @Nullable Instant finishedAt,
    @Schema(required = true) String self,
    @Schema(required = true) String changes) {

  /**
   * A verdict that differs, as it was when it was evaluated.
   *
   * @param agency whose answers it follows from
   * @param decidedBy what decides the new verdict; empty while it is undetermined
   */
  @Schema(name = "ReevaluationChange")
  record Change(
      @Schema(required = true) UUID incident,
      @Schema(required = true) String agency,
      @Schema(required = true, examples = "qualifies") String formerVerdict,
      @Schema(required = true, examples = "does-not-qualify") String verdict,
      @Schema(required = true, type = SchemaType.ARRAY) JsonNode decidedBy) {}

  /** Each version is compared once. */
  @Schema(name = "ReevaluationList")
  record Reevaluations(@Schema(required = true) List<ReevaluationView> items) {}

  /** By incident, then by agency. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "ReevaluationChangeList")
  record ChangeList(
      @Schema(required = true) List<Change> items,
      @Schema(description = "Cursor of the next page; absent on the last") @Nullable String next) {}
}
