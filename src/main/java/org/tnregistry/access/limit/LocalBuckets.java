package org.tnregistry.access.limit;

import io.github.bucket4j.Bucket;
import java.time.Duration;

/** Counts in this replica only. */
final class LocalBuckets {
  private final Recent<Bucket> buckets = new Recent<>();

  Verdict take(String key, Limit limit) {
    return Verdict.of(limit, bucket(key, limit).tryConsumeAndReturnRemaining(1));
  }

  /** What taking one would be answered, without taking it. */
  Verdict peek(String key, Limit limit) {
    var bucket = bucket(key, limit);
    var estimate = bucket.estimateAbilityToConsume(1);
    var retry = Duration.ofNanos(estimate.getNanosToWaitForRefill());
    return new Verdict(
        limit, estimate.canBeConsumed(), estimate.getRemainingTokens(), limit.window(), retry);
  }

  private Bucket bucket(String key, Limit limit) {
    return buckets.get(
        limit.policy() + ' ' + key,
        () -> Bucket.builder().addLimit(limit.bucket().getBandwidths()[0]).build());
  }
}
