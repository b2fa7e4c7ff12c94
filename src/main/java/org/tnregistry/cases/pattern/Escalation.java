package org.tnregistry.cases.pattern;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether graver families of tactics came later.
 *
 * @param escalation escalated when one began after all less grave ones before it; not-escalated;
 *     undetermined with fewer than two families with a date
 * @param steps the first dated act of each family, in order
 */
@Schema(name = "PatternEscalation")
public record Escalation(
    @Schema(required = true, examples = "escalated") String escalation,
    @Schema(required = true) List<Step> steps) {

  /**
   * The beginning of a family.
   *
   * @param gravity from 1 to 8
   * @param graver than every family that began before it
   * @param date EDTF
   */
  @Schema(name = "PatternEscalationStep")
  public record Step(
      @Schema(required = true, examples = "coercion-by-proxy") String family,
      @Schema(required = true) int gravity,
      @Schema(required = true) boolean graver,
      @Schema(required = true) String date,
      @Schema(required = true) Part rests) {}
}
