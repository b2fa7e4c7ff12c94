package org.tnregistry.shared.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The id of the current request: the caller's {@code X-Request-Id} when it is well-formed, else a
 * new UUIDv4. Answers repeat it, problems carry it, the log names it.
 */
@RequestScoped
public class RequestId {
  public static final String HEADER = "X-Request-Id";

  /**
   * Eight to 64 letters, digits, dots, underscores or hyphens: nothing that could forge a log line.
   */
  private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  private static final String KEY = RequestId.class.getName();

  private final RoutingContext request;

  RequestId(RoutingContext request) {
    this.request = request;
  }

  public String value() {
    return of(request);
  }

  static String of(RoutingContext request) {
    String known = request.get(KEY);
    if (known != null) {
      return known;
    }
    var given = request.request().getHeader(HEADER);
    var id =
        given != null && ACCEPTED.matcher(given).matches() ? given : UUID.randomUUID().toString();
    request.put(KEY, id);
    return id;
  }
}
