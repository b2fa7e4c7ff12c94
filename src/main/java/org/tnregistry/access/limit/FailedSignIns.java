package org.tnregistry.access.limit;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.tnregistry.shared.http.EarlyRefusal;
import org.tnregistry.shared.problem.StandardProblem;

/**
 * Stops an address that keeps failing to sign in before its next credential is looked at. Nobody
 * guesses 256 bits; this keeps the attempts away from the database and the issuer. Counted by each
 * replica: a refused sign-in must cost nothing.
 */
@ApplicationScoped
class FailedSignIns {
  private static final int BEFORE_AUTHENTICATION = 9_000;
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final int UNAUTHENTICATED = 401;

  private final LocalBuckets failures = new LocalBuckets();
  private final Limit limit;

  FailedSignIns(LimitsConfig config) {
    this.limit = new Limit("failed-sign-ins", config.failedSignIns(), WINDOW);
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, BEFORE_AUTHENTICATION);
  }

  private void check(RoutingContext request) {
    if (request.request().getHeader("Authorization") == null) {
      request.next();
      return;
    }
    var address = ClientAddress.of(request);
    var verdict = failures.peek(address, limit);
    if (!verdict.allowed()) {
      request.response().putHeader("Retry-After", String.valueOf(verdict.retrySeconds()));
      EarlyRefusal.send(request, StandardProblem.TOO_MANY_REQUESTS);
      return;
    }
    request.addEndHandler(
        ended -> {
          if (request.response().getStatusCode() == UNAUTHENTICATED) {
            failures.take(address, limit);
          }
        });
    request.next();
  }
}
