package org.tnregistry.classification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which assessments of one agency under one definition supersede which. A withdrawn one supersedes
 * nothing. What a second person stands behind is superseded by such alone behind which one stands
 * too: until then it counts, and the new one waits. Pure.
 */
final class Supersession {
  private Supersession() {}

  /**
   * In the order given.
   *
   * @param stored all assessments of a record that the reader sees, each with the one that it was
   *     made after, seen or not
   */
  static List<Assessment> of(List<Assessment> stored) {
    var next =
        stored.stream()
            .filter(a -> a.after() != null)
            .collect(Collectors.toMap(a -> Objects.requireNonNull(a.after()), a -> a));
    var seen = stored.stream().map(Assessment::id).collect(Collectors.toSet());
    var settled = new HashMap<UUID, Assessment>();
    stored.stream()
        .filter(a -> a.after() == null || !seen.contains(a.after()))
        .forEach(first -> settle(notWithdrawn(first, next), settled));
    return stored.stream().map(a -> settled.getOrDefault(a.id(), a)).toList();
  }

  private static List<Assessment> notWithdrawn(Assessment first, Map<UUID, Assessment> next) {
    var chain = new ArrayList<Assessment>();
    for (@Nullable Assessment a = first; a != null; a = next.get(a.id())) {
      if (a.withdrawal() == null) {
        chain.add(a);
      }
    }
    return chain;
  }

  private static void settle(List<Assessment> chain, Map<UUID, Assessment> settled) {
    var confirmed = chain.stream().filter(Assessment::isConfirmed).map(Assessment::id).toList();
    @Nullable UUID last = confirmed.isEmpty() ? null : confirmed.get(confirmed.size() - 1);
    @Nullable UUID later = null;
    @Nullable UUID laterConfirmed = null;
    for (int i = chain.size() - 1; i >= 0; i--) {
      var assessment = chain.get(i);
      var id = assessment.id();
      if (assessment.isConfirmed()) {
        settled.put(id, assessment.settled(laterConfirmed, null));
        laterConfirmed = id;
      } else {
        settled.put(id, assessment.settled(later, later == null ? last : null));
      }
      later = id;
    }
  }
}
