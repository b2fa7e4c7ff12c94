package org.tnregistry.incident.related;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An incident that may belong together with the one asked about.
 *
 * @param score 0 to 1: what is left of 1 when each reason takes its weight of the doubt
 * @param likelyDuplicate whether the score is 0.6 or more, and both begin within 30 days and share
 *     a tactic
 */
@Schema(name = "RelatedIncident")
record RelatedView(
    @Schema(required = true) Suggested incident,
    @Schema(required = true) BigDecimal score,
    @Schema(required = true) boolean likelyDuplicate,
    @Schema(required = true) List<Reason> reasons) {

  /** The best first. */
  @Schema(name = "RelatedIncidents")
  record RelatedList(@Schema(required = true) List<RelatedView> items) {}

  /** The incident, as its reader sees it. */
  @Schema(name = "SuggestedIncident")
  record Suggested(
      @Schema(required = true) UUID id,
      @Schema(required = true, examples = "TNR-7K3M-9Q2P-R") String reference,
      @Schema(required = true) Map<String, String> title,
      @Schema(required = true) String owner,
      @Schema(required = true, examples = "recorded") String status,
      @Schema(required = true) String self) {}

  /**
   * What both have in common.
   *
   * @param weight how much of the doubt it takes; the same for every value of a kind
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  @Schema(name = "RelatedReason")
  record Reason(
      @Schema(required = true, implementation = String.class, examples = "case-number") Kind kind,
      @Schema(required = true) BigDecimal weight,
      @Schema(description = "None for time") List<SharedValue> shared) {}

  /**
   * A value that both have.
   *
   * @param value folded as for a search
   * @param at where it stands in the incident asked about, by local ids
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  @Schema(name = "SharedValue")
  record SharedValue(
      @Schema(required = true) String value,
      @Schema(examples = "[\"proceedings/p1\"]") List<String> at) {}

  /**
   * @param traits of the incident asked about
   */
  static RelatedView of(Suggested incident, Relatedness relatedness, Traits traits) {
    return new RelatedView(
        incident,
        relatedness.score(),
        relatedness.isLikelyDuplicate(),
        relatedness.reasons().stream()
            .map(
                reason ->
                    new Reason(
                        reason.kind(),
                        Relatedness.weight(reason.kind()),
                        reason.values().stream()
                            .map(
                                f ->
                                    new SharedValue(
                                        f.value(),
                                        List.copyOf(traits.places().getOrDefault(f, Set.of()))))
                            .toList()))
            .toList());
  }
}
