package org.tnregistry.shared.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What every answer tells a browser, failures and static files included: to run nothing, to frame
 * nothing, to guess no type, to pass no address on. Nothing below {@code /v1} is cached unless its
 * operation says so.
 */
class SecurityHeaders {
  private static final int BEFORE_THE_GUARD = 11_000;

  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

  /** Swagger UI brings its own scripts and styles, some of them within its page. */
  private static final String SWAGGER_UI =
      "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private static final String SWAGGER_UI_PATH = "/q/swagger-ui";
  private static final String TWO_YEARS = "max-age=63072000; includeSubDomains";

  private final boolean behindTls;

  SecurityHeaders(@ConfigProperty(name = "tnr.mode") String mode) {
    this.behindTls = mode.equals("production");
  }

  void register(@Observes Filters filters) {
    filters.register(this::add, BEFORE_THE_GUARD);
  }

  private void add(RoutingContext request) {
    var target = request.request().uri();
    request.response().headers().addAll(of(target, behindTls));
    if (target.startsWith("/v1")) {
      request.addHeadersEndHandler(ready -> forbidCaching(request.response().headers()));
    }
    request.next();
  }

  static Map<String, String> of(String target, boolean behindTls) {
    var headers = new HashMap<String, String>();
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put(
        "Content-Security-Policy", target.startsWith(SWAGGER_UI_PATH) ? SWAGGER_UI : NOTHING);
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    if (behindTls) {
      headers.put("Strict-Transport-Security", TWO_YEARS);
    }
    return headers;
  }

  private static void forbidCaching(MultiMap headers) {
    if (!headers.contains("Cache-Control")) {
      headers.set("Cache-Control", "no-store");
    }
  }
}
