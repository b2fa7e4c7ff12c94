package org.tnregistry.access.limit;

import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.optimization.DelayParameters;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import javax.sql.DataSource;

/**
 * Counts in the database, for all replicas together. A replica counts by itself for a while and
 * then tells the database, so that few requests wait for it. Every method throws {@link
 * RuntimeException} when the database cannot be asked.
 */
final class SharedBuckets {
  private static final Duration STORE_TIMEOUT = Duration.ofSeconds(1);
  private static final Duration KEPT_AFTER_REFILL = Duration.ofMinutes(10);
  private static final int DELETED_AT_ONCE = 5_000;

  private final PostgreSQLSelectForUpdateBasedProxyManager<String> store;
  private final Duration syncInterval;
  private final Recent<BucketProxy> buckets = new Recent<>();

  SharedBuckets(DataSource database, Duration syncInterval) {
    this.store =
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
            .primaryKeyMapper(PrimaryKeyMapper.STRING)
            .table("rate_limit")
            .requestTimeout(STORE_TIMEOUT)
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                    KEPT_AFTER_REFILL))
            .build();
    this.syncInterval = syncInterval;
  }

  Verdict take(String key, Limit limit) {
    return Verdict.of(limit, bucket(key, limit).tryConsumeAndReturnRemaining(1));
  }

  /** Counts what was given already: the next one pays for what was too much. */
  void spend(String key, Limit limit, long tokens) {
    bucket(key, limit).consumeIgnoringRateLimits(tokens);
  }

  /** Forgets those who have been silent until their limit was whole again. */
  void forgetExpired() {
    int deleted;
    do {
      deleted = store.removeExpired(DELETED_AT_ONCE);
    } while (deleted == DELETED_AT_ONCE);
  }

  private BucketProxy bucket(String key, Limit limit) {
    var id = id(key, limit);
    return buckets.get(
        id,
        () ->
            store
                .builder()
                .withOptimization(
                    Optimizations.delaying(new DelayParameters(limit.slack(), syncInterval)))
                .build(id, limit::bucket));
  }

  /**
   * Hashed, because keys name people and addresses. With the limit itself, so that a changed
   * configuration counts anew.
   */
  private static String id(String key, Limit limit) {
    try {
      var text = limit.header() + ' ' + key;
      var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
