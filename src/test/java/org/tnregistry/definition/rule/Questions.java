package org.tnregistry.definition.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tnregistry.definition.rule.Answer.Codes;
import org.tnregistry.definition.rule.Answer.Finding;
import org.tnregistry.definition.rule.Answer.Level;

/** Five elements, small enough to try every answer. */
final class Questions {
  static final List<String> LEVELS = List.of("low", "middle", "high");
  static final Map<String, List<String>> CODES =
      Map.of("goal", List.of("a", "b", "c"), "reach", List.of("x", "y"));
  static final List<String> FINDINGS = List.of("harm", "crime");
  static final Map<String, Scale> SCALES = scales();

  private Questions() {}

  private static Map<String, Scale> scales() {
    var scales = new LinkedHashMap<String, Scale>();
    scales.put("state", Scale.ordinal(LEVELS));
    scales.put("reach", Scale.codes(codes("reach")));
    scales.put("harm", Scale.ternary());
    scales.put("goal", Scale.codes(codes("goal")));
    scales.put("crime", Scale.ternary());
    return scales;
  }

  static List<String> codes(String element) {
    return CODES.getOrDefault(element, List.of());
  }

  static List<Answer> completeAnswers(String element) {
    if (FINDINGS.contains(element)) {
      return List.of(Finding.MET, Finding.NOT_MET);
    }
    return element.equals("state")
        ? LEVELS.stream().<Answer>map(Level::new).toList()
        : subsets(codes(element)).stream().<Answer>map(s -> new Codes(s, true)).toList();
  }

  static List<Answer> allAnswers(String element) {
    var open = subsets(codes(element)).stream().<Answer>map(s -> new Codes(s, false));
    return Stream.of(
            Stream.of(Answer.UNKNOWN),
            completeAnswers(element).stream(),
            CODES.containsKey(element) ? open : Stream.<Answer>of())
        .flatMap(s -> s)
        .toList();
  }

  /** The complete answers that may yet become of it. */
  static List<Answer> completions(String element, Answer answer) {
    if (answer instanceof Answer.Undetermined) {
      return completeAnswers(element);
    }
    return answer instanceof Codes codes && !codes.complete()
        ? completeAnswers(element).stream()
            .filter(a -> ((Codes) a).codes().containsAll(codes.codes()))
            .toList()
        : List.of(answer);
  }

  /** Whether the second answer says all that the first one does, and maybe more. */
  static boolean isRefined(String element, Answer less, Answer more) {
    return new HashSet<>(completions(element, less)).containsAll(completions(element, more));
  }

  /** Every way to answer these elements completely. */
  static List<Map<String, Answer>> completions(List<String> elements, Map<String, Answer> answers) {
    var all = List.<Map<String, Answer>>of(answers);
    for (var element : elements) {
      var given = answers.getOrDefault(element, Answer.UNKNOWN);
      all =
          all.stream()
              .flatMap(a -> completions(element, given).stream().map(c -> with(a, element, c)))
              .toList();
    }
    return all;
  }

  static Map<String, Answer> with(Map<String, Answer> answers, String element, Answer answer) {
    var changed = new HashMap<>(answers);
    changed.put(element, answer);
    return changed;
  }

  static <T> List<Set<T>> subsets(List<T> items) {
    var subsets = new ArrayList<Set<T>>(List.of(Set.of()));
    for (var item : items) {
      for (var subset : List.copyOf(subsets)) {
        var larger = new HashSet<>(subset);
        larger.add(item);
        subsets.add(larger);
      }
    }
    return subsets;
  }
}
