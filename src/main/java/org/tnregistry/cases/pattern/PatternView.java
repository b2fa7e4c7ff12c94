package org.tnregistry.cases.pattern;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tnregistry.incident.finding.Divergence;

/**
 * The pattern of a case. Every statement names the incidents and parts that it rests on.
 *
 * @param members the incidents that the reader sees
 * @param timeline acts, milestones, hearings, findings and responses, undated ones last
 * @param responses of the states where the targets live, and of others
 * @param divergence of findings across the incidents
 * @param missing what would have to be recorded
 * @param truncated the lists that end early, because the whole is longer than an answer: members,
 *     timeline, recurringActors, lineages or divergence. Where it is members, nothing rests on
 *     those that came last into the case
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "CasePattern")
public record PatternView(
    @Schema(required = true) List<Member> members,
    @Schema(required = true) List<TimelineEvent> timeline,
    @Schema(required = true) List<StateInRole> states,
    @Schema(required = true) List<TacticFamily> tactics,
    @Schema(required = true) Escalation escalation,
    @Schema(required = true) List<RecurringActor> recurringActors,
    @Schema(required = true) List<Lineage> lineages,
    @Schema(required = true) List<OpenRequest> openRequests,
    @Schema(required = true) List<CourtDates> hearings,
    @Schema(required = true) List<StateReaction> responses,
    @Schema(required = true) Divergence divergence,
    @Schema(required = true) List<Gap> missing,
    @Schema(required = true) List<String> truncated) {

  /**
   * An incident of the case.
   *
   * @param stands false for one that was withdrawn or merged: it is named, and nothing else of the
   *     pattern rests on it
   */
  @Schema(name = "PatternMember")
  public record Member(
      @Schema(required = true) UUID incident,
      @Schema(required = true, examples = "TNR-7K3M-9Q2P-X") String reference,
      @Schema(required = true, examples = "recorded") String status,
      @Schema(required = true) boolean stands,
      @Schema(required = true) boolean assessed) {}

  /** The incidents in which a state has a role. */
  @Schema(name = "PatternState")
  public record StateInRole(
      @Schema(required = true, examples = "origin") String role,
      @Schema(required = true, examples = "KZ") String state,
      @Schema(required = true) List<UUID> incidents) {}

  /**
   * What is not recorded.
   *
   * @param gap no-assessment, no-source, no-response, no-attribution, no-period, or undated-acts
   * @param incidents those that lack it
   * @param parts those of the acts that have no period
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  @Schema(name = "PatternGap")
  public record Gap(
      @Schema(required = true, examples = "no-assessment") String gap,
      @Schema(required = true) List<UUID> incidents,
      List<Part> parts) {}
}
