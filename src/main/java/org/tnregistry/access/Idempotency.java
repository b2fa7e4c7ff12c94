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
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.KeptAnswers.Kept;
import org.tnregistry.access.KeptAnswers.Scope;
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
  private final KeptAnswers answers;
  private final ViewerContext context;
  private final Clock clock;

  Idempotency(DataSource database, KeptAnswers answers, ViewerContext context, Clock clock) {
    this.database = database;
    this.answers = answers;
    this.context = context;
    this.clock = clock;
  }

  /**
   * Does the work, or replays the answer of the time it was done under this key.
   *
   * @param header the Idempotency-Key header; without one the work is simply done
   * @param body what was sent, as JSON or bound to its type
   * @throws ProblemException 400 for a malformed key, 409 while the first request runs, 422 when
   *     the key was used with another body
   */
  @Transactional
  public Answer once(
      String operation, @Nullable String header, Object body, Supplier<Answer> work) {
    if (header == null) {
      return work.get();
    }
    var viewer = context.viewer();
    var scope = new Scope(viewer.agency(), viewer.person(), operation, key(header));
    var hash = answers.fingerprint(hash(StrictJson.mapper().valueToTree(body)));
    try (var connection = database.getConnection()) {
      if (!locked(connection, scope)) {
        throw new ProblemException(StandardProblem.IDEMPOTENCY_IN_PROGRESS);
      }
      var stored = stored(connection, scope, hash);
      if (stored.isPresent()) {
        return stored.get();
      }
      var answer = work.get();
      answers.store(connection, scope, new Kept(hash, answer));
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
      lock.setString(
          1, scope.agency() + " " + scope.operation() + ' ' + scope.key() + ' ' + scope.person());
      try (var row = lock.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private Optional<Answer> stored(Connection connection, Scope scope, byte[] hash)
      throws SQLException {
    var kept = answers.find(connection, scope);
    if (kept.isPresent() && !MessageDigest.isEqual(hash, kept.get().hash())) {
      throw new ProblemException(StandardProblem.IDEMPOTENCY_KEY_REUSED);
    }
    return kept.map(Kept::answer);
  }

  /**
   * Forgets the answers that created what stands at the location, for what is erased must not be
   * replayed. Only those of the viewer's agency, which alone can have created it.
   */
  @Transactional
  public void forget(String location) {
    try {
      answers.forget(location);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Scheduled(every = "1h", delayed = "20m")
  void forgetExpired() {
    context.asSystem(
        "expiring",
        () ->
            QuarkusTransaction.requiringNew()
                .call(() -> answers.deleteOlderThan(clock.instant().minus(KEPT))));
  }
}
