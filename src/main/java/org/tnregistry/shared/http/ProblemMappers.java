package org.tnregistry.shared.http;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.problem.Problem;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.ProblemType;
import org.tnregistry.shared.problem.StandardProblem;

/** Turns every failure of an operation into a problem. What a sender sent never comes back. */
public class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  private final RequestId requestId;
  private final AllowedMethods allowed;

  ProblemMappers(RequestId requestId, AllowedMethods allowed) {
    this.requestId = requestId;
    this.allowed = allowed;
  }

  @ServerExceptionMapper
  public Response problem(ProblemException e) {
    return answer(e.type(), e.detail(), e.faults());
  }

  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  public Response unauthenticated(SecurityException e) {
    return answer(StandardProblem.UNAUTHENTICATED, "", List.of());
  }

  @ServerExceptionMapper
  public Response notPermitted(ForbiddenException e) {
    return answer(StandardProblem.NOT_PERMITTED, "", List.of());
  }

  @ServerExceptionMapper
  public Response web(WebApplicationException e, UriInfo uri) {
    var response = e.getResponse();
    var type =
        switch (response.getStatus()) {
          case 401 -> StandardProblem.UNAUTHENTICATED;
          case 403 -> StandardProblem.NOT_PERMITTED;
          case 404 -> StandardProblem.NOT_FOUND;
          case 405 -> StandardProblem.METHOD_NOT_ALLOWED;
          case 406 -> StandardProblem.NOT_ACCEPTABLE;
          case 413 -> StandardProblem.TOO_LARGE;
          case 415 -> StandardProblem.UNSUPPORTED_MEDIA_TYPE;
          case 503 -> StandardProblem.UNAVAILABLE;
          default ->
              response.getStatus() < 500
                  ? StandardProblem.BAD_REQUEST
                  : StandardProblem.INTERNAL_ERROR;
        };
    if (type == StandardProblem.INTERNAL_ERROR) {
      LOG.errorf(new WithoutMessages(e), "Request %s failed", requestId.value());
    }
    var answer = answer(type, "", List.of());
    return type == StandardProblem.METHOD_NOT_ALLOWED
        ? Response.fromResponse(answer).header("Allow", allowed.at(uri.getPath())).build()
        : answer;
  }

  @ServerExceptionMapper
  public Response anything(Throwable e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof ProblemException problem) {
        return problem(problem);
      }
      // Class 53 "insufficient resources", 57 "operator intervention", 08 "connection",
      // 40 "deadlock"; none at all when the pool has no connection left: a retry is right.
      if (t instanceof SQLException sql
          && (sql.getSQLState() == null || sql.getSQLState().matches("(53|57|08|40).*"))) {
        LOG.warnf("Request %s: database unavailable (%s)", requestId.value(), sql.getSQLState());
        return answer(StandardProblem.UNAVAILABLE, "", List.of());
      }
    }
    LOG.errorf(new WithoutMessages(e), "Request %s failed", requestId.value());
    return answer(StandardProblem.INTERNAL_ERROR, "", List.of());
  }

  private Response answer(ProblemType type, String detail, List<Fault> faults) {
    var response =
        Response.status(type.status())
            .type(Problem.MEDIA_TYPE)
            .header("Cache-Control", "no-store")
            .entity(Problem.of(type, detail, faults, requestId.value()));
    if (type == StandardProblem.TOO_LARGE) {
      response.header("Connection", "close");
    }
    if (type.status() == 401) {
      response.header("WWW-Authenticate", "Bearer");
    }
    if (type.status() == 503 || type == StandardProblem.IDEMPOTENCY_IN_PROGRESS) {
      response.header("Retry-After", "1");
    }
    if (type.retryAfterSeconds() > 0) {
      response.header("Retry-After", String.valueOf(type.retryAfterSeconds()));
    }
    return response.build();
  }
}
