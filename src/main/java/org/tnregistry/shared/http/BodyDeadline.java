package org.tnregistry.shared.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Ends the connection of a sender whose body does not arrive in time. The idle timeout alone lets
 * one hold a connection for ever by sending a byte now and then.
 */
class BodyDeadline {
  private static final int AFTER_THE_GUARD = 9_500;

  private final Duration deadline;

  BodyDeadline(@ConfigProperty(name = "tnr.http.body-deadline") Duration deadline) {
    this.deadline = deadline;
  }

  void register(@Observes Filters filters) {
    filters.register(this::watch, AFTER_THE_GUARD);
  }

  private void watch(RoutingContext context) {
    var request = context.request();
    if (announcesBody(request)) {
      long timer =
          context
              .vertx()
              .setTimer(
                  deadline.toMillis(),
                  late -> {
                    if (!request.isEnded()) {
                      request.connection().close();
                    }
                  });
      // An answer that did not wait for the body leaves a sender who can still go on.
      context.addEndHandler(
          answered -> {
            if (request.isEnded()) {
              context.vertx().cancelTimer(timer);
            }
          });
    }
    context.next();
  }

  private static boolean announcesBody(HttpServerRequest request) {
    var length = request.getHeader("Content-Length");
    return length == null
        ? request.getHeader("Transfer-Encoding") != null
        : !length.strip().equals("0");
  }
}
