package org.tnregistry.definition.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a complete answer to one element has to be. At least one answer fulfils it, and two that are
 * fulfilled by the same answers are equal.
 */
public sealed interface Requirement {

  /** One of these levels, which are given lowest first. */
  record Levels(List<String> levels) implements Requirement {
    public Levels {
      levels = List.copyOf(levels);
    }
  }

  /**
   * Codes of which at least one is in each of the first lists, and none in the second. All lists
   * are sorted.
   *
   * @param anyOf none of them holds another, or a code of {@code noneOf}
   */
  record Codes(List<List<String>> anyOf, List<String> noneOf) implements Requirement {
    public Codes {
      anyOf = anyOf.stream().map(List::copyOf).toList();
      noneOf = List.copyOf(noneOf);
    }
  }

  record Only(Answer.Finding finding) implements Requirement {}

  /** Empty when no answer fulfils it. */
  static Optional<Requirement> levels(List<String> levels) {
    return levels.isEmpty() ? Optional.empty() : Optional.of(new Levels(levels));
  }

  /** Empty when no answer fulfils it. */
  static Optional<Requirement> codes(List<List<String>> anyOf, List<String> noneOf) {
    var left =
        anyOf.stream()
            .map(codes -> sorted(codes.stream().filter(c -> !noneOf.contains(c))))
            .distinct()
            .toList();
    if (left.contains(List.<String>of())) {
      return Optional.empty();
    }
    var strict =
        left.stream()
            .filter(codes -> left.stream().noneMatch(o -> !o.equals(codes) && codes.containsAll(o)))
            .sorted(Comparator.comparing(List::toString))
            .toList();
    return Optional.of(new Codes(strict, sorted(noneOf.stream())));
  }

  /** What fulfils both, on the same element; empty when no answer does. */
  default Optional<Requirement> and(Requirement other) {
    if (this instanceof Levels a && other instanceof Levels b) {
      return levels(a.levels().stream().filter(b.levels()::contains).toList());
    }
    if (this instanceof Codes a && other instanceof Codes b) {
      return codes(join(a.anyOf(), b.anyOf()), join(a.noneOf(), b.noneOf()));
    }
    return equals(other) ? Optional.of(this) : Optional.empty();
  }

  /** Whether every answer that fulfils the other one fulfils this one. */
  default boolean covers(Requirement other) {
    return equals(other) || other.and(this).filter(other::equals).isPresent();
  }

  private static <T> List<T> join(List<T> a, List<T> b) {
    return Stream.of(a, b).flatMap(List::stream).toList();
  }

  private static List<String> sorted(Stream<String> codes) {
    return codes.distinct().sorted().toList();
  }
}
