package org.tnregistry.cases.pattern;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The acts of one family of tactics.
 *
 * @param gravity its place in the order from which escalation is told; absent for other and unknown
 * @param count of acts
 * @param first the earliest dated act
 * @param firstDate of that act, EDTF
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PatternTacticFamily")
public record TacticFamily(
    @Schema(required = true, examples = "digital") String family,
    @Nullable Integer gravity,
    @Schema(required = true) int count,
    @Nullable String firstDate,
    @Nullable Part first,
    @Schema(required = true) List<OfTactic> tactics) {

  /** The acts of one tactic, oldest first. */
  @Schema(name = "PatternTactic")
  public record OfTactic(
      @Schema(required = true, examples = "spyware") String tactic,
      @Schema(required = true) int count,
      @Schema(required = true) List<Part> acts) {}
}
