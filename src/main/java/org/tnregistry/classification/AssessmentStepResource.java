package org.tnregistry.classification;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.Answers;
import org.tnregistry.access.Permission;
import org.tnregistry.access.ViewerContext;
import org.tnregistry.incident.Incidents;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

@Path("/v1/incidents/{id}/assessments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Classification")
class AssessmentStepResource {
  private final AssessmentSteps steps;
  private final AssessmentQueries queries;
  private final Incidents incidents;
  private final ViewerContext context;

  AssessmentStepResource(
      AssessmentSteps steps,
      AssessmentQueries queries,
      Incidents incidents,
      ViewerContext context) {
    this.steps = steps;
    this.queries = queries;
    this.incidents = incidents;
    this.context = context;
  }

  @POST
  @Path("/{assessment}/confirmation")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed(Permission.ASSESSMENT_CONFIRM)
  @Operation(
      operationId = "confirmAssessment",
      summary = "Stand behind an assessment that another person of one's own agency made",
      description = "It then supersedes what was confirmed before it under the same definition.")
  @APIResponseSchema(
      value = AssessmentView.class,
      responseCode = "200",
      responseDescription = "Confirmed; ETag is the tag of the assessment")
  @APIResponse(
      responseCode = "409",
      description = "One's own, of a record that has changed since, or one that is settled")
  public Response confirm(
      @PathParam("id") UUID id,
      @PathParam("assessment") UUID assessment,
      @Parameter(description = AssessmentResource.IF_MATCH) @HeaderParam("If-Match")
          @Nullable String ifMatch,
      ConfirmAssessment confirmation) {
    var incident = incidents.require(id);
    steps.confirm(incident, assessment, ifMatch, confirmation.reason(), context.viewer());
    return Answers.response(AssessmentResource.answer(200, view(id, assessment)));
  }

  @POST
  @Path("/{assessment}/withdrawal")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed(Permission.ASSESSMENT_WRITE)
  @Operation(
      operationId = "withdrawAssessment",
      summary = "Withdraw an assessment of one's own agency; it stays to be read",
      description = "It supersedes nothing any more: what it superseded counts again.")
  @APIResponse(responseCode = "200", description = "Withdrawn")
  @APIResponse(responseCode = "409", description = "It was superseded or withdrawn already")
  public AssessmentView withdraw(
      @PathParam("id") UUID id,
      @PathParam("assessment") UUID assessment,
      WithdrawAssessment withdrawal) {
    steps.withdraw(incidents.require(id), assessment, withdrawal.reason(), context.viewer());
    return view(id, assessment);
  }

  private AssessmentView view(UUID incident, UUID assessment) {
    return queries
        .view(incident, assessment)
        .orElseThrow(() -> new ProblemException(StandardProblem.NOT_FOUND));
  }
}
