package org.tnregistry.access;

import io.quarkus.oidc.OIDCException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.tnregistry.shared.http.ProblemMappers;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

/**
 * A token that cannot be verified because its issuer does not answer may be good: try again.
 * Quarkus has logged the failure.
 */
class IssuerFailures {
  private final ProblemMappers problems;

  IssuerFailures(ProblemMappers problems) {
    this.problems = problems;
  }

  @ServerExceptionMapper
  public Response unavailable(OIDCException e) {
    return problems.problem(new ProblemException(StandardProblem.UNAVAILABLE));
  }
}
