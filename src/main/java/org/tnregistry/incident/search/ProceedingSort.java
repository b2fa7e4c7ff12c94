package org.tnregistry.incident.search;

import java.util.Arrays;
import java.util.Optional;

/** The orders a list of proceedings can have; incident and local id decide between equals. */
public enum ProceedingSort {
  /** The longest open first; those of which nobody knows since when at the end. */
  OPEN_SINCE("openSince", "p.open_since", false),
  OPEN_SINCE_DESCENDING("-openSince", "p.open_since", true),

  /** Lists only those that have a next hearing. */
  NEXT_HEARING("nextHearing", "p.hearing", false);

  private final String parameter;
  private final String key;
  private final boolean descending;

  ProceedingSort(String parameter, String key, boolean descending) {
    this.parameter = parameter;
    this.key = key;
    this.descending = descending;
  }

  public static Optional<ProceedingSort> of(String parameter) {
    return Arrays.stream(values()).filter(s -> s.parameter.equals(parameter)).findFirst();
  }

  String listName() {
    return "proceedings:" + parameter;
  }

  String key() {
    return key;
  }

  String after() {
    return "("
        + key
        + ", p.incident, p.proceeding) "
        + (descending ? "<" : ">")
        + " (?::date, ?::uuid, ?::text)";
  }

  String orderBy(String key, String alias) {
    var direction = descending ? " DESC" : "";
    return key
        + direction
        + ", "
        + alias
        + ".incident"
        + direction
        + ", "
        + alias
        + ".proceeding"
        + direction;
  }
}
