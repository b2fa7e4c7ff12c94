package org.tnregistry.definition.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tnregistry.definition.rule.Answer.Codes;
import org.tnregistry.definition.rule.Answer.Finding;
import org.tnregistry.definition.rule.Answer.Level;
import org.tnregistry.definition.rule.Requirement.Levels;
import org.tnregistry.definition.rule.Requirement.Only;
import org.tnregistry.definition.rule.Rule.All;
import org.tnregistry.definition.rule.Rule.Any;
import org.tnregistry.definition.rule.Rule.AtLeast;
import org.tnregistry.definition.rule.Rule.IncludesAny;
import org.tnregistry.definition.rule.Rule.Is;
import org.tnregistry.definition.rule.Ruling.Decided;
import org.tnregistry.definition.rule.Ruling.Open;

/** Explanations as their readers get them. */
class RulingTest {
  private static final Answer SILENCED = new Codes(Set.of("a"), true);
  private static final Answer PERHAPS_MORE = new Codes(Set.of("c"), false);
  private static final Rule HARM = new Is("harm", Finding.MET);
  private static final Profile PROFILE =
      profile(
          new All(
              List.of(
                  new IncludesAny("goal", List.of("b", "a")),
                  new AtLeast("state", "middle"),
                  HARM)));

  @Test
  void whoQualifiesIsToldEveryElementThatItTook() {
    var decided =
        decided(PROFILE, Map.of("state", new Level("high"), "goal", SILENCED, "harm", Finding.MET));
    assertEquals(Verdict.QUALIFIES, decided.verdict());
    assertEquals(
        Map.of(
            "state", new Levels(List.of("middle", "high")),
            "harm", new Only(Finding.MET),
            "goal", anyOf("a", "b")),
        decided.decidedBy().requirements());
    assertEquals(List.of("state", "harm", "goal"), List.copyOf(decided.decidedBy().elements()));
    assertEquals(List.of(), decided.alsoDecidedBy());
  }

  @Test
  void whoDisputesOneReasonSeesTheOthers() {
    var decided = decided(PROFILE, Map.of("state", new Level("low"), "harm", Finding.NOT_MET));
    assertEquals(Verdict.DOES_NOT_QUALIFY, decided.verdict());
    assertEquals(Map.of("state", new Levels(List.of("low"))), decided.decidedBy().requirements());
    assertEquals(
        List.of(Map.of("harm", new Only(Finding.NOT_MET))),
        decided.alsoDecidedBy().stream().map(Way::requirements).toList());
  }

  @Test
  void theReasonWithTheFewestElementsComesFirst() {
    var profile =
        profile(
            new Any(
                List.of(
                    new All(List.of(new AtLeast("state", "middle"), HARM)),
                    new Is("crime", Finding.MET))));
    var decided =
        decided(
            profile, Map.of("state", new Level("high"), "harm", Finding.MET, "crime", Finding.MET));
    assertEquals(Set.of("crime"), decided.decidedBy().elements());
    assertEquals(Set.of("state", "harm"), decided.alsoDecidedBy().get(0).elements());
  }

  @Test
  void aMissingAnswerIsNamedWithWhatItWouldSettle() {
    var open =
        open(
            PROFILE, Map.of("state", new Level("high"), "goal", PERHAPS_MORE, "harm", Finding.MET));
    assertEquals(List.of(Map.of("goal", anyOf("a", "b"))), requirements(open.toQualify()));
    assertEquals(List.of(Map.of("goal", noneOf("a", "b"))), requirements(open.notToQualify()));
  }

  @Test
  void whereNoAnswerSettlesAVerdictAloneTheFewestThatDoAreNamed() {
    var open = open(PROFILE, Map.of("goal", SILENCED));
    assertEquals(
        List.of(
            Map.of("state", new Levels(List.of("middle", "high")), "harm", new Only(Finding.MET))),
        requirements(open.toQualify()));
    assertEquals(
        List.of(
            Map.of("state", new Levels(List.of("low"))), Map.of("harm", new Only(Finding.NOT_MET))),
        requirements(open.notToQualify()));
  }

  @Test
  void aVerdictThatCannotBeReachedAnyMoreHasNoWay() {
    var either = new Any(List.of(HARM, new Rule.Not(HARM)));
    var profile = profile(new All(List.of(either, new Is("crime", Finding.MET))));
    var open = open(profile, Map.of("crime", Finding.MET));
    assertEquals(List.of(), open.notToQualify());
    assertEquals(2, open.toQualify().size());
  }

  @Test
  void anAnswerOfAnotherScaleIsRefused() {
    for (var answer : List.of(Finding.MET, SILENCED, new Level("top"))) {
      assertThrows(IllegalArgumentException.class, () -> PROFILE.judge(Map.of("state", answer)));
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> PROFILE.judge(Map.of("goal", new Codes(Set.of("x"), false))));
  }

  @Test
  void answersAreReadAsAssessorsWriteThem() {
    var state = Scale.ordinal(Questions.LEVELS);
    var goal = Scale.codes(Questions.codes("goal"));
    assertEquals(new Level("low"), state.read(List.of("low")));
    assertEquals(Answer.UNKNOWN, state.read(List.of("unknown")));
    assertEquals(new Codes(Set.of("a", "c"), true), goal.read(List.of("c", "a")));
    assertEquals(new Codes(Set.of("a"), false), goal.read(List.of("undetermined", "a")));
    assertEquals(new Codes(Set.of(), true), goal.read(List.of("none")));
    assertEquals(Finding.NOT_MET, Scale.ternary().read(List.of("not-met")));
    assertEquals(Answer.UNKNOWN, Scale.ternary().read(List.of("undetermined")));
    refused(state, List.of(), List.of("top"), List.of("low", "high"));
    refused(goal, List.of(), List.of("x"), List.of("none", "a"), List.of("none", "undetermined"));
    refused(Scale.ternary(), List.of(), List.of("unknown"), List.of("met", "not-met"));
  }

  @SafeVarargs
  private static void refused(Scale scale, List<String>... answers) {
    for (var answer : answers) {
      assertThrows(IllegalArgumentException.class, () -> scale.read(answer), answer.toString());
    }
  }

  private static Profile profile(Rule rule) {
    return Profile.of(rule, Questions.SCALES);
  }

  private static Decided decided(Profile profile, Map<String, Answer> answers) {
    return assertInstanceOf(Decided.class, profile.judge(answers));
  }

  private static Open open(Profile profile, Map<String, Answer> answers) {
    return assertInstanceOf(Open.class, profile.judge(answers));
  }

  private static Requirement anyOf(String... codes) {
    return new Requirement.Codes(List.of(List.of(codes)), List.of());
  }

  private static Requirement noneOf(String... codes) {
    return new Requirement.Codes(List.of(), List.of(codes));
  }

  private static List<? extends Map<String, Requirement>> requirements(List<Way> ways) {
    return ways.stream().map(Way::requirements).toList();
  }
}
