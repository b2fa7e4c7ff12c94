package org.tnregistry.incident.finding;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tnregistry.incident.finding.AnsweredQuestion.Asked;
import org.tnregistry.incident.finding.AnsweredQuestion.Reference;
import org.tnregistry.incident.finding.FindingQuestion.Scope;
import org.tnregistry.shared.paging.Room;

/**
 * In what findings agree and differ. The same findings give the same divergence in whatever order
 * they come. Pure.
 *
 * @param agreement a code of the taxonomy finding-agreement, for all questions: divergence when one
 *     diverges, agreement when none does and one agrees
 * @param findings oldest first, undated ones last
 * @param unanswered those that answer no question: nothing is recorded as held, or it was
 *     inconclusive
 * @param truncated whether questions or positions are left out, because one finding can be about
 *     many proceedings; agreements are told of all
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "FindingDivergence")
public record Divergence(
    @Schema(required = true, examples = "divergence") String agreement,
    @Schema(required = true) List<FindingStatement> findings,
    @Schema(required = true) List<AnsweredQuestion> questions,
    @Schema(required = true) List<Reference> unanswered,
    @Schema(required = true) boolean truncated) {

  /** In the positions of all questions together, which bear the texts of their findings. */
  static final long MOST_CHARACTERS = 2_000_000;

  private static final Comparator<Asked> BY_PLACE =
      comparing(Asked::incident, nullsFirst(naturalOrder()))
          .thenComparing(Asked::proceeding, nullsFirst(naturalOrder()));

  private static final String NONE = "none";
  private static final long ROOM_OF_A_QUESTION = 200;

  /** From the gravest to the least. */
  private static final List<String> OVERALL =
      List.of(AnsweredQuestion.DIVERGENCE, AnsweredQuestion.AGREEMENT, AnsweredQuestion.SINGLE);

  /** Findings of one incident or of several. */
  public static Divergence of(Collection<FindingStatement> given) {
    var findings = given.stream().sorted(FindingStatement.CHRONOLOGICAL).toList();
    var room = new Room(MOST_CHARACTERS);
    var agreements = new HashSet<String>();
    var questions = new ArrayList<AnsweredQuestion>();
    for (var question : FindingQuestion.values()) {
      asked(question, findings)
          .forEach(
              (where, answering) -> {
                var agreement = AnsweredQuestion.agreement(question, answering);
                agreements.add(agreement);
                if (room.takes(ROOM_OF_A_QUESTION)) {
                  questions.add(AnsweredQuestion.of(question, agreement, where, answering, room));
                }
              });
    }
    var agreement = OVERALL.stream().filter(agreements::contains).findFirst().orElse(NONE);
    var unanswered =
        findings.stream()
            .filter(f -> Stream.of(FindingQuestion.values()).allMatch(q -> isSilent(f, q)))
            .map(f -> new Reference(f.incident(), f.id()))
            .toList();
    return new Divergence(agreement, findings, questions, unanswered, room.isFull());
  }

  private static boolean isSilent(FindingStatement finding, FindingQuestion question) {
    return question.answer(finding.held()).isEmpty();
  }

  /** The findings that answer it, oldest first, by of what it is asked. */
  private static SortedMap<Asked, List<FindingStatement>> asked(
      FindingQuestion question, List<FindingStatement> findings) {
    var asked = new TreeMap<Asked, List<FindingStatement>>(BY_PLACE);
    for (var finding : findings) {
      if (!isSilent(finding, question)) {
        for (var where : asked(finding, question.scope())) {
          asked.computeIfAbsent(where, w -> new ArrayList<>()).add(finding);
        }
      }
    }
    return asked;
  }

  private static List<Asked> asked(FindingStatement finding, Scope scope) {
    var proceedings = finding.proceedings();
    if (scope == Scope.EVERYTHING) {
      return List.of(Asked.OF_EVERYTHING);
    }
    return scope == Scope.INCIDENT || proceedings == null || proceedings.isEmpty()
        ? List.of(new Asked(finding.incident(), null))
        : proceedings.stream().distinct().map(p -> new Asked(finding.incident(), p)).toList();
  }
}
