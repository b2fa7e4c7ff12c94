package org.tnregistry.shared.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/**
 * Names JSON in one form in every answer. It has no charset parameter (RFC 8259, section 11), and
 * the platform adds one to some answers.
 */
class JsonType {
  private static final int BEFORE_THE_GUARD = 11_000;
  private static final String CONTENT_TYPE = "Content-Type";

  /** {@code application/json} and whatever else ends in {@code json}, with a charset behind. */
  private static final Pattern WITH_CHARSET =
      Pattern.compile("(application/[a-z.+-]*json); ?charset=utf-8", Pattern.CASE_INSENSITIVE);

  void register(@Observes Filters filters) {
    filters.register(JsonType::watch, BEFORE_THE_GUARD);
  }

  private static void watch(RoutingContext request) {
    request.addHeadersEndHandler(ready -> shorten(request.response().headers()));
    request.next();
  }

  private static void shorten(MultiMap headers) {
    var type = headers.get(CONTENT_TYPE);
    if (type != null) {
      var json = WITH_CHARSET.matcher(type);
      if (json.matches()) {
        headers.set(CONTENT_TYPE, json.group(1));
      }
    }
  }
}
