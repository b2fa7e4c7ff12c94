package org.tnregistry.definition;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tnregistry.definition.rule.Scale;
import org.tnregistry.taxonomy.Concept;
import org.tnregistry.taxonomy.Taxonomies;
import org.tnregistry.taxonomy.Taxonomy;

/** The answers that elements take, from the code lists of their answers. */
final class ElementScales {
  /** What stands in a code list of a set for the answers that are no codes. */
  private static final Set<String> NO_CODES = Set.of("none", "undetermined");

  private ElementScales() {}

  /** By element, in the order of the standard. */
  static Map<String, Scale> of(List<Element> elements, Taxonomies taxonomies) {
    var scales = new LinkedHashMap<String, Scale>();
    for (var element : elements) {
      var answers = taxonomies.current(element.scheme()).orElseThrow();
      scales.put(element.id(), scale(element.answerType(), answers));
    }
    return scales;
  }

  /** Deprecated codes count: published rules and given answers go on using them. */
  private static Scale scale(String answerType, Taxonomy answers) {
    return switch (answerType) {
      case "ordinal" -> Scale.ordinal(levels(answers));
      case "set" ->
          Scale.codes(
              answers.concepts().stream()
                  .map(Concept::code)
                  .filter(code -> !NO_CODES.contains(code))
                  .toList());
      case "ternary", "derived" -> Scale.ternary();
      default -> throw new IllegalStateException(answerType + " is no type of answer");
    };
  }

  /** What has no rank compares with nothing. */
  private static List<String> levels(Taxonomy answers) {
    return answers.concepts().stream()
        .filter(concept -> concept.rank() != null)
        .sorted(Comparator.comparing(concept -> Objects.requireNonNull(concept.rank())))
        .map(Concept::code)
        .toList();
  }
}
