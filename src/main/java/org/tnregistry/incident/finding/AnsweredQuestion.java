package org.tnregistry.incident.finding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.paging.Room;

/**
 * What several bodies answered to one question, oldest first.
 *
 * @param question a code of the taxonomy finding-question
 * @param agreement a code of the taxonomy finding-agreement
 * @param asked of what
 * @param provisions what the findings cite, and how many of them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AnsweredQuestion")
public record AnsweredQuestion(
    @Schema(required = true, examples = "conformity") String question,
    @Schema(required = true, examples = "divergence") String agreement,
    @Schema(required = true) Asked asked,
    @Schema(required = true) List<FindingPosition> positions,
    @Schema(required = true) List<CitedProvision> provisions) {

  /**
   * Of what a question is asked.
   *
   * @param incident absent for a question that is asked of all incidents together
   * @param proceeding its local id; absent for the incident as a whole
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "FindingAsked")
  public record Asked(@Nullable UUID incident, @Nullable String proceeding) {
    static final Asked OF_EVERYTHING = new Asked(null, null);
  }

  /** Where a finding stands. */
  @Schema(name = "FindingReference")
  public record Reference(
      @Schema(required = true) UUID incident, @Schema(required = true) String finding) {}

  /**
   * What findings cite.
   *
   * @param shared whether more than one of the findings cites it
   */
  @Schema(name = "CitedProvision")
  public record CitedProvision(
      @Schema(required = true, examples = "ECHR 8") String provision,
      @Schema(required = true) boolean shared,
      @Schema(required = true) List<Reference> findings) {}

  static final String DIVIDED = "divided";
  static final String SINGLE = "single";
  static final String AGREEMENT = "agreement";
  static final String DIVERGENCE = "divergence";

  /** With the positions that find room, oldest first. */
  static AnsweredQuestion of(
      FindingQuestion question,
      String agreement,
      Asked asked,
      List<FindingStatement> findings,
      Room room) {
    var positions =
        findings.stream()
            .takeWhile(f -> room.takes(FindingPosition.length(f)))
            .map(f -> FindingPosition.of(f, question))
            .toList();
    return new AnsweredQuestion(
        question.code(), agreement, asked, positions, provisions(positions));
  }

  /** Of findings that answer the question, however many. */
  static String agreement(FindingQuestion question, List<FindingStatement> findings) {
    var answers = new HashSet<String>();
    var bodies = new HashSet<Object>();
    for (var finding : findings) {
      question.answer(finding.held()).ifPresent(answers::add);
      bodies.add(finding.body());
    }
    if (answers.size() > 1 || answers.contains(DIVIDED)) {
      return DIVERGENCE;
    }
    return bodies.size() > 1 ? AGREEMENT : SINGLE;
  }

  private static List<CitedProvision> provisions(List<FindingPosition> positions) {
    var cited = new TreeMap<String, List<Reference>>();
    for (var position : positions) {
      List<String> provisions = position.provisions() == null ? List.of() : position.provisions();
      for (var provision : new HashSet<>(provisions)) {
        cited
            .computeIfAbsent(provision, p -> new ArrayList<>())
            .add(new Reference(position.incident(), position.finding()));
      }
    }
    return cited.entrySet().stream()
        .map(c -> new CitedProvision(c.getKey(), c.getValue().size() > 1, c.getValue()))
        .toList();
  }
}
