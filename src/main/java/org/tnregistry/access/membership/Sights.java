package org.tnregistry.access.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.Session;

/** The interned audiences that agencies belong to, and what a change of them takes and gives. */
@ApplicationScoped
class Sights {
  /** A quarantined agency reaches nothing of others. */
  private static final String REACHES =
      """
      SELECT unnest(reaches_of(principals_of(id))) FROM agency
      WHERE id = ?1 AND quarantined_at IS NULL
      """;

  private final Session database;
  private final Event<SightChanged> changes;

  Sights(Session database, Event<SightChanged> changes) {
    this.database = database;
    this.changes = changes;
  }

  Set<Integer> of(UUID agency) {
    var reaches = new TreeSet<Integer>();
    database
        .createNativeQuery(REACHES, Integer.class)
        .setParameter(1, agency)
        .getResultStream()
        .forEach(reaches::add);
    return reaches;
  }

  /** Tells what the agency lost and gained since; nothing when it is neither. */
  void tellChange(UUID agency, Set<Integer> before, String actor, String act) {
    var after = of(agency);
    var lost = new TreeSet<>(before);
    lost.removeAll(after);
    var gained = new TreeSet<>(after);
    gained.removeAll(before);
    if (!lost.isEmpty() || !gained.isEmpty()) {
      changes.fire(new SightChanged(agency, lost, gained, actor, act));
    }
  }
}
