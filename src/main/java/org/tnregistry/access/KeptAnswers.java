package org.tnregistry.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.tnregistry.shared.crypto.Envelope;
import org.tnregistry.shared.crypto.Place;
import org.tnregistry.shared.crypto.PrfKeys;
import org.tnregistry.shared.crypto.PrfKeys.Purpose;
import org.tnregistry.shared.crypto.Sealed;
import org.tnregistry.shared.crypto.WrappedKey;

/** The answers kept for replay, each encrypted for the request that it answers. */
@ApplicationScoped
class KeptAnswers {
  private static final int HASH_BYTES = 32;
  private static final int BATCH = 500;
  private static final String OF_ONE =
      " WHERE agency = ? AND person = ? AND operation = ? AND key = ?";
  private static final String IN_CLEAR =
      """
      SELECT agency, person, operation, key, body, body_hash FROM idempotent_answer
      WHERE body IS NOT NULL LIMIT ? FOR UPDATE SKIP LOCKED
      """;
  private static final String SEAL =
      "UPDATE idempotent_answer SET body = NULL, body_hash = ?, master_key = ?,"
          + " wrapped_key = ?, sealed = ?"
          + OF_ONE;

  /** Whose answer to what. */
  record Scope(UUID agency, String person, String operation, String key) {
    /** The person stands last: alone of the four it may hold anything. */
    private Place place() {
      return new Place(
          "idempotent_answer", "sealed", agency + "\n" + operation + "\n" + key + "\n" + person);
    }
  }

  /**
   * @param hash of the request
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Kept(byte[] hash, Answer answer) {}

  private final DataSource database;
  private final Envelope envelope;
  private final PrfKeys fingerprints;
  private final Clock clock;

  KeptAnswers(DataSource database, Envelope envelope, PrfKeys fingerprints, Clock clock) {
    this.database = database;
    this.envelope = envelope;
    this.fingerprints = fingerprints;
    this.clock = clock;
  }

  /** Keyed: a request with one name in it could be guessed from its hash. */
  byte[] fingerprint(byte[] hash) {
    return fingerprints.fingerprint(Purpose.BODIES, hash, HASH_BYTES);
  }

  Optional<Kept> find(Connection connection, Scope scope) throws SQLException {
    try (var select =
        connection.prepareStatement(
            "SELECT status, location, etag, body, body_hash, master_key, wrapped_key, sealed"
                + " FROM idempotent_answer"
                + OF_ONE)) {
      setScope(select, 1, scope);
      try (var row = select.executeQuery()) {
        return row.next() ? Optional.of(kept(row, scope)) : Optional.empty();
      }
    }
  }

  private Kept kept(ResultSet row, Scope scope) throws SQLException {
    var clear = row.getString(4);
    var hash = row.getBytes(5);
    var body = clear == null ? open(row, scope) : clear;
    return new Kept(
        clear == null ? hash : fingerprint(hash),
        new Answer(row.getInt(1), row.getString(2), row.getString(3), body));
  }

  private String open(ResultSet row, Scope scope) throws SQLException {
    var sealed = new Sealed(new WrappedKey(row.getString(6), row.getBytes(7)), row.getBytes(8));
    return new String(envelope.open(scope.place(), sealed), UTF_8);
  }

  void store(Connection connection, Scope scope, Kept kept) throws SQLException {
    var answer = kept.answer();
    var sealed = envelope.seal(scope.place(), answer.body().getBytes(UTF_8));
    try (var insert =
        connection.prepareStatement(
            """
            INSERT INTO idempotent_answer (agency, person, operation, key, status, location, etag,
              body_hash, master_key, wrapped_key, sealed, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
      setScope(insert, 1, scope);
      insert.setInt(5, answer.status());
      insert.setString(6, answer.location());
      insert.setString(7, answer.etag());
      insert.setBytes(8, kept.hash());
      insert.setString(9, sealed.key().master());
      insert.setBytes(10, sealed.key().bytes());
      insert.setBytes(11, sealed.ciphertext());
      insert.setTimestamp(12, Timestamp.from(clock.instant()));
      insert.executeUpdate();
    }
  }

  private static void setScope(PreparedStatement statement, int first, Scope scope)
      throws SQLException {
    statement.setObject(first, scope.agency());
    statement.setString(first + 1, scope.person());
    statement.setString(first + 2, scope.operation());
    statement.setString(first + 3, scope.key());
  }

  /** Forgets the viewer's agency's answers that created what stands at the location. */
  void forget(String location) throws SQLException {
    try (var connection = database.getConnection();
        var delete =
            connection.prepareStatement("DELETE FROM idempotent_answer WHERE location = ?")) {
      delete.setString(1, location);
      delete.executeUpdate();
    }
  }

  /** Of all agencies, for the registry itself; how many. */
  int deleteOlderThan(Instant limit) throws SQLException {
    try (var connection = database.getConnection();
        var delete =
            connection.prepareStatement("DELETE FROM idempotent_answer WHERE created_at < ?")) {
      delete.setTimestamp(1, Timestamp.from(limit));
      return delete.executeUpdate();
    }
  }

  /** Seals answers that an older release kept in clear; how many, at most one batch. */
  int sealClear() throws SQLException {
    int done = 0;
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(IN_CLEAR);
        var update = connection.prepareStatement(SEAL)) {
      select.setInt(1, BATCH);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          var scope = scope(rows);
          var sealed = envelope.seal(scope.place(), rows.getString(5).getBytes(UTF_8));
          update.setBytes(1, fingerprint(rows.getBytes(6)));
          update.setString(2, sealed.key().master());
          update.setBytes(3, sealed.key().bytes());
          update.setBytes(4, sealed.ciphertext());
          setScope(update, 5, scope);
          done += update.executeUpdate();
        }
      }
    }
    return done;
  }

  private static Scope scope(ResultSet row) throws SQLException {
    return new Scope(
        row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4));
  }
}
