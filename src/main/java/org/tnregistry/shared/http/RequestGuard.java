package org.tnregistry.shared.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tnregistry.shared.problem.StandardProblem;

/**
 * Refuses, before routing and before authentication, what has been used to slip past path-based
 * policies (CVE-2026-39852, CVE-2026-50559) or to make two parsers disagree: matrix parameters,
 * encoded slashes and backslashes, empty and dot segments, control bytes, semicolons that some take
 * for an ampersand, codings of the body that nobody here decodes.
 */
class RequestGuard {
  private static final int BEFORE_EVERYTHING = 10_000;

  private static final Pattern REFUSED_IN_PATH =
      Pattern.compile(
          "\\\\|//|%3b|%2f|%5c|%25|%[01][0-9a-f]|%7f|(^|/)(\\.|%2e){1,2}(/|$)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern REFUSED_ANYWHERE =
      Pattern.compile("[^\\x21-\\x7e]|;|%00|%(?![0-9a-fA-F]{2})");
  private static final int MAX_PARAMETERS = 200;
  private static final int MAX_TARGET = 8_192;

  /** How long the rest of a body that is too large may arrive, so that its sender hears why. */
  private static final long LINGER_MILLISECONDS = 2_000;

  private final long maxBody;

  RequestGuard(@ConfigProperty(name = "tnr.http.max-body-bytes") long maxBody) {
    this.maxBody = maxBody;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, BEFORE_EVERYTHING);
  }

  private void check(RoutingContext request) {
    request.response().putHeader(RequestId.HEADER, RequestId.of(request));
    var target = request.request().uri();
    int query = target.indexOf('?');
    var path = query < 0 ? target : target.substring(0, query);
    if (target.length() > MAX_TARGET
        || REFUSED_IN_PATH.matcher(path).find()
        || REFUSED_ANYWHERE.matcher(target).find()
        || parameters(target) > MAX_PARAMETERS) {
      EarlyRefusal.send(request, StandardProblem.REFUSED_PATH);
    } else if (isCoded(request, "Content-Encoding", "identity")
        || isCoded(request, "Transfer-Encoding", "chunked")) {
      EarlyRefusal.send(request, StandardProblem.UNSUPPORTED_MEDIA_TYPE);
    } else if (declaredLength(request) > maxBody) {
      EarlyRefusal.send(request, StandardProblem.TOO_LARGE);
      request.request().resume();
      request
          .vertx()
          .setTimer(LINGER_MILLISECONDS, timer -> request.request().connection().close());
    } else {
      var accept = request.request().getHeader("Accept");
      if (accept != null && accept.isBlank()) {
        request.request().headers().remove("Accept");
      }
      request.next();
    }
  }

  private static boolean isCoded(RoutingContext request, String header, String harmless) {
    return request.request().headers().getAll(header).stream()
        .anyMatch(coding -> !coding.strip().equalsIgnoreCase(harmless));
  }

  /** A body without a declared length is bounded while it is read. */
  private static long declaredLength(RoutingContext request) {
    var header = request.request().getHeader("Content-Length");
    try {
      return header == null ? 0 : Long.parseLong(header.strip());
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }

  private static long parameters(String target) {
    int query = target.indexOf('?');
    return query < 0 ? 0 : 1 + target.substring(query).chars().filter(c -> c == '&').count();
  }
}
