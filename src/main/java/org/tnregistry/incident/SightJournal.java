package org.tnregistry.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.tnregistry.access.Audiences;
import org.tnregistry.access.Principal;
import org.tnregistry.access.Reach;
import org.tnregistry.access.membership.QuarantineChanged;
import org.tnregistry.access.membership.SightChanged;
import org.tnregistry.ledger.Journal;
import org.tnregistry.ledger.Shift;
import org.tnregistry.ledger.Visibility;

/**
 * Journals for every incident who lost or gained sight of it by an act that was about an agency, so
 * that the change feed tells them.
 */
@ApplicationScoped
class SightJournal {
  private static final String INCIDENT = "incident";
  private static final String COLUMNS =
      "SELECT i.owner, i.id, i.revision, i.reach, i.bars FROM incident i";

  /** Of agencies in quarantine nothing is shown, so nothing can be lost or gained. */
  private static final String SHARED =
      COLUMNS
          + """
           WHERE i.reach = ANY (?1) AND i.owner <> ?2
             AND NOT EXISTS (SELECT FROM agency a
               WHERE a.id = i.owner AND a.quarantined_at IS NOT NULL)
          """;

  private static final String OWN = COLUMNS + " WHERE i.owner = ?1 AND i.reach > 0";

  private interface Sight {
    Shift of(Tuple incident);
  }

  private final Session database;
  private final Journal journal;
  private final Audiences audiences;

  SightJournal(Session database, Journal journal, Audiences audiences) {
    this.database = database;
    this.journal = journal;
    this.audiences = audiences;
  }

  /** All others lose sight of what the agency posted, or gain it again. */
  void quarantineChanged(@Observes QuarantineChanged change) {
    enter("telling");
    var incidents =
        database
            .createNativeQuery(OWN, Tuple.class)
            .setParameter(1, change.agency())
            .getResultList();
    enter("administering");
    tell(
        incidents,
        i -> {
          int reach = reach(i);
          return change.quarantined()
              ? shift(i, reach, Visibility.NOBODY)
              : shift(i, Visibility.NOBODY, reach);
        },
        change.actor(),
        change.act());
  }

  /** One agency loses sight of what others share, or gains it; nobody else is told. */
  void sightChanged(@Observes SightChanged change) {
    var lost = shared(change.lost(), change.agency());
    var gained = shared(change.gained(), change.agency());
    var alone = Reach.of(List.of(Principal.agency(change.agency())));
    int reach = audiences.numberOf(alone);
    tell(lost, i -> shift(i, reach, Visibility.NOBODY), change.actor(), change.act());
    tell(gained, i -> shift(i, Visibility.NOBODY, reach), change.actor(), change.act());
  }

  private List<Tuple> shared(Collection<Integer> reaches, UUID agency) {
    if (reaches.isEmpty()) {
      return List.of();
    }
    enter("telling");
    var incidents =
        database
            .createNativeQuery(SHARED, Tuple.class)
            .setParameter(1, reaches.toArray(Integer[]::new))
            .setParameter(2, agency)
            .getResultList();
    enter("administering");
    return incidents;
  }

  /**
   * Within the transaction of the operator's act. The registry sees what quarantine hides: it has
   * to tell about it.
   */
  private void enter(String task) {
    database
        .createNativeQuery(
            "SELECT CAST(viewer_enters(?1) AS text), set_config('tnr.quarantined', '{}', true)",
            Tuple.class)
        .setParameter(1, "system:" + task)
        .getResultList();
  }

  private void tell(List<Tuple> incidents, Sight sight, String actor, String act) {
    journal.appendAll(actor, act, INCIDENT, incidents.stream().map(sight::of).toList());
  }

  private static Shift shift(Tuple incident, int before, int after) {
    return new Shift(
        incident.get(0, UUID.class),
        incident.get(1, UUID.class),
        incident.get(2, Integer.class),
        before,
        after,
        incident.get(4, Integer.class));
  }

  private static int reach(Tuple incident) {
    return incident.get(3, Integer.class);
  }
}
