package org.tnregistry.classification.reevaluation;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.tnregistry.access.Permission;
import org.tnregistry.shared.paging.NextLink;
import org.tnregistry.shared.paging.PageQuery;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

@Path("/v1/reevaluations/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Classification")
class ReevaluationReportResource {
  private final ReevaluationQueries queries;

  ReevaluationReportResource(ReevaluationQueries queries) {
    this.queries = queries;
  }

  @GET
  @PermissionsAllowed(Permission.DEFINITION_PUBLISH)
  @Operation(
      operationId = "readReevaluation",
      summary = "Read how far a comparison of one's own agency is")
  public ReevaluationView read(@PathParam("id") UUID id) {
    return require(id);
  }

  @GET
  @Path("/changes")
  @PermissionsAllowed(Permission.DEFINITION_PUBLISH)
  @Operation(
      operationId = "listReevaluationChanges",
      summary = "List the verdicts that changed, of records that the caller still sees")
  public RestResponse<ReevaluationView.ChangeList> changes(
      @PathParam("id") UUID id, @BeanParam PageQuery query, @Context UriInfo uri) {
    require(id);
    var page = queries.changes(id, query.limit(), query.cursor());
    return RestResponse.ResponseBuilder.ok(
            new ReevaluationView.ChangeList(page.items(), page.next()))
        .header(NextLink.HEADER, NextLink.of(page, uri))
        .build();
  }

  private ReevaluationView require(UUID id) {
    return queries.find(id).orElseThrow(() -> new ProblemException(StandardProblem.NOT_FOUND));
  }
}
