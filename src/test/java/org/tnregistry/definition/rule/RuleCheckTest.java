package org.tnregistry.definition.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tnregistry.definition.rule.Answer.Finding;
import org.tnregistry.definition.rule.Rule.All;
import org.tnregistry.definition.rule.Rule.Any;
import org.tnregistry.definition.rule.Rule.AtLeast;
import org.tnregistry.definition.rule.Rule.IncludesAny;
import org.tnregistry.definition.rule.Rule.Is;
import org.tnregistry.definition.rule.Rule.Not;

class RuleCheckTest {
  private static final Rule HARM = new Is("harm", Finding.MET);
  private static final Rule NO_HARM = new Is("harm", Finding.NOT_MET);
  private static final Rule HIGH = new AtLeast("state", "high");
  private static final Rule MIDDLE = new AtLeast("state", "middle");
  private static final Rule GOAL = new IncludesAny("goal", List.of("a", "b"));

  static Stream<Arguments> flawedRules() {
    return Stream.of(
        flawed(new Is("weather", Finding.MET), "/element is no element"),
        flawed(all(HARM, new AtLeast("state", "unknown")), "/all/1/atLeast is no level"),
        flawed(any(new IncludesAny("goal", List.of("a", "x"))), "/any/0/includesAny/1 is no code"),
        flawed(new IncludesAny("goal", List.of("none")), "/includesAny/0 is no code"),
        flawed(new IncludesAny("goal", List.of("undetermined")), "/includesAny/0 is no code"),
        flawed(new Not(new IncludesAny("goal", List.of())), "/not/includesAny names no code"),
        flawed(new AtLeast("goal", "a"), "/atLeast does not fit the element, which takes inc"),
        flawed(new IncludesAny("harm", List.of("met")), "/includesAny does not fit the element"),
        flawed(new Is("state", Finding.MET), "/is does not fit the element, which takes atLeast"),
        flawed(all(HARM, any()), "/all/1 has no parts"),
        flawed(all(), " has no parts"));
  }

  @ParameterizedTest
  @MethodSource("flawedRules")
  void aRuleThatAsksWhatCannotBeAnsweredIsRefusedWithThePlace(Rule rule, String flaw) {
    var found = flaws(rule);
    assertEquals(1, found.size());
    assertTrue(text(found).startsWith(flaw), text(found));
  }

  static Stream<Arguments> emptyRules() {
    return Stream.of(
        flawed(all(HARM, HIGH, NO_HARM), " can never be met, .* /all/0 and /all/2"),
        flawed(all(HIGH, GOAL, new Not(MIDDLE)), " can never be met, .* /all/0 and /all/2"),
        flawed(all(GOAL, any(all(HARM, NO_HARM))), "/all/1/any/0 can never .*"),
        flawed(
            all(GOAL, new Not(new IncludesAny("goal", List.of("b", "a", "c")))),
            " can never be met, .* /all/0 and /all/1"),
        flawed(new Not(new AtLeast("state", "low")), "/not is met by every answer"),
        flawed(any(MIDDLE, new Not(HIGH)), " is always met, .* /any/0 and /any/1"),
        flawed(all(any(HARM, NO_HARM)), "/all/0 is always met, .*"),
        flawed(new Not(all(HARM, NO_HARM)), "/not can never be met, .*"),
        flawed(
            new Not(any(MIDDLE, new Not(HIGH), GOAL)),
            "/not is always met, .* /not/any/0 and /not/any/1"));
  }

  @ParameterizedTest
  @MethodSource("emptyRules")
  void aRuleThatSaysTheSameOfEverythingIsRefusedWithTheReason(Rule rule, String flaw) {
    var found = flaws(rule);
    assertEquals(1, found.size());
    assertTrue(text(found).matches(flaw), text(found));
  }

  @Test
  void everyFlawIsNamedAtOnce() {
    assertEquals(
        List.of("/all/0/element", "/all/1/any/0/is", "/all/2/atLeast"),
        flaws(
                all(
                    new Is("weather", Finding.MET),
                    any(new Is("goal", Finding.MET)),
                    new AtLeast("state", "top")))
            .stream()
            .map(Flaw::pointer)
            .toList());
  }

  @Test
  void aRuleWithMoreWaysThanCanBeExplainedIsRefused() {
    var largest = allOfPairs(5);
    var open = (Ruling.Open) Profile.of(largest, pairs(5)).judge(Map.of());
    assertEquals(32, open.toQualify().size());
    assertEquals(5, open.notToQualify().size());
    var found = assertThrows(FlawedRuleException.class, () -> Profile.of(allOfPairs(6), pairs(6)));
    assertEquals(List.of(new Flaw("", "has more than 32 ways to be met or missed")), found.flaws());
  }

  @Test
  void aRuleThatWasPublishedWithMoreWaysIsStillJudgedBy() {
    var open = (Ruling.Open) Profile.ofPublished(allOfPairs(8), pairs(8)).judge(Map.of());
    assertEquals(256, open.toQualify().size());
    assertEquals(8, open.notToQualify().size());
  }

  private static Rule allOfPairs(int count) {
    return new All(
        IntStream.range(0, count)
            .<Rule>mapToObj(i -> any(met("left" + i), met("right" + i)))
            .toList());
  }

  private static Rule met(String element) {
    return new Is(element, Finding.MET);
  }

  private static Map<String, Scale> pairs(int count) {
    var scales = new LinkedHashMap<String, Scale>();
    for (int i = 0; i < count; i++) {
      scales.put("left" + i, Scale.ternary());
      scales.put("right" + i, Scale.ternary());
    }
    return scales;
  }

  private static List<Flaw> flaws(Rule rule) {
    return assertThrows(FlawedRuleException.class, () -> RuleCheck.check(rule, Questions.SCALES))
        .flaws();
  }

  private static String text(List<Flaw> flaws) {
    return String.valueOf(new FlawedRuleException(flaws).getMessage());
  }

  private static Arguments flawed(Rule rule, String flaw) {
    return Arguments.of(rule, flaw);
  }

  private static Rule all(Rule... parts) {
    return new All(List.of(parts));
  }

  private static Rule any(Rule... parts) {
    return new Any(List.of(parts));
  }
}
