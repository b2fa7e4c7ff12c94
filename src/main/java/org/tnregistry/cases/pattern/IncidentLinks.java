package org.tnregistry.cases.pattern;

import static java.util.Comparator.comparing;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The links between incidents of a case by which one instrument leads to another. */
final class IncidentLinks {
  /**
   * That two incidents bear on each other, or follow each other, does not tie their instruments.
   */
  private static final Set<String> TYPES = Set.of("same-proceeding", "led-to", "consequence-of");

  /**
   * A link as it is read from one of the two.
   *
   * @param other the one it leads to
   * @param statedBy the one whose record states it
   */
  record Link(UUID other, String type, UUID statedBy) implements Comparable<Link> {
    @Override
    public int compareTo(Link link) {
      return comparing(Link::other)
          .thenComparing(Link::type)
          .thenComparing(Link::statedBy)
          .compare(this, link);
    }
  }

  private final Map<UUID, SortedSet<Link>> links = new TreeMap<>();

  private IncidentLinks() {}

  /** Those that lead to no member lead nowhere. */
  static IncidentLinks of(Collection<CaseMember> members) {
    var made = new IncidentLinks();
    members.forEach(m -> made.links.put(m.incident(), new TreeSet<>()));
    for (var member : members) {
      for (var link : CaseMember.list(member.document().links())) {
        var other = UUID.fromString(link.incident());
        if (TYPES.contains(link.type()) && made.links.containsKey(other)) {
          made.add(member.incident(), other, link.type());
        }
      }
    }
    return made;
  }

  private void add(UUID incident, UUID other, String type) {
    of(incident).add(new Link(other, type, incident));
    of(other).add(new Link(incident, type, incident));
  }

  private SortedSet<Link> of(UUID incident) {
    return Objects.requireNonNull(links.get(incident));
  }

  /** One link of an incident that has any. */
  Link first(UUID incident) {
    return of(incident).first();
  }

  /**
   * The incidents that links lead to, however many, each with the one that led to it; those it
   * begins with have none. The nearest come first, so that a chain is no longer than it must be.
   */
  SortedMap<UUID, @Nullable Link> from(Collection<UUID> start) {
    var reached = new HashMap<UUID, @Nullable Link>();
    var open = new ArrayDeque<UUID>(new TreeSet<>(start));
    start.forEach(s -> reached.put(s, null));
    while (!open.isEmpty()) {
      var incident = open.remove();
      for (var link : of(incident)) {
        if (!reached.containsKey(link.other())) {
          reached.put(link.other(), new Link(incident, link.type(), link.statedBy()));
          open.add(link.other());
        }
      }
    }
    return new TreeMap<>(reached);
  }
}
