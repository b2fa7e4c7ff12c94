package org.tnregistry.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom a record reaches beside its owner: those who are one of the principals of every clause. A
 * clause without principals reaches nobody, and so does the whole. Pure.
 *
 * @param clauses sorted and without repetition, so that equal reaches are equal records
 */
public record Reach(List<List<String>> clauses) {
  public static final Reach NOBODY = new Reach(List.of(List.of()));
  public static final Reach ANYONE = new Reach(List.of(List.of(Principal.ANYONE)));
  static final Reach MEMBERS = new Reach(List.of(List.of(Principal.MEMBER)));

  public Reach {
    clauses = normalised(clauses);
  }

  /** Those who are one of the principals. */
  public static Reach of(Collection<String> principals) {
    return new Reach(List.of(List.copyOf(principals)));
  }

  /** Those whom both reach. */
  public Reach and(Reach other) {
    return new Reach(Stream.concat(clauses.stream(), other.clauses.stream()).toList());
  }

  public boolean isNobody() {
    return equals(NOBODY);
  }

  /** One text for equal reaches: handles, codes and ids hold neither separator. */
  String key() {
    return clauses.stream().map(c -> String.join(" ", c)).collect(Collectors.joining("&"));
  }

  private static List<List<String>> normalised(List<List<String>> given) {
    if (given.stream().anyMatch(List::isEmpty)) {
      return List.of(List.of());
    }
    var narrowing =
        given.stream()
            .filter(c -> !c.contains(Principal.ANYONE))
            .map(c -> List.copyOf(new TreeSet<>(c)))
            .collect(Collectors.toCollection(ArrayList::new));
    if (narrowing.isEmpty()) {
      return List.of(List.of(Principal.ANYONE));
    }
    return narrowing.stream()
        .distinct()
        .sorted((a, b) -> String.join(" ", a).compareTo(String.join(" ", b)))
        .toList();
  }
}
