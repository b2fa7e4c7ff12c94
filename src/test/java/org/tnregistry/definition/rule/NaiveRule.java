package org.tnregistry.definition.rule;

import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.tnregistry.definition.rule.Answer.Codes;
import org.tnregistry.definition.rule.Answer.Level;
import org.tnregistry.definition.rule.Rule.All;
import org.tnregistry.definition.rule.Rule.Any;
import org.tnregistry.definition.rule.Rule.AtLeast;
import org.tnregistry.definition.rule.Rule.Condition;
import org.tnregistry.definition.rule.Rule.IncludesAny;
import org.tnregistry.definition.rule.Rule.Is;
import org.tnregistry.definition.rule.Rule.Not;

/**
 * The value of a rule the slow way, with numbers: -1, 0, 1 for false, undetermined, true; all is
 * the least of them, any the greatest, not the negation. A condition on an open set is what all
 * complete answers make of it that are still possible.
 */
final class NaiveRule {
  private NaiveRule() {}

  static int value(Rule rule, Map<String, Answer> answers) {
    if (rule instanceof All all) {
      return all.parts().stream().mapToInt(p -> value(p, answers)).min().orElse(1);
    }
    if (rule instanceof Any any) {
      return any.parts().stream().mapToInt(p -> value(p, answers)).max().orElse(-1);
    }
    if (rule instanceof Not not) {
      return -value(not.part(), answers);
    }
    var condition = (Condition) rule;
    var given = answers.getOrDefault(condition.element(), Answer.UNKNOWN);
    if (given instanceof Answer.Undetermined) {
      return 0;
    }
    var values =
        Questions.completions(condition.element(), given).stream()
            .flatMapToInt(a -> IntStream.of(isMet(condition, a) ? 1 : -1))
            .distinct()
            .toArray();
    return values.length == 1 ? values[0] : 0;
  }

  private static boolean isMet(Condition condition, Answer answer) {
    if (condition instanceof AtLeast atLeast) {
      var level = ((Level) answer).code();
      return Questions.LEVELS.indexOf(level) >= Questions.LEVELS.indexOf(atLeast.level());
    }
    if (condition instanceof IncludesAny any) {
      return any.codes().stream().anyMatch(((Codes) answer).codes()::contains);
    }
    return answer == ((Is) condition).finding();
  }

  /** Whether a complete answer fulfils what an explanation asks for. */
  static boolean fulfils(Answer answer, Requirement requirement) {
    if (requirement instanceof Requirement.Levels levels) {
      return levels.levels().contains(((Level) answer).code());
    }
    if (requirement instanceof Requirement.Codes asked) {
      Predicate<String> given = ((Codes) answer).codes()::contains;
      return asked.anyOf().stream().allMatch(codes -> codes.stream().anyMatch(given))
          && asked.noneOf().stream().noneMatch(given);
    }
    return answer == ((Requirement.Only) requirement).finding();
  }

  static boolean fulfils(Map<String, Answer> answers, Way way) {
    return way.requirements().entrySet().stream()
        .allMatch(r -> fulfils(answers.getOrDefault(r.getKey(), Answer.UNKNOWN), r.getValue()));
  }
}
