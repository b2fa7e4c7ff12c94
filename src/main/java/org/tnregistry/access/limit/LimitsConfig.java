package org.tnregistry.access.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How much may be asked. Every number is at least 1. */
@ConfigMapping(prefix = "tnr.limits")
interface LimitsConfig {
  /** Requests per minute of one person of an agency, whatever the number of their credentials. */
  @WithDefault("1200")
  @Min(1)
  long requestsPerMinute();

  /** Requests without a credential per minute from one address (IPv6: one /64 network). */
  @WithDefault("600")
  @Min(1)
  long anonymousRequestsPerMinute();

  /** Requests without a credential per minute from all addresses together. */
  @WithDefault("6000")
  @Min(1)
  long allAnonymousRequestsPerMinute();

  /** Records that one person may read in a day, in lists, exports and one by one. */
  @WithDefault("50000")
  @Min(1)
  long recordsPerDay();

  /** Records that all people of one agency together may read in a day. */
  @WithDefault("250000")
  @Min(1)
  long agencyRecordsPerDay();

  /** Identities of protected persons that one person may read in a day. */
  @WithDefault("500")
  @Min(1)
  long identitiesPerDay();

  /** Identities that all people of one agency together may read in a day. */
  @WithDefault("2500")
  @Min(1)
  long agencyIdentitiesPerDay();

  /** Failed sign-ins per five minutes from one address, on each replica. */
  @WithDefault("300")
  @Min(1)
  long failedSignIns();

  /**
   * How long a replica may count by itself before it tells the database, at most. In that time a
   * replica can let through a twentieth of a limit, at most 200, more than the limit.
   */
  @WithDefault("PT10S")
  Duration syncInterval();
}
