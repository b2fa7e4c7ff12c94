package org.tnregistry.definition.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.tnregistry.definition.rule.Rule.All;
import org.tnregistry.definition.rule.Rule.Any;
import org.tnregistry.definition.rule.Rule.Not;
import org.tnregistry.definition.rule.RuleArbitraries.Given;

/** What holds of every rule, whatever is answered. */
@Domain(RuleArbitraries.class)
@Domain(DomainContext.Global.class)
class VerdictPropertiesTest {

  @Property(tries = 1000)
  void aRuleHasTheValueOfTheThreeValuedLogic(@ForAll Rule rule, @ForAll Given given) {
    assertEquals(
        NaiveRule.value(rule, given.answers()), truth(rule, given).compareTo(Truth.UNDETERMINED));
  }

  @Property(tries = 1000)
  void anAnswerThatSaysMoreNeverTurnsAVerdict(
      @ForAll Rule rule, @ForAll Given given, @ForAll Given other) {
    var before = truth(rule, given);
    for (var element : Questions.SCALES.keySet()) {
      var answer = other.answers().getOrDefault(element, Answer.UNKNOWN);
      var less = given.answers().getOrDefault(element, Answer.UNKNOWN);
      if (before != Truth.UNDETERMINED && Questions.isRefined(element, less, answer)) {
        var more = new Given(Questions.with(given.answers(), element, answer));
        assertEquals(before, truth(rule, more), element);
      }
    }
  }

  @Property(tries = 500)
  void whoAnswersEverythingGetsAVerdict(@ForAll Profile profile, @ForAll Given given) {
    for (var complete : Questions.completions(profile.elements(), given.answers())) {
      assertNotEquals(Verdict.UNDETERMINED, profile.judge(complete).verdict());
    }
  }

  @Property(tries = 1000)
  void theOrderInWhichARuleIsWrittenDoesNotMatter(
      @ForAll Rule rule, @ForAll Given given, @ForAll long seed) {
    if (RuleArbitraries.isSound(rule)) {
      var shuffled = RuleArbitraries.shuffled(rule, new Random(seed));
      assertEquals(judge(rule, given), judge(shuffled, given));
      assertEquals(judge(rule, given).toString(), judge(shuffled, given).toString());
    }
  }

  @Property(tries = 500)
  void notAllIsAnyNotAndTheOtherWayRound(@ForAll Rule a, @ForAll Rule b, @ForAll Given given) {
    var parts = List.of(a, b);
    var denied = List.<Rule>of(new Not(a), new Not(b));
    assertEquals(truth(new Not(new All(parts)), given), truth(new Any(denied), given));
    assertEquals(truth(new Not(new Any(parts)), given), truth(new All(denied), given));
  }

  @Property(tries = 500)
  void whatIsDeniedTwiceIsSaid(@ForAll Rule rule, @ForAll Given given) {
    var twice = new Not(new Not(rule));
    assertEquals(truth(rule, given), truth(twice, given));
    if (RuleArbitraries.isSound(rule)) {
      assertEquals(judge(rule, given), judge(twice, given));
    }
  }

  @Property(tries = 200)
  void answersThatTheRuleDoesNotAskForDoNotMatter(@ForAll Profile profile, @ForAll Given given) {
    var asked = new HashMap<>(given.answers());
    asked.keySet().retainAll(profile.elements());
    assertEquals(profile.judge(asked), profile.judge(given.answers()));
  }

  private static Ruling judge(Rule rule, Given given) {
    return Profile.of(rule, Questions.SCALES).judge(given.answers());
  }

  private static Truth truth(Rule rule, Given given) {
    Map<String, Answer> answers = given.answers();
    return new Evaluation(
            c ->
                Objects.requireNonNull(Questions.SCALES.get(c.element()))
                    .truth(c, answers.getOrDefault(c.element(), Answer.UNKNOWN)))
        .of(rule);
  }
}
