package org.tnregistry.party.retention;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.tnregistry.access.Viewer;
import org.tnregistry.access.ViewerContext;
import org.tnregistry.party.PartyErasure;

/**
 * Erases what the rules of agencies give up, on behalf of each. Of several replicas one works at an
 * agency at a time; batches are small transactions, so that nothing is held for long.
 */
@ApplicationScoped
class Retention {
  static final String PERSON = "retention";
  private static final int BATCH = 50;
  private static final String EXPIRED =
      """
      SELECT p.id FROM party p JOIN party_identity i ON i.party = p.id
      WHERE p.owner = ? AND p.kind = 'person' AND i.written_at < ?
        AND NOT EXISTS (SELECT FROM identity_reading r WHERE r.party = p.id AND r.at >= ?)
      ORDER BY i.written_at LIMIT ?
      """;

  private final DataSource database;
  private final RetentionRules rules;
  private final PartyErasure erasure;
  private final ViewerContext context;
  private final Clock clock;

  Retention(
      DataSource database,
      RetentionRules rules,
      PartyErasure erasure,
      ViewerContext context,
      Clock clock) {
    this.database = database;
    this.rules = rules;
    this.erasure = erasure;
    this.context = context;
    this.clock = clock;
  }

  @Scheduled(every = "1h", delayed = "20m")
  void applyNow() {
    apply(clock.instant());
  }

  /**
   * @param now what the rules count back from
   * @return how many identities were erased
   */
  int apply(Instant now) {
    int erased = 0;
    for (var agency : context.asSystem("retaining", rules::agencies)) {
      var registry = new Viewer(agency, "registry", "", null, PERSON, Set.of());
      erased += context.as(registry, () -> applyTo(agency, now));
    }
    return erased;
  }

  private int applyTo(UUID agency, Instant now) {
    var rule = rules.of(agency);
    int erased = 0;
    if (rule.identitiesAfterLastUse() != null) {
      var limit = RetentionRules.before(now, rule.identitiesAfterLastUse());
      int taken;
      do {
        taken = QuarkusTransaction.requiringNew().call(() -> eraseBatch(agency, limit));
        erased += taken;
      } while (taken > 0);
    }
    if (rule.readingsAfter() != null) {
      var limit = RetentionRules.before(now, rule.readingsAfter());
      QuarkusTransaction.requiringNew().call(() -> erasure.silenceReadingsBefore(limit));
    }
    return erased;
  }

  private int eraseBatch(UUID agency, Instant limit) throws SQLException {
    try (var connection = database.getConnection()) {
      if (!isMine(connection, agency)) {
        return 0;
      }
      var expired = expired(connection, agency, limit);
      expired.forEach(erasure::expire);
      return expired.size();
    }
  }

  private static boolean isMine(Connection connection, UUID agency) throws SQLException {
    try (var lock =
        connection.prepareStatement("SELECT pg_try_advisory_xact_lock(hashtextextended(?, 1))")) {
      lock.setString(1, "retention " + agency);
      try (var row = lock.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private static List<UUID> expired(Connection connection, UUID agency, Instant limit)
      throws SQLException {
    var expired = new ArrayList<UUID>();
    try (var select = connection.prepareStatement(EXPIRED)) {
      select.setObject(1, agency);
      select.setTimestamp(2, Timestamp.from(limit));
      select.setTimestamp(3, Timestamp.from(limit));
      select.setInt(4, BATCH);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          expired.add(rows.getObject(1, UUID.class));
        }
      }
    }
    return expired;
  }
}
