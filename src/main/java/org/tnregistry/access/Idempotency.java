package org.tnregistry.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.json.StrictJson;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

/**
 * The {@code Idempotency-Key} of the IETF draft: a creating request that is sent again gets the
 * answer of the first time and creates nothing. A key belongs to the person that used it and to the
 * operation, and is kept for {@link #KEPT}. The answer is stored in the transaction of the write.
 */
@ApplicationScoped
public class Idempotency {
  /** How long an answer can be replayed. */
  public static final Duration KEPT = Duration.ofDays(7);

  /**
   * One to 255 visible ASCII characters, as a bare token or as a quoted structured-field string.
   */
  private static final Pattern KEY =
      Pattern.compile("\"([!#-\\[\\]-~]{1,255})\"|([!#-\\[\\]-~]{1,255})");

  private static final ObjectWriter CANONICAL =
      StrictJson.mapper().writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private final DataSource database;
  private final ViewerContext context;
  private final Clock clock;

  private record Scope(Viewer viewer, String operation, String key) {}

  Idempotency(DataSource database, ViewerContext context, Clock clock) {
    this.database = database;
    this.context = context;
    this.clock = clock;
  }

  /**
   * Does the work, or replays the answer of the time it was done under this key.
   *
   * @param header the Idempotency-Key header; without one the work is simply done
   * @throws ProblemException 400 for a malformed key, 409 while the first request runs, 422 when
   *     the key was used with another body
   */
  @Transactional
  public Answer once(
      String operation, @Nullable String header, JsonNode body, Supplier<Answer> work) {
    if (header == null) {
      return work.get();
    }
    var scope = new Scope(context.viewer(), operation, key(header));
    var hash = hash(body);
    try (var connection = database.getConnection()) {
      if (!locked(connection, scope)) {
        throw new ProblemException(StandardProblem.IDEMPOTENCY_IN_PROGRESS);
      }
      var stored = stored(connection, scope, hash);
      if (stored.isPresent()) {
        return stored.get();
      }
      var answer = work.get();
      store(connection, scope, hash, answer);
      return answer;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String key(String header) {
    var match = KEY.matcher(header.strip());
    if (!match.matches()) {
      throw new ProblemException(
          StandardProblem.INVALID_PARAMETER,
          List.of(
              new Fault(
                  "invalid-format",
                  "Idempotency-Key",
                  "One to 255 visible ASCII characters are expected, with or without quotes.")));
    }
    return match.group(1) == null ? match.group(2) : match.group(1);
  }

  /** Members in another order are the same body. */
  private static byte[] hash(JsonNode body) {
    try {
      var ordered = StrictJson.mapper().treeToValue(body, Object.class);
      return MessageDigest.getInstance("SHA-256").digest(CANONICAL.writeValueAsBytes(ordered));
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean locked(Connection connection, Scope scope) throws SQLException {
    try (var lock =
        connection.prepareStatement("SELECT pg_try_advisory_xact_lock(hashtextextended(?, 0))")) {
      lock.setString(1, scope.viewer().actor() + ' ' + scope.operation() + ' ' + scope.key());
      try (var row = lock.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private static Optional<Answer> stored(Connection connection, Scope scope, byte[] hash)
      throws SQLException {
    try (var select =
        connection.prepareStatement(
            """
            SELECT status, location, etag, body, body_hash FROM idempotent_answer
            WHERE agency = ? AND person = ? AND operation = ? AND key = ?
            """)) {
      select.setObject(1, scope.viewer().agency());
      select.setString(2, scope.viewer().person());
      select.setString(3, scope.operation());
      select.setString(4, scope.key());
      try (var row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        if (!MessageDigest.isEqual(hash, row.getBytes(5))) {
          throw new ProblemException(StandardProblem.IDEMPOTENCY_KEY_REUSED);
        }
        return Optional.of(
            new Answer(row.getInt(1), row.getString(2), row.getString(3), row.getString(4)));
      }
    }
  }

  private void store(Connection connection, Scope scope, byte[] hash, Answer answer)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            INSERT INTO idempotent_answer
              (agency, person, operation, key, body_hash, status, location, etag, body, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
      insert.setObject(1, scope.viewer().agency());
      insert.setString(2, scope.viewer().person());
      insert.setString(3, scope.operation());
      insert.setString(4, scope.key());
      insert.setBytes(5, hash);
      insert.setInt(6, answer.status());
      insert.setString(7, answer.location());
      insert.setString(8, answer.etag());
      insert.setString(9, answer.body());
      insert.setTimestamp(10, Timestamp.from(clock.instant()));
      insert.executeUpdate();
    }
  }

  @Scheduled(every = "1h", delayed = "1m")
  void forgetExpired() {
    context.asSystem("expiring", () -> QuarkusTransaction.requiringNew().call(this::deleteExpired));
  }

  private int deleteExpired() throws SQLException {
    try (var connection = database.getConnection();
        var delete =
            connection.prepareStatement("DELETE FROM idempotent_answer WHERE created_at < ?")) {
      delete.setTimestamp(1, Timestamp.from(clock.instant().minus(KEPT)));
      return delete.executeUpdate();
    }
  }
}
