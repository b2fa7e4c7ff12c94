package org.tnregistry.definition.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.tnregistry.definition.rule.Rule.All;

/** A rule is published exactly when some complete answers meet it and some do not. */
@Domain(RuleArbitraries.class)
class RuleCheckPropertiesTest {
  private static final List<Map<String, Answer>> EVERYTHING =
      Questions.completions(List.copyOf(Questions.SCALES.keySet()), Map.of());

  @Property(tries = 1000)
  void aRuleIsRefusedExactlyWhenItSaysTheSameOfEverything(@ForAll Rule rule) {
    Assume.that(!RuleArbitraries.isTooWide(rule));
    assertEquals(values(rule).size() == 2, RuleArbitraries.isSound(rule));
  }

  @Property(tries = 1000)
  void rulesThatContradictEachOtherAreRefused(@ForAll Rule a, @ForAll Rule b) {
    var both = new All(List.of(a, b, new Rule.Not(a)));
    assertFalse(RuleArbitraries.isSound(both));
  }

  private static List<Integer> values(Rule rule) {
    return EVERYTHING.stream()
        .map(answers -> NaiveRule.value(rule, answers))
        .distinct()
        .collect(Collectors.toList());
  }
}
