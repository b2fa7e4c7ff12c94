package org.tnregistry.access.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.Session;
import org.tnregistry.access.Viewer;
import org.tnregistry.ledger.Accepted;
import org.tnregistry.ledger.Journal;
import org.tnregistry.ledger.Journal.Stored;
import org.tnregistry.ledger.StoredContent;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

/** Suspends and quarantines agencies, and undoes both. */
@ApplicationScoped
class StandingService {
  private static final StoredContent CHANGES = new StandingContent();
  private static final String CURRENT =
      """
      SELECT suspended_at IS NOT NULL AS suspended, quarantined_at IS NOT NULL AS quarantined
      FROM agency WHERE id = ?1
      """;

  private final Session database;
  private final Journal journal;
  private final Sights sights;
  private final Event<QuarantineChanged> quarantine;
  private final Clock clock;

  private record Standing(boolean suspended, boolean quarantined) {}

  StandingService(
      Session database,
      Journal journal,
      Sights sights,
      Event<QuarantineChanged> quarantine,
      Clock clock) {
    this.database = database;
    this.journal = journal;
    this.sights = sights;
    this.quarantine = quarantine;
    this.clock = clock;
  }

  @Transactional
  StandingView read(UUID agency) {
    var now = standing(agency, "");
    var history =
        database
            .createNativeQuery(
                """
                SELECT at, actor, suspended, quarantined, reason FROM agency_standing
                WHERE agency = ?1 ORDER BY at, id
                """,
                Tuple.class)
            .setParameter(1, agency)
            .getResultStream()
            .map(StandingService::change)
            .toList();
    return new StandingView(agency, now.suspended(), now.quarantined(), history);
  }

  private static StandingView.Change change(Tuple row) {
    return new StandingView.Change(
        row.get(0, Instant.class),
        row.get(1, String.class),
        row.get(2, Boolean.class),
        row.get(3, Boolean.class),
        row.get(4, String.class));
  }

  /** To ask for the standing that an agency has changes nothing. */
  @Transactional
  StandingView change(UUID agency, ChangeStanding command, Viewer operator) {
    var before = standing(agency, " FOR UPDATE");
    if (agency.equals(operator.agency())) {
      throw new ProblemException(MembershipProblem.OWN_STANDING);
    }
    var after = new Standing(command.suspended(), command.quarantined());
    if (!after.equals(before)) {
      var sightBefore = sights.of(agency);
      apply(agency, after);
      keep(agency, command, operator);
      if (before.suspended() != after.suspended()) {
        append(agency, operator, after.suspended() ? "agency-suspended" : "agency-reinstated");
      }
      if (before.quarantined() != after.quarantined()) {
        var act = after.quarantined() ? "agency-quarantined" : "agency-released";
        append(agency, operator, act);
        quarantine.fire(new QuarantineChanged(agency, after.quarantined(), operator.actor(), act));
        if (!after.quarantined()) {
          // While it lasts the agency is told nothing of others, not even what it lost.
          sights.tellChange(agency, sightBefore, operator.actor(), act);
        }
      }
    }
    return read(agency);
  }

  private Standing standing(UUID agency, String lock) {
    return database
        .createNativeQuery(CURRENT + lock, Tuple.class)
        .setParameter(1, agency)
        .getResultStream()
        .findFirst()
        .map(row -> new Standing(row.get(0, Boolean.class), row.get(1, Boolean.class)))
        .orElseThrow(() -> new ProblemException(StandardProblem.NOT_FOUND));
  }

  /** What does not change keeps the time since which it is so. */
  private void apply(UUID agency, Standing after) {
    database
        .createNativeMutationQuery(
            """
            UPDATE agency SET
              suspended_at = CASE WHEN ?2 THEN COALESCE(suspended_at, ?4) END,
              quarantined_at = CASE WHEN ?3 THEN COALESCE(quarantined_at, ?4) END
            WHERE id = ?1
            """)
        .setParameter(1, agency)
        .setParameter(2, after.suspended())
        .setParameter(3, after.quarantined())
        .setParameter(4, clock.instant())
        .executeUpdate();
  }

  private void keep(UUID agency, ChangeStanding command, Viewer operator) {
    var id = UUID.randomUUID();
    database
        .createNativeMutationQuery(
            """
            INSERT INTO agency_standing (id, agency, suspended, quarantined, reason, at, actor)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            """)
        .setParameter(1, id)
        .setParameter(2, agency)
        .setParameter(3, command.suspended())
        .setParameter(4, command.quarantined())
        .setParameter(5, command.reason())
        .setParameter(6, clock.instant())
        .setParameter(7, operator.actor())
        .executeUpdate();
    journal.appendBound(
        agency, operator.actor(), "agency-standing-changed", new Stored(CHANGES, id, 1));
  }

  private void append(UUID agency, Viewer operator, String act) {
    journal.append(
        new Accepted(agency, operator.actor(), act, "agency", agency, 1, null, null, null));
  }
}
