package org.tnregistry.access.limit;

import io.vertx.ext.web.RoutingContext;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

/**
 * Tells in the headers of an answer how limits stand (draft-ietf-httpapi-ratelimit-headers), and
 * ends the request when one is used up: before anything is looked for, so that the refusal is the
 * same for what is there, what is hidden and what is not there.
 */
final class Told {
  private static final String POLICY = "RateLimit-Policy";
  private static final String STATE = "RateLimit";
  private static final String COUNTED = Told.class.getName();

  private Told() {}

  /** Whether some limit has been told in this request already. */
  static boolean isCounted(RoutingContext request) {
    return request.get(COUNTED) != null;
  }

  /**
   * @throws ProblemException 429 when the verdict is that one may not go on
   */
  static void orRefuse(RoutingContext request, Verdict verdict) {
    request.put(COUNTED, true);
    add(request, POLICY, verdict.limit().header());
    add(request, STATE, verdict.header());
    if (!verdict.allowed()) {
      request.response().putHeader("Retry-After", String.valueOf(verdict.retrySeconds()));
      throw new ProblemException(StandardProblem.TOO_MANY_REQUESTS);
    }
  }

  private static void add(RoutingContext request, String header, String item) {
    var headers = request.response().headers();
    var before = headers.get(header);
    headers.set(header, before == null ? item : before + ", " + item);
  }
}
