package org.tnregistry.shared.http;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.tnregistry.shared.problem.Problem;
import org.tnregistry.shared.problem.ProblemType;

/** Ends a request with a problem before any operation has seen it. */
public final class EarlyRefusal {
  private EarlyRefusal() {}

  /** Answers and closes the connection; whoever calls it passes the request on to nobody. */
  public static void send(RoutingContext request, ProblemType type) {
    var problem = Problem.of(type, "", List.of(), RequestId.of(request));
    var body =
        new JsonObject()
            .put("type", problem.type())
            .put("title", problem.title())
            .put("status", problem.status())
            .put("requestId", problem.requestId());
    request
        .response()
        .setStatusCode(type.status())
        .putHeader("Content-Type", Problem.MEDIA_TYPE)
        .putHeader("Cache-Control", "no-store")
        // The unread rest of a refused body must not be taken for the next request.
        .putHeader("Connection", "close")
        .end(body.encode());
  }
}
