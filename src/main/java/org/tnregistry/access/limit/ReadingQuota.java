package org.tnregistry.access.limit;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ResourceInfo;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.Viewer;
import org.tnregistry.access.ViewerContext;

/**
 * Bounds how much one person, and one agency, can carry away in a day: a credential that was
 * stolen, or an official who was bought, gets a day's work and not the registry. The public is not
 * counted here: what it sees is public.
 */
@ApplicationScoped
public class ReadingQuota {
  private static final Duration DAY = Duration.ofDays(1);

  private record Quota(Limit ofPerson, Limit ofAgency) {}

  private final Limits limits;
  private final ViewerContext context;
  private final Map<Reading, Quota> quotas = new EnumMap<>(Reading.class);

  ReadingQuota(Limits limits, ViewerContext context, LimitsConfig config) {
    this.limits = limits;
    this.context = context;
    quotas.put(
        Reading.RECORDS,
        new Quota(
            new Limit("records", config.recordsPerDay(), DAY),
            new Limit("agency-records", config.agencyRecordsPerDay(), DAY)));
    quotas.put(
        Reading.IDENTITIES,
        new Quota(
            new Limit("identities", config.identitiesPerDay(), DAY),
            new Limit("agency-identities", config.agencyIdentitiesPerDay(), DAY)));
  }

  @ServerRequestFilter
  public void takeOne(ResourceInfo operation, @Nullable RoutingContext request) {
    var metered = operation.getResourceMethod().getAnnotation(Metered.class);
    if (metered != null && request != null) {
      context.find().ifPresent(reader -> takeOne(metered.value(), reader, request));
    }
  }

  private void takeOne(Reading reading, Viewer reader, RoutingContext request) {
    var quota = quota(reading);
    Told.orRefuse(request, limits.takeFromQuota(reader.actor(), quota.ofPerson()));
    Told.orRefuse(request, limits.takeFromQuota(reader.handle(), quota.ofAgency()));
  }

  /**
   * Counts what a metered operation gave beyond the first one. What was too much is given, and paid
   * for before the next.
   */
  public void more(Reading reading, int given) {
    if (given > 1) {
      context
          .find()
          .ifPresent(
              reader -> {
                var quota = quota(reading);
                limits.spendFromQuota(reader.actor(), quota.ofPerson(), given - 1L);
                limits.spendFromQuota(reader.handle(), quota.ofAgency(), given - 1L);
              });
    }
  }

  private Quota quota(Reading reading) {
    return Objects.requireNonNull(quotas.get(reading));
  }
}
