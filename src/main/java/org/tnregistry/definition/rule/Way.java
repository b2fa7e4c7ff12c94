package org.tnregistry.definition.rule;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A way to a verdict: answers that fulfil these requirements lead to it, together with those given
 * already and whatever becomes of the rest.
 *
 * @param requirements by element, in the order of the elements
 */
public record Way(SortedMap<String, Requirement> requirements) {
  public Way {
    requirements = Collections.unmodifiableSortedMap(new TreeMap<>(requirements));
  }

  public Set<String> elements() {
    return requirements.keySet();
  }

  /** What takes both; empty when no answers do. */
  Optional<Way> and(Way other) {
    var both = new TreeMap<>(requirements);
    for (var added : other.requirements.entrySet()) {
      var present = both.get(added.getKey());
      var needed = present == null ? Optional.of(added.getValue()) : present.and(added.getValue());
      if (needed.isEmpty()) {
        return Optional.empty();
      }
      both.put(added.getKey(), needed.get());
    }
    return Optional.of(new Way(both));
  }

  /** Whether all answers that take the other way take this one. It is asked of all pairs. */
  boolean covers(Way other) {
    return requirements.size() <= other.requirements.size()
        && requirements.entrySet().stream()
            .allMatch(
                own -> {
                  var theirs = other.requirements.get(own.getKey());
                  return theirs != null && own.getValue().covers(theirs);
                });
  }
}
