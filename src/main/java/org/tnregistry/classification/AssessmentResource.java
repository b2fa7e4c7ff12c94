package org.tnregistry.classification;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.tnregistry.access.Answer;
import org.tnregistry.access.Answers;
import org.tnregistry.access.Idempotency;
import org.tnregistry.access.Permission;
import org.tnregistry.access.ViewerContext;
import org.tnregistry.access.limit.Metered;
import org.tnregistry.access.limit.Reading;
import org.tnregistry.incident.Incidents;
import org.tnregistry.shared.http.EntityTags;
import org.tnregistry.shared.json.StoredJson;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

@Path("/v1/incidents/{id}/assessments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Classification", description = "What a record is under official definitions, and why")
class AssessmentResource {
  static final String IF_MATCH =
      "The ETag of the incident that was read: of another state of it, nothing is said";

  private final AssessmentService assessments;
  private final AssessmentQueries queries;
  private final Incidents incidents;
  private final Idempotency idempotency;
  private final ViewerContext context;

  AssessmentResource(
      AssessmentService assessments,
      AssessmentQueries queries,
      Incidents incidents,
      Idempotency idempotency,
      ViewerContext context) {
    this.assessments = assessments;
    this.queries = queries;
    this.incidents = incidents;
    this.idempotency = idempotency;
    this.context = context;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed(Permission.ASSESSMENT_WRITE)
  @Operation(
      operationId = "makeAssessment",
      summary = "Answer the elements of a definition for a record, for one's own agency",
      description =
          "The verdict is computed from the answers. A new assessment of the same agency under the"
              + " same definition replaces all answers of the former, which stays to be read: what it"
              + " leaves out is no longer answered. Where the former is confirmed, it counts until the"
              + " new one is confirmed too.")
  @APIResponseSchema(
      value = AssessmentView.class,
      responseCode = "201",
      responseDescription = "Made")
  @APIResponse(
      responseCode = "409",
      description =
          "The record is not recorded, or no longer, or a later version supersedes the definition's,"
              + " or the agency has assessed the record as often as it may")
  public Response make(
      @PathParam("id") UUID id,
      @Parameter(description = IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      MakeAssessment assessment) {
    var assessor = context.viewer();
    var incident = incidents.require(id);
    return Answers.response(
        idempotency.once(
            "makeAssessment " + id,
            idempotencyKey,
            assessment,
            () ->
                answer(
                    201, require(id, assessments.make(incident, ifMatch, assessment, assessor)))));
  }

  @GET
  @PermissionsAllowed(Permission.INCIDENT_READ)
  @Metered(Reading.RECORDS)
  @Operation(
      operationId = "listAssessments",
      summary = "List the assessments of a record, superseded ones too, oldest first")
  public AssessmentView.AssessmentList list(@PathParam("id") UUID id) {
    return new AssessmentView.AssessmentList(
        queries.views(id).orElseThrow(AssessmentResource::notFound));
  }

  @GET
  @Path("/{assessment}")
  @PermissionsAllowed(Permission.INCIDENT_READ)
  @Metered(Reading.RECORDS)
  @Operation(operationId = "readAssessment", summary = "Read an assessment of a record")
  @APIResponseSchema(value = AssessmentView.class, responseDescription = "The assessment")
  public Response read(@PathParam("id") UUID id, @PathParam("assessment") UUID assessment) {
    return Answers.response(answer(200, require(id, assessment)));
  }

  static Answer answer(int status, AssessmentView view) {
    var body = StoredJson.write(view);
    return new Answer(status, status == 201 ? view.self() : null, EntityTags.of(body), body);
  }

  private AssessmentView require(UUID incident, UUID assessment) {
    return queries.view(incident, assessment).orElseThrow(AssessmentResource::notFound);
  }

  private static ProblemException notFound() {
    return new ProblemException(StandardProblem.NOT_FOUND);
  }
}
