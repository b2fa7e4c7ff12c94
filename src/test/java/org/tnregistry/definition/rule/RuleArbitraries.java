package org.tnregistry.definition.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;
import org.tnregistry.definition.rule.Answer.Finding;
import org.tnregistry.definition.rule.Rule.All;
import org.tnregistry.definition.rule.Rule.Any;
import org.tnregistry.definition.rule.Rule.AtLeast;
import org.tnregistry.definition.rule.Rule.Condition;
import org.tnregistry.definition.rule.Rule.IncludesAny;
import org.tnregistry.definition.rule.Rule.Is;
import org.tnregistry.definition.rule.Rule.Not;

/** Rules over {@link Questions} and answers to them, complete or not. */
class RuleArbitraries extends DomainContextBase {
  /** Answers by element. */
  record Given(Map<String, Answer> answers) {}

  @Provide
  Arbitrary<Rule> rules() {
    return rules(3);
  }

  /** Those that can be published. */
  @Provide
  Arbitrary<Profile> profiles() {
    return rules().filter(RuleArbitraries::isSound).map(r -> Profile.of(r, Questions.SCALES));
  }

  @Provide
  Arbitrary<Given> answers() {
    var one =
        Combinators.combine(answer("state"), answer("reach"), answer("harm"))
            .as((state, reach, harm) -> Map.of("state", state, "reach", reach, "harm", harm));
    return Combinators.combine(one, answer("goal"), answer("crime"))
        .as(
            (others, goal, crime) -> {
              var all = new HashMap<>(others);
              all.put("goal", goal);
              all.put("crime", crime);
              return new Given(all);
            });
  }

  /** Whether it is refused for its length alone. */
  static boolean isTooWide(Rule rule) {
    try {
      RuleCheck.check(rule, Questions.SCALES);
      return false;
    } catch (FlawedRuleException e) {
      return e.flaws().stream().anyMatch(f -> f.reason().startsWith("has more than"));
    }
  }

  static boolean isSound(Rule rule) {
    try {
      RuleCheck.check(rule, Questions.SCALES);
      return true;
    } catch (FlawedRuleException e) {
      return false;
    }
  }

  /** The same rule with the parts of all and any, and the codes of a set, in another order. */
  static Rule shuffled(Rule rule, Random random) {
    if (rule instanceof All all) {
      return new All(shuffledParts(all.parts(), random));
    }
    if (rule instanceof Any any) {
      return new Any(shuffledParts(any.parts(), random));
    }
    if (rule instanceof Not not) {
      return new Not(shuffled(not.part(), random));
    }
    return rule instanceof IncludesAny any
        ? new IncludesAny(any.element(), mixed(any.codes(), random))
        : rule;
  }

  private static List<Rule> shuffledParts(List<Rule> parts, Random random) {
    return mixed(parts.stream().map(p -> shuffled(p, random)).toList(), random);
  }

  private static <T> List<T> mixed(List<T> items, Random random) {
    var mixed = new ArrayList<>(items);
    Collections.shuffle(mixed, random);
    return mixed;
  }

  private static Arbitrary<Answer> answer(String element) {
    return Arbitraries.of(Questions.allAnswers(element));
  }

  private static Arbitrary<Rule> rules(int depth) {
    if (depth == 0) {
      return conditions().map(c -> c);
    }
    var parts = Arbitraries.lazy(() -> rules(depth - 1)).list().ofMinSize(1).ofMaxSize(3);
    return Arbitraries.frequencyOf(
        Tuple.of(2, rules(0)),
        Tuple.of(3, parts.map(All::new)),
        Tuple.of(3, parts.map(Any::new)),
        Tuple.of(1, Arbitraries.lazy(() -> rules(depth - 1)).map(Not::new)));
  }

  private static Arbitrary<Condition> conditions() {
    return Arbitraries.oneOf(
        Arbitraries.of(Questions.LEVELS).map(level -> new AtLeast("state", level)),
        includes("reach"),
        includes("goal"),
        Combinators.combine(Arbitraries.of(Questions.FINDINGS), Arbitraries.of(Finding.class))
            .as(Is::new));
  }

  private static Arbitrary<Condition> includes(String element) {
    return Arbitraries.of(Questions.codes(element))
        .list()
        .uniqueElements()
        .ofMinSize(1)
        .map(codes -> new IncludesAny(element, codes));
  }
}
