package org.tnregistry.incident.finding;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A question that holdings answer, so that those of different bodies can be compared. Codes of the
 * taxonomy finding-question, whose definitions give the reason for the side that a holding is on.
 */
enum FindingQuestion {
  POLITICAL_PURPOSE("political-purpose", Scope.EVERYTHING),
  CONFORMITY("conformity", Scope.INCIDENT),
  BASIS("basis", Scope.PROCEEDING),
  ADMISSIBILITY("admissibility", Scope.PROCEEDING);

  /**
   * What findings must share to answer the same question. One purpose stands behind a whole case;
   * another measure can be lawful where this one is not, and another accusation well-founded.
   */
  enum Scope {
    EVERYTHING,
    INCIDENT,
    PROCEEDING
  }

  private record Side(FindingQuestion question, String answer) {}

  private static final String YES = "yes";
  private static final String NO = "no";

  /** Whatever is not here answers nothing. */
  private static final Map<String, Side> SIDES =
      Map.ofEntries(
          Map.entry("politically-motivated", new Side(POLITICAL_PURPOSE, YES)),
          Map.entry("not-politically-motivated", new Side(POLITICAL_PURPOSE, NO)),
          Map.entry("lawful", new Side(CONFORMITY, YES)),
          Map.entry("no-violation", new Side(CONFORMITY, YES)),
          Map.entry("arbitrary", new Side(CONFORMITY, NO)),
          Map.entry("abusive", new Side(CONFORMITY, NO)),
          Map.entry("rights-violated", new Side(CONFORMITY, NO)),
          Map.entry("remedy-required", new Side(CONFORMITY, NO)),
          Map.entry("well-founded", new Side(BASIS, YES)),
          Map.entry("unfounded", new Side(BASIS, NO)),
          Map.entry("admissible", new Side(ADMISSIBILITY, YES)),
          Map.entry("inadmissible", new Side(ADMISSIBILITY, NO)));

  private final String code;
  private final Scope scope;

  FindingQuestion(String code, Scope scope) {
    this.code = code;
    this.scope = scope;
  }

  String code() {
    return code;
  }

  Scope scope() {
    return scope;
  }

  /** The holdings among these that answer it. */
  List<String> holdings(@Nullable Collection<String> held) {
    return held == null ? List.of() : held.stream().filter(h -> isAnsweredBy(h)).sorted().toList();
  }

  private boolean isAnsweredBy(String holding) {
    var side = SIDES.get(holding);
    return side != null && side.question() == this;
  }

  /** yes, no or divided; empty where nothing that was held answers it. */
  Optional<String> answer(@Nullable Collection<String> held) {
    var answers =
        holdings(held).stream()
            .flatMap(h -> Optional.ofNullable(SIDES.get(h)).stream())
            .map(Side::answer)
            .distinct()
            .toList();
    return answers.size() > 1
        ? Optional.of(AnsweredQuestion.DIVIDED)
        : answers.stream().findFirst();
  }
}
