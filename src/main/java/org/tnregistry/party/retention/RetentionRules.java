package org.tnregistry.party.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.Viewer;
import org.tnregistry.ledger.Accepted;
import org.tnregistry.ledger.Journal;
import org.tnregistry.shared.http.EntityTags;
import org.tnregistry.shared.json.StrictJson;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

/** Keeps the retention rules of agencies. */
@ApplicationScoped
class RetentionRules {
  /** Shorter, and a slip of the pen destroys what nobody can bring back. */
  private static final Period SHORTEST = Period.ofDays(30);

  private static final Period LONGEST = Period.ofYears(100);

  private static final String WRITE =
      """
      INSERT INTO agency_retention
        (agency, identities_after_last_use, readings_after, updated_at, updated_by)
      VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (agency) DO UPDATE SET
        identities_after_last_use = excluded.identities_after_last_use,
        readings_after = excluded.readings_after,
        updated_at = excluded.updated_at, updated_by = excluded.updated_by
      """;

  private final DataSource database;
  private final Journal journal;
  private final Clock clock;

  RetentionRules(DataSource database, Journal journal, Clock clock) {
    this.database = database;
    this.journal = journal;
    this.clock = clock;
  }

  static String etag(UUID agency, RetentionRule rule) {
    return EntityTags.of(agency + " " + rule);
  }

  @Transactional
  RetentionRule of(UUID agency) {
    try (var connection = database.getConnection();
        var select =
            connection.prepareStatement(
                """
                SELECT identities_after_last_use, readings_after FROM agency_retention
                WHERE agency = ?
                """)) {
      select.setObject(1, agency);
      try (var row = select.executeQuery()) {
        return row.next()
            ? new RetentionRule(row.getString(1), row.getString(2))
            : RetentionRule.NONE;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param ifMatch the tag of the rule that this one replaces
   * @return the rule as it is now
   * @throws ProblemException 412 when another one was set meanwhile, 422 for a period that is out
   *     of bounds
   */
  @Transactional
  RetentionRule set(Viewer viewer, @Nullable String ifMatch, RetentionRule rule) {
    requireBounds(rule);
    EntityTags.requireMatch(ifMatch, etag(viewer.agency(), of(viewer.agency())));
    write(viewer, rule);
    journal.append(
        new Accepted(
            viewer.agency(),
            viewer.actor(),
            "retention-set",
            "agency-retention",
            viewer.agency(),
            1,
            null,
            null,
            StrictJson.mapper().valueToTree(rule).toString()));
    return rule;
  }

  private void write(Viewer viewer, RetentionRule rule) {
    try (var connection = database.getConnection();
        var write = connection.prepareStatement(WRITE)) {
      write.setObject(1, viewer.agency());
      write.setString(2, rule.identitiesAfterLastUse());
      write.setString(3, rule.readingsAfter());
      write.setTimestamp(4, Timestamp.from(clock.instant()));
      write.setString(5, viewer.person());
      write.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void requireBounds(RetentionRule rule) {
    var faults = new ArrayList<Fault>();
    checkBounds("#/identitiesAfterLastUse", rule.identitiesAfterLastUse(), faults);
    checkBounds("#/readingsAfter", rule.readingsAfter(), faults);
    if (!faults.isEmpty()) {
      throw new ProblemException(StandardProblem.INVALID_DOCUMENT, faults);
    }
  }

  private void checkBounds(String pointer, @Nullable String period, List<Fault> faults) {
    if (period != null) {
      var limit = before(clock.instant(), period);
      if (limit.isAfter(before(clock.instant(), SHORTEST.toString()))
          || limit.isBefore(before(clock.instant(), LONGEST.toString()))) {
        faults.add(new Fault("out-of-range", pointer, "From 30 days to 100 years are accepted."));
      }
    }
  }

  /** The instant that lies the period before another one, by the calendar. */
  static Instant before(Instant now, String period) {
    return now.atZone(ZoneOffset.UTC).minus(Period.parse(period)).toInstant();
  }

  /** The agencies that have rules. For the registry itself. */
  @Transactional
  List<UUID> agencies() {
    var agencies = new ArrayList<UUID>();
    try (var connection = database.getConnection();
        var select =
            connection.prepareStatement("SELECT agency FROM agency_retention ORDER BY agency");
        var rows = select.executeQuery()) {
      while (rows.next()) {
        agencies.add(rows.getObject(1, UUID.class));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return agencies;
  }
}
