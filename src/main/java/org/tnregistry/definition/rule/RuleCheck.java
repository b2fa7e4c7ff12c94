package org.tnregistry.definition.rule;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tnregistry.definition.rule.Rule.All;
import org.tnregistry.definition.rule.Rule.Any;
import org.tnregistry.definition.rule.Rule.Condition;
import org.tnregistry.definition.rule.Rule.Not;

/** Whether a rule can be published, and why not. */
final class RuleCheck {
  /**
   * How many ways a rule may have to either value, were it written out, to be published. Explaining
   * takes time with the square of it for each definition and each agency that answered, and nobody
   * reads so many alternatives; the official definitions have up to six. Some that were published
   * before have up to 256.
   */
  static final int MOST_ALTERNATIVES = 32;

  private final Map<String, Scale> elements;

  private RuleCheck(Map<String, Scale> elements) {
    this.elements = elements;
  }

  /**
   * @throws FlawedRuleException when it cannot
   */
  static void check(Rule rule, Map<String, Scale> elements) {
    var check = new RuleCheck(elements);
    var whole = Place.whole(rule);
    refuse(whole.all().flatMap(check::unanswerable).toList());
    if (alternatives(rule, true) > MOST_ALTERNATIVES
        || alternatives(rule, false) > MOST_ALTERNATIVES) {
      refuse(
          List.of(
              new Flaw("", "has more than " + MOST_ALTERNATIVES + " ways to be met or missed")));
    }
    for (boolean value : List.of(true, false)) {
      if (!check.canBe(rule, value)) {
        refuse(check.causes(whole, value));
      }
    }
  }

  private static void refuse(List<Flaw> flaws) {
    if (!flaws.isEmpty()) {
      throw new FlawedRuleException(flaws);
    }
  }

  private Stream<Flaw> unanswerable(Place place) {
    if (place.rule() instanceof Condition condition) {
      var scale = elements.get(condition.element());
      var flaw =
          scale == null
              ? Optional.of(new Flaw("/element", "is no element of the standard"))
              : scale.flaw(condition);
      return flaw.stream().map(f -> f.under(place.pointer()));
    }
    return place.parts().isEmpty()
        ? Stream.of(new Flaw(place.pointer(), "has no parts"))
        : Stream.empty();
  }

  /** Before those are left out that contradict themselves or take more than another one. */
  private static long alternatives(Rule rule, boolean value) {
    if (rule instanceof Not not) {
      return alternatives(not.part(), !value);
    }
    if (rule instanceof Condition) {
      return 1;
    }
    boolean together = rule instanceof All == value;
    long count = together ? 1 : 0;
    for (var part : Place.whole(rule).parts()) {
      long more = alternatives(part.rule(), value);
      count = Math.min(together ? count * more : count + more, MOST_ALTERNATIVES + 1L);
    }
    return count;
  }

  private boolean canBe(Rule rule, boolean value) {
    return !Ways.ofAnyAnswers(elements).missing(rule, value).isEmpty();
  }

  /** The innermost places that keep the rule from ever having this value. */
  private List<Flaw> causes(Place place, boolean value) {
    if (place.rule() instanceof Not) {
      return place.parts().stream().flatMap(part -> causes(part, !value).stream()).toList();
    }
    var hopeless = place.parts().stream().filter(part -> !canBe(part.rule(), value)).toList();
    if (!hopeless.isEmpty()) {
      return hopeless.stream().flatMap(part -> causes(part, value).stream()).toList();
    }
    return List.of(new Flaw(place.pointer(), reason(place, value)));
  }

  private String reason(Place place, boolean value) {
    if (place.rule() instanceof Condition) {
      return value ? "is met by no answer" : "is met by every answer";
    }
    var clash =
        clash(place, value).stream().map(Place::pointer).collect(Collectors.joining(" and "));
    return value
        ? "can never be met, because it takes what no answers meet together: " + clash
        : "is always met, because no answers miss all of these: " + clash;
  }

  /** As few of the parts as suffice to keep them from having this value together. */
  private List<Place> clash(Place place, boolean value) {
    var clash = place.parts();
    for (var part : place.parts()) {
      var fewer = clash.stream().filter(other -> !other.equals(part)).toList();
      var rules = fewer.stream().map(Place::rule).toList();
      if (!canBe(value ? new All(rules) : new Any(rules), value)) {
        clash = fewer;
      }
    }
    return clash;
  }
}
