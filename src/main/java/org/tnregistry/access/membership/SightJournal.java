package org.tnregistry.access.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.Session;
import org.tnregistry.access.Audiences;
import org.tnregistry.access.Principal;
import org.tnregistry.access.Reach;
import org.tnregistry.ledger.Journal;
import org.tnregistry.ledger.Shift;
import org.tnregistry.ledger.Visibility;

/**
 * Journals for every record of a kind who lost or gained sight of it by an act that was about an
 * agency, so that the change feed tells them. Called by the features that hold records, within the
 * transaction of the operator's act.
 */
@ApplicationScoped
public class SightJournal {
  /** A kind of subject, whose table has its name and the columns below. */
  public enum Kind {
    INCIDENT,
    PARTY;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final String COLUMNS =
      "SELECT i.owner, i.id, i.revision, i.reach, i.bars FROM %s i";

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
    Shift of(Tuple subject);
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
  public void tell(Kind kind, QuarantineChanged change) {
    enter("telling");
    var records =
        database
            .createNativeQuery(OWN.formatted(kind.code()), Tuple.class)
            .setParameter(1, change.agency())
            .getResultList();
    enter("administering");
    append(
        kind,
        records,
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
  public void tell(Kind kind, SightChanged change) {
    var lost = shared(kind, change.lost(), change.agency());
    var gained = shared(kind, change.gained(), change.agency());
    var alone = Reach.of(List.of(Principal.agency(change.agency())));
    int reach = audiences.numberOf(alone);
    append(kind, lost, i -> shift(i, reach, Visibility.NOBODY), change.actor(), change.act());
    append(kind, gained, i -> shift(i, Visibility.NOBODY, reach), change.actor(), change.act());
  }

  private List<Tuple> shared(Kind kind, Collection<Integer> reaches, UUID agency) {
    if (reaches.isEmpty()) {
      return List.of();
    }
    enter("telling");
    var records =
        database
            .createNativeQuery(SHARED.formatted(kind.code()), Tuple.class)
            .setParameter(1, reaches.toArray(Integer[]::new))
            .setParameter(2, agency)
            .getResultList();
    enter("administering");
    return records;
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

  private void append(Kind kind, List<Tuple> records, Sight sight, String actor, String act) {
    journal.appendAll(actor, act, kind.code(), records.stream().map(sight::of).toList());
  }

  private static Shift shift(Tuple subject, int before, int after) {
    return new Shift(
        subject.get(0, UUID.class),
        subject.get(1, UUID.class),
        subject.get(2, Integer.class),
        before,
        after,
        subject.get(4, Integer.class));
  }

  private static int reach(Tuple subject) {
    return subject.get(3, Integer.class);
  }
}
