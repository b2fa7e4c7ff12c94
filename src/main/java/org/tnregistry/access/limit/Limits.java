package org.tnregistry.access.limit;

import io.quarkus.agroal.DataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

/**
 * Takes from limits. While the database cannot be asked, an ordinary limit is counted by this
 * replica alone, for a registry that is slow must not become one that is shut; a quota lets nobody
 * pass, for a database that can be made to fail must not open the way to all records.
 */
@ApplicationScoped
class Limits {
  private static final Logger LOG = Logger.getLogger(Limits.class);

  /** How long the database is left alone after it could not be asked: each attempt costs a wait. */
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final SharedBuckets shared;
  private final LocalBuckets local = new LocalBuckets();
  private volatile long pausedUntil = System.nanoTime();

  @Inject
  Limits(@DataSource("limits") javax.sql.DataSource database, LimitsConfig config) {
    this(new SharedBuckets(database, config.syncInterval()));
  }

  Limits(SharedBuckets shared) {
    this.shared = shared;
  }

  Verdict take(String key, Limit limit) {
    if (System.nanoTime() - pausedUntil < 0) {
      return local.take(key, limit);
    }
    try {
      return shared.take(key, limit);
    } catch (RuntimeException e) {
      pausedUntil = System.nanoTime() + PAUSE.toNanos();
      LOG.warnf(
          "Rate limits are counted by this replica alone: the database cannot be asked (%s)",
          e.getClass().getSimpleName());
      return local.take(key, limit);
    }
  }

  /**
   * @throws ProblemException 503 while the database cannot be asked
   */
  Verdict takeFromQuota(String key, Limit quota) {
    return orUnavailable(() -> shared.take(key, quota));
  }

  /**
   * Counts what was given already.
   *
   * @throws ProblemException 503 while the database cannot be asked
   */
  void spendFromQuota(String key, Limit quota, long given) {
    orUnavailable(
        () -> {
          shared.spend(key, quota, given);
          return quota;
        });
  }

  private static <T> T orUnavailable(Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      LOG.warnf(
          "A quota cannot be counted and lets nobody pass (%s)", e.getClass().getSimpleName());
      throw new ProblemException(StandardProblem.UNAVAILABLE);
    }
  }

  @Scheduled(every = "1h", delayed = "2m")
  void forgetExpired() {
    shared.forgetExpired();
  }
}
