package org.tnregistry.definition.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tnregistry.definition.rule.Rule.Condition;

/** A rule that can be met and can be missed, over elements with known scales. Thread-safe. */
public final class Profile {
  private final Rule rule;
  private final Map<String, Scale> scales;

  private Profile(Rule rule, Map<String, Scale> scales) {
    this.rule = rule;
    this.scales = scales;
  }

  /**
   * @param elements those that a rule may ask, in the order in which explanations name them
   * @throws FlawedRuleException when the rule asks what cannot be answered, says the same of
   *     everything, or has more than {@value RuleCheck#MOST_ALTERNATIVES} alternatives
   */
  public static Profile of(Rule rule, Map<String, Scale> elements) {
    RuleCheck.check(rule, elements);
    return ofPublished(rule, elements);
  }

  /** As {@link #of(Rule, Map)}, of a rule that was checked when it was published. */
  public static Profile ofPublished(Rule rule, Map<String, Scale> elements) {
    var asked = asked(rule);
    var scales = new LinkedHashMap<>(elements);
    scales.keySet().retainAll(asked);
    return new Profile(rule, scales);
  }

  /** Those that the rule asks. */
  public List<String> elements() {
    return List.copyOf(scales.keySet());
  }

  /**
   * @param answers by element; those to others than the rule asks do not matter
   * @throws IllegalArgumentException when an answer is none of the scale of its element
   */
  public Ruling judge(Map<String, Answer> answers) {
    scales.forEach(
        (element, scale) -> {
          if (!scale.takes(answers.getOrDefault(element, Answer.UNKNOWN))) {
            throw Scale.noAnswer();
          }
        });
    Function<Condition, Truth> truths =
        c -> scale(c).truth(c, answers.getOrDefault(c.element(), Answer.UNKNOWN));
    var ways = new Ways(scales, truths);
    return switch (new Evaluation(truths).of(rule)) {
      case TRUE -> decided(Verdict.QUALIFIES, ways.taken(rule, true));
      case FALSE -> decided(Verdict.DOES_NOT_QUALIFY, ways.taken(rule, false));
      case UNDETERMINED ->
          new Ruling.Open(shortest(ways.missing(rule, true)), shortest(ways.missing(rule, false)));
    };
  }

  private Scale scale(Condition condition) {
    return Objects.requireNonNull(scales.get(condition.element()));
  }

  /**
   * @param ways fewest elements first; at least one, since the rule has the value that they lead to
   */
  private static Ruling decided(Verdict verdict, List<Way> ways) {
    var smallest = new ArrayList<Way>();
    for (var way : ways) {
      if (smallest.stream().noneMatch(s -> way.elements().containsAll(s.elements()))) {
        smallest.add(way);
      }
    }
    return new Ruling.Decided(verdict, smallest.get(0), smallest.subList(1, smallest.size()));
  }

  private static List<Way> shortest(List<Way> ways) {
    return ways.stream()
        .filter(way -> way.elements().size() == ways.get(0).elements().size())
        .toList();
  }

  private static Set<String> asked(Rule rule) {
    return Place.whole(rule)
        .all()
        .map(Place::rule)
        .filter(Condition.class::isInstance)
        .map(Condition.class::cast)
        .map(Condition::element)
        .collect(Collectors.toSet());
  }
}
