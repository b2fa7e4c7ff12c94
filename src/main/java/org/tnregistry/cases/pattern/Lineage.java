package org.tnregistry.cases.pattern;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How one instrument led to the next, oldest first.
 *
 * @param caseNumber the first of the numbers; absent where links alone tie them
 * @param caseNumbers all numbers that tie them, letters and digits only: each stands in two of them
 *     or more, and leads from one to the next; absent where links alone do
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PatternLineage")
public record Lineage(
    @Nullable String caseNumber,
    @Nullable List<String> caseNumbers,
    @Schema(required = true) List<Stage> stages) {

  /**
   * An instrument, or its execution.
   *
   * @param stage domestic-proceeding, notice, request, execution, suit or other
   * @param rests the proceeding, or for an execution its milestone
   * @param date EDTF, of the first dated milestone or of the execution
   * @param tie why it is in the chain: shared-case-number, same-incident, incident-link or
   *     shared-actor
   * @param strength strong for a shared number; stated where the record alone ties them; weak where
   *     the same actor uses both
   * @param through what ties it, but for a shared number
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "PatternStage")
  public record Stage(
      @Schema(required = true, examples = "request") String stage,
      @Schema(required = true) Part rests,
      @Schema(required = true, examples = "extradition-request") String type,
      @Nullable String requestingState,
      @Nullable String requestedState,
      @Nullable String date,
      @Nullable LocalDate earliest,
      @Schema(required = true, examples = "shared-case-number") String tie,
      @Schema(required = true, examples = "strong") String strength,
      @Nullable Through through) {}

  /**
   * What ties a stage to the chain.
   *
   * @param incident the one in the chain that it is tied to
   * @param link a code of the taxonomy incident-link-type
   * @param statedBy the incident whose record states the link
   * @param party of the actor
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "PatternTie")
  public record Through(
      @Schema(required = true) UUID incident,
      @Nullable String link,
      @Nullable UUID statedBy,
      @Nullable UUID party) {}
}
