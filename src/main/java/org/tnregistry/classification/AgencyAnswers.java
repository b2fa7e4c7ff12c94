package org.tnregistry.classification;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one agency has answered to the elements that a definition asks. Elements are shared: an
 * answer that was given under one definition counts for all. Pure.
 */
final class AgencyAnswers {
  private record Given(ElementAnswer answer, Assessment in) {}

  private final Map<String, Given> given;

  private AgencyAnswers(Map<String, Given> given) {
    this.given = given;
  }

  /**
   * What was answered under the definition itself goes before what was under another, and there the
   * later before the earlier.
   *
   * @param current the assessments of the agency that count
   */
  static AgencyAnswers to(
      String definition, Collection<String> elements, List<Assessment> current) {
    var given = new LinkedHashMap<String, Given>();
    current.stream()
        .sorted(
            Comparator.comparing((Assessment a) -> !a.definition().equals(definition))
                .thenComparing(Assessment::madeAt, Comparator.reverseOrder()))
        .forEach(
            assessment ->
                assessment.answers().stream()
                    .filter(answer -> elements.contains(answer.element()))
                    .forEach(a -> given.putIfAbsent(a.element(), new Given(a, assessment))));
    return new AgencyAnswers(given);
  }

  List<ElementAnswer> answers() {
    return given.values().stream().map(Given::answer).toList();
  }

  boolean has(String element) {
    return given.containsKey(element);
  }

  /** Those that the answers are taken from. */
  List<Assessment> assessments() {
    return given.values().stream().map(Given::in).distinct().toList();
  }
}
