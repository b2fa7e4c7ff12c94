package org.tnregistry.incident.dispute;

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
import org.tnregistry.access.limit.ReadingQuota;
import org.tnregistry.incident.Incidents;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

@Path("/v1/incidents/{id}/disputes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Disputes", description = "What others say against a record, beside it and for ever")
class DisputeResource {
  private final DisputeService disputes;
  private final DisputeQueries queries;
  private final Incidents incidents;
  private final Idempotency idempotency;
  private final ViewerContext context;
  private final ReadingQuota quota;

  DisputeResource(
      DisputeService disputes,
      DisputeQueries queries,
      Incidents incidents,
      Idempotency idempotency,
      ViewerContext context,
      ReadingQuota quota) {
    this.disputes = disputes;
    this.queries = queries;
    this.incidents = incidents;
    this.idempotency = idempotency;
    this.context = context;
    this.quota = quota;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed(Permission.INCIDENT_DISPUTE)
  @Operation(
      operationId = "fileDispute",
      summary = "Dispute a record of another agency, or reply to it; the record does not change")
  @APIResponseSchema(value = DisputeView.class, responseCode = "201", responseDescription = "Filed")
  @APIResponse(
      responseCode = "409",
      description =
          "The record is one of the caller's own agency, or disputed by it as often as may be")
  public Response file(
      @PathParam("id") UUID id,
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      FileDispute dispute) {
    var author = context.viewer();
    var incident = incidents.require(id);
    return Answers.response(
        idempotency.once(
            "fileDispute " + id,
            idempotencyKey,
            dispute,
            () -> created(id, disputes.file(incident, dispute, author))));
  }

  @GET
  @PermissionsAllowed(Permission.INCIDENT_READ)
  @Metered(Reading.RECORDS)
  @Operation(operationId = "listDisputes", summary = "List the disputes of a record, oldest first")
  public DisputeView.DisputeList list(@PathParam("id") UUID id) {
    incidents.require(id);
    var items = queries.of(id);
    quota.more(Reading.RECORDS, items.size());
    return new DisputeView.DisputeList(items);
  }

  @GET
  @Path("/{dispute}")
  @PermissionsAllowed(Permission.INCIDENT_READ)
  @Metered(Reading.RECORDS)
  @Operation(operationId = "readDispute", summary = "Read a dispute of a record")
  public DisputeView read(@PathParam("id") UUID id, @PathParam("dispute") UUID dispute) {
    return require(id, dispute);
  }

  @POST
  @Path("/{dispute}/answer")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed(Permission.INCIDENT_WRITE)
  @Operation(
      operationId = "answerDispute",
      summary = "Answer a dispute of a record of one's own agency")
  @APIResponse(responseCode = "200", description = "Answered")
  @APIResponse(responseCode = "409", description = "It was answered or withdrawn already")
  public DisputeView answer(
      @PathParam("id") UUID id, @PathParam("dispute") UUID dispute, AnswerDispute answer) {
    var viewer = context.viewer();
    var incident = incidents.require(id);
    var open = require(id, dispute);
    permit(viewer.agency().equals(incident.owner()));
    disputes.answer(incident, open, answer, viewer);
    return require(id, dispute);
  }

  @POST
  @Path("/{dispute}/withdrawal")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed(Permission.INCIDENT_DISPUTE)
  @Operation(
      operationId = "withdrawDispute",
      summary = "Withdraw a dispute that one's own agency filed; it stays to be read")
  @APIResponse(responseCode = "200", description = "Withdrawn")
  @APIResponse(responseCode = "409", description = "It was withdrawn already")
  public DisputeView withdraw(
      @PathParam("id") UUID id, @PathParam("dispute") UUID dispute, WithdrawDispute withdrawal) {
    var viewer = context.viewer();
    var incident = incidents.require(id);
    var open = require(id, dispute);
    permit(viewer.handle().equals(open.author()));
    disputes.withdraw(incident, open, withdrawal, viewer);
    return require(id, dispute);
  }

  private Answer created(UUID incident, UUID dispute) {
    var view = require(incident, dispute);
    return Answer.created(view.self(), dispute, view);
  }

  private DisputeView require(UUID incident, UUID dispute) {
    return queries
        .find(incident, dispute)
        .orElseThrow(() -> new ProblemException(StandardProblem.NOT_FOUND));
  }

  /** Whoever comes here sees the dispute: that it exists is no secret to them. */
  private static void permit(boolean may) {
    if (!may) {
      throw new ProblemException(StandardProblem.NOT_YOURS);
    }
  }
}
