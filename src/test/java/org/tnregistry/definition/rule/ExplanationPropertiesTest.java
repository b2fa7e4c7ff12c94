package org.tnregistry.definition.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.tnregistry.definition.rule.Answer.Codes;
import org.tnregistry.definition.rule.RuleArbitraries.Given;
import org.tnregistry.definition.rule.Ruling.Decided;
import org.tnregistry.definition.rule.Ruling.Open;

/** An explanation says no more than is true, and no less than is needed. */
@Domain(RuleArbitraries.class)
class ExplanationPropertiesTest {

  @Property(tries = 1000)
  void theDecidingAnswersDecideAloneAndNoneOfThemCanBeMissed(
      @ForAll Profile profile, @ForAll Given given) {
    if (profile.judge(given.answers()) instanceof Decided decided) {
      for (var way : ways(decided).toList()) {
        var alone = only(given.answers(), way.elements());
        assertEquals(decided.verdict(), profile.judge(alone).verdict());
        for (var element : way.elements()) {
          var fewer = only(alone, without(way.elements(), element));
          assertEquals(Verdict.UNDETERMINED, profile.judge(fewer).verdict());
        }
      }
    }
  }

  @Property(tries = 1000)
  void everySetOfAnswersThatDecidesIsNamedAndTheSmallestFirst(
      @ForAll Profile profile, @ForAll Given given) {
    if (profile.judge(given.answers()) instanceof Decided decided) {
      var deciding =
          Questions.subsets(profile.elements()).stream()
              .filter(s -> profile.judge(only(given.answers(), s)).verdict() == decided.verdict())
              .toList();
      assertEquals(
          smallest(deciding), ways(decided).map(Way::elements).collect(Collectors.toSet()));
      assertEquals(
          deciding.stream().mapToInt(Set::size).min().orElseThrow(),
          decided.decidedBy().elements().size());
    }
  }

  @Property(tries = 500)
  void theAnswersGivenFulfilWhatDecidesAndAllThatFulfilItDecideLikewise(
      @ForAll Profile profile, @ForAll Given given) {
    if (profile.judge(given.answers()) instanceof Decided decided) {
      for (var way : ways(decided).toList()) {
        var elements = List.copyOf(way.elements());
        for (var answers : Questions.completions(elements, given.answers())) {
          assertTrue(NaiveRule.fulfils(answers, way), way.toString());
        }
        for (var answers : fulfilling(elements, Map.of(), way)) {
          assertEquals(decided.verdict(), profile.judge(answers).verdict(), way.toString());
        }
      }
    }
  }

  @Property(tries = 500)
  void noWayThatIsNamedTakesMoreThanAnother(@ForAll Profile profile, @ForAll Given given) {
    if (profile.judge(given.answers()) instanceof Open open) {
      for (var ways : List.of(open.toQualify(), open.notToQualify())) {
        var taking =
            ways.stream()
                .map(way -> new HashSet<>(fulfilling(profile.elements(), given.answers(), way)))
                .toList();
        for (int i = 0; i < ways.size(); i++) {
          for (int j = 0; j < ways.size(); j++) {
            assertTrue(i == j || !taking.get(i).containsAll(taking.get(j)), ways.toString());
          }
        }
      }
    }
  }

  @Property(tries = 1000)
  void whatIsSaidToSettleAVerdictSettlesIt(@ForAll Profile profile, @ForAll Given given) {
    if (profile.judge(given.answers()) instanceof Open open) {
      settles(profile, given, open.toQualify(), Verdict.QUALIFIES);
      settles(profile, given, open.notToQualify(), Verdict.DOES_NOT_QUALIFY);
    }
  }

  private static void settles(Profile profile, Given given, List<Way> ways, Verdict verdict) {
    for (var way : ways) {
      var fulfilling = fulfilling(List.copyOf(way.elements()), given.answers(), way);
      assertTrue(!fulfilling.isEmpty(), () -> way + " is no way");
      for (var answers : fulfilling) {
        assertEquals(verdict, profile.judge(answers).verdict(), way.toString());
      }
    }
  }

  @Property(tries = 500)
  void everyAnswerThatSettlesAVerdictIsNamedAndNoFewerElementsDo(
      @ForAll Profile profile, @ForAll Given given) {
    if (profile.judge(given.answers()) instanceof Open open) {
      isComplete(profile, given, open.toQualify(), Verdict.QUALIFIES);
      isComplete(profile, given, open.notToQualify(), Verdict.DOES_NOT_QUALIFY);
    }
  }

  /** Of as many elements as the ways have, all answers; of fewer, none; without a way, none. */
  private static void isComplete(Profile profile, Given given, List<Way> ways, Verdict verdict) {
    int size = ways.isEmpty() ? profile.elements().size() : ways.get(0).elements().size();
    var undecided = profile.elements().stream().filter(e -> isOpen(given, e)).toList();
    for (var elements : Questions.subsets(undecided)) {
      if (elements.size() <= size) {
        for (var answers : Questions.completions(List.copyOf(elements), given.answers())) {
          boolean named =
              ways.stream()
                  .anyMatch(w -> w.elements().equals(elements) && NaiveRule.fulfils(answers, w));
          assertEquals(profile.judge(answers).verdict() == verdict, named, answers.toString());
        }
      }
    }
  }

  private static List<Map<String, Answer>> fulfilling(
      List<String> elements, Map<String, Answer> given, Way way) {
    return Questions.completions(elements, given).stream()
        .filter(answers -> NaiveRule.fulfils(answers, way))
        .toList();
  }

  private static boolean isOpen(Given given, String element) {
    var answer = given.answers().getOrDefault(element, Answer.UNKNOWN);
    return answer instanceof Answer.Undetermined
        || (answer instanceof Codes codes && !codes.complete());
  }

  private static Stream<Way> ways(Decided decided) {
    return Stream.concat(Stream.of(decided.decidedBy()), decided.alsoDecidedBy().stream());
  }

  private static Set<Set<String>> smallest(List<Set<String>> sets) {
    return sets.stream()
        .filter(s -> sets.stream().noneMatch(o -> !o.equals(s) && s.containsAll(o)))
        .collect(Collectors.toSet());
  }

  private static Map<String, Answer> only(
      Map<String, Answer> answers, Collection<String> elements) {
    var left = new HashMap<>(answers);
    left.keySet().retainAll(elements);
    return left;
  }

  private static Set<String> without(Set<String> elements, String element) {
    var left = new HashSet<>(elements);
    left.remove(element);
    return left;
  }
}
