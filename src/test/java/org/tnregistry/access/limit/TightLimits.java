package org.tnregistry.access.limit;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The registry with limits that a test can reach. */
public final class TightLimits implements QuarkusTestProfile {
  /** One comes back every twelve seconds. */
  static final int REQUESTS = 5;

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "tnr.limits.requests-per-minute", String.valueOf(REQUESTS),
        "tnr.limits.anonymous-requests-per-minute", "8",
        "tnr.limits.records-per-day", "10",
        "tnr.limits.failed-sign-ins", "5",
        "tnr.http.body-deadline", "PT3S",
        "tnr.security.contact", "mailto:security@registry.example");
  }
}
