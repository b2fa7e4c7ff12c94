package org.tnregistry.definition.rule;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tnregistry.definition.rule.Rule.All;
import org.tnregistry.definition.rule.Rule.Any;
import org.tnregistry.definition.rule.Rule.Condition;
import org.tnregistry.definition.rule.Rule.Not;

/**
 * All ways in which a rule comes to a value: the rule written out as alternatives, without those
 * that take more than another one. They do not depend on how the rule is written down. {@link
 * RuleCheck} bounds how many there can be.
 */
final class Ways {
  private final Map<String, Scale> scales;
  private final Function<Condition, Truth> truths;
  private final Map<String, Integer> places = new HashMap<>();
  private final Comparator<String> byPlace;

  /**
   * @param scales in the order of the elements
   * @param truths what the answers given make of the conditions
   */
  Ways(Map<String, Scale> scales, Function<Condition, Truth> truths) {
    this.scales = scales;
    this.truths = truths;
    scales.keySet().forEach(element -> places.put(element, places.size()));
    this.byPlace = Comparator.comparingInt(element -> places.getOrDefault(element, -1));
  }

  /** Before anything was answered. */
  static Ways ofAnyAnswers(Map<String, Scale> scales) {
    return new Ways(scales, condition -> Truth.UNDETERMINED);
  }

  /** Those that the answers given have taken. */
  List<Way> taken(Rule rule, boolean value) {
    return sorted(find(rule, value, this::taken));
  }

  /** Those that are still open, and what is missing on them. */
  List<Way> missing(Rule rule, boolean value) {
    return sorted(find(rule, value, this::missing));
  }

  private interface Search {
    Optional<Way> way(Condition condition, boolean value);
  }

  private Optional<Way> taken(Condition condition, boolean value) {
    return truths.apply(condition) == Truth.of(value)
        ? requirement(condition, value)
        : Optional.empty();
  }

  private Optional<Way> missing(Condition condition, boolean value) {
    var truth = truths.apply(condition);
    if (truth == Truth.UNDETERMINED) {
      return requirement(condition, value);
    }
    return truth == Truth.of(value) ? Optional.of(nothing()) : Optional.empty();
  }

  private Optional<Way> requirement(Condition condition, boolean value) {
    return Objects.requireNonNull(scales.get(condition.element()))
        .requirement(condition, value)
        .map(r -> only(condition.element(), r));
  }

  private Way nothing() {
    return new Way(new TreeMap<>(byPlace));
  }

  private Way only(String element, Requirement requirement) {
    var requirements = new TreeMap<String, Requirement>(byPlace);
    requirements.put(element, requirement);
    return new Way(requirements);
  }

  private Collection<Way> find(Rule rule, boolean value, Search search) {
    if (rule instanceof All all) {
      return value ? together(all.parts(), true, search) : either(all.parts(), false, search);
    }
    if (rule instanceof Any any) {
      return value ? either(any.parts(), true, search) : together(any.parts(), false, search);
    }
    return rule instanceof Not not
        ? find(not.part(), !value, search)
        : search.way((Condition) rule, value).stream().toList();
  }

  private Collection<Way> either(List<Rule> parts, boolean value, Search search) {
    return widest(parts.stream().flatMap(part -> find(part, value, search).stream()));
  }

  private Collection<Way> together(List<Rule> parts, boolean value, Search search) {
    Collection<Way> ways = List.of(nothing());
    // Those of one way first: they grow nothing, and where they clash the rest need not be asked.
    var byNumber =
        parts.stream()
            .map(part -> find(part, value, search))
            .sorted(Comparator.comparingInt(Collection::size))
            .toList();
    for (var found : byNumber) {
      ways =
          widest(ways.stream().flatMap(a -> found.stream().map(a::and).flatMap(Optional::stream)));
    }
    return ways;
  }

  /**
   * A way that another one may cover.
   *
   * @param elements a bit for each, which two can share: what lacks a bit lacks an element
   */
  private record Candidate(Way way, long elements) {
    boolean isWithin(Candidate other) {
      return (other.elements & ~elements) == 0 && other.way.covers(way) && !other.way.equals(way);
    }
  }

  /** All pairs are compared, almost all by their elements alone. */
  private Collection<Way> widest(Stream<Way> ways) {
    var all = ways.distinct().map(way -> new Candidate(way, bits(way))).toList();
    return all.stream()
        .filter(way -> all.stream().noneMatch(way::isWithin))
        .map(Candidate::way)
        .toList();
  }

  private long bits(Way way) {
    return way.elements().stream()
        .mapToLong(element -> 1L << places.getOrDefault(element, 0))
        .reduce(0, (a, b) -> a | b);
  }

  /** The fewest elements first, then those that come first in their order. */
  private List<Way> sorted(Collection<Way> ways) {
    return ways.stream()
        .sorted(
            Comparator.comparingInt((Way way) -> way.elements().size())
                .thenComparing(this::byPlace)
                .thenComparing(way -> way.requirements().toString()))
        .toList();
  }

  /** Of two ways of equally many elements. */
  private int byPlace(Way a, Way b) {
    var others = b.elements().iterator();
    return a.elements().stream()
        .mapToInt(element -> byPlace.compare(element, others.next()))
        .filter(difference -> difference != 0)
        .findFirst()
        .orElse(0);
  }
}
