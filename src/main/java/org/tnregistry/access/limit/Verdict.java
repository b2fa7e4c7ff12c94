package org.tnregistry.access.limit;

import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/**
 * Whether one may go on.
 *
 * @param reset until nothing is used up any more
 * @param retry until the next one may come; zero when allowed
 */
record Verdict(Limit limit, boolean allowed, long remaining, Duration reset, Duration retry) {
  static Verdict of(Limit limit, ConsumptionProbe probe) {
    return new Verdict(
        limit,
        probe.isConsumed(),
        Math.max(0, probe.getRemainingTokens()),
        Duration.ofNanos(probe.getNanosToWaitForReset()),
        Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  /** As an item of RateLimit. */
  String header() {
    return "\"%s\";r=%d;t=%d".formatted(limit.policy(), remaining, seconds(reset));
  }

  /** Never 0, which would ask for a retry at once. */
  long retrySeconds() {
    return Math.max(1, seconds(retry));
  }

  private static long seconds(Duration duration) {
    return duration.plusNanos(999_999_999).toSeconds();
  }
}
