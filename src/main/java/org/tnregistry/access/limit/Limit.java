package org.tnregistry.access.limit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;

/**
 * So much in so long.
 *
 * @param policy the name that answers call it by
 */
record Limit(String policy, long quota, Duration window) {
  private static final long MAX_SLACK = 200;

  /** What a replica may count by itself: a twentieth, and never more than a page of records. */
  long slack() {
    return Math.max(1, Math.min(quota / 20, MAX_SLACK));
  }

  /** Refilled evenly, so that nobody waits for the end of a window. */
  BucketConfiguration bucket() {
    return BucketConfiguration.builder()
        .addLimit(Bandwidth.builder().capacity(quota).refillGreedy(quota, window).build())
        .build();
  }

  /** As an item of RateLimit-Policy. */
  String header() {
    return "\"%s\";q=%d;w=%d".formatted(policy, quota, window.toSeconds());
  }
}
