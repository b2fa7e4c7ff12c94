package org.tnregistry.definition.rule;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The answers that an element takes. */
public abstract sealed class Scale permits OrdinalScale, CodeScale, TernaryScale {

  /**
   * @param levels lowest first; an assessor may also answer {@code unknown}
   */
  public static Scale ordinal(List<String> levels) {
    return new OrdinalScale(levels);
  }

  /**
   * @param codes of which an assessor gives one or more, or {@code none} alone; {@code
   *     undetermined} beside them says that a further one is possible
   */
  public static Scale codes(Collection<String> codes) {
    return new CodeScale(codes);
  }

  /** {@code met}, {@code not-met} or {@code undetermined}. */
  public static Scale ternary() {
    return new TernaryScale();
  }

  /**
   * The answer as an assessor writes it: one code, or several of a set.
   *
   * @throws IllegalArgumentException when the scale has no such answer
   */
  public abstract Answer read(Collection<String> written);

  /** Whether it is an answer of this scale. */
  abstract boolean takes(Answer answer);

  /** Where, from the condition on, something is asked that this scale cannot answer. */
  abstract Optional<Flaw> flaw(Rule.Condition condition);

  /**
   * @param condition one without flaw
   * @param answer one that this scale takes
   */
  abstract Truth truth(Rule.Condition condition, Answer answer);

  /** What an answer takes to give the condition this value; empty when none gives it. */
  abstract Optional<Requirement> requirement(Rule.Condition condition, boolean value);

  static Flaw misfit(Rule.Condition condition, String fitting) {
    return new Flaw("/" + condition.operator(), "does not fit the element, which takes " + fitting);
  }

  static IllegalArgumentException noAnswer() {
    return new IllegalArgumentException("the scale of the element has no such answer");
  }
}
