package org.tnregistry.incident.contribution;

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
import org.tnregistry.access.limit.ReadingQuota;
import org.tnregistry.incident.Incidents;
import org.tnregistry.incident.Incidents.Seen;
import org.tnregistry.shared.json.StoredJson;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

@Path("/v1/incidents/{id}/contributions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Contributions",
    description = "What others offer to a record, and what its owner decides")
class ContributionResource {
  private final ContributionService service;
  private final Contributions contributions;
  private final Incidents incidents;
  private final Idempotency idempotency;
  private final ViewerContext context;
  private final ReadingQuota quota;

  ContributionResource(
      ContributionService service,
      Contributions contributions,
      Incidents incidents,
      Idempotency idempotency,
      ViewerContext context,
      ReadingQuota quota) {
    this.service = service;
    this.contributions = contributions;
    this.incidents = incidents;
    this.idempotency = idempotency;
    this.context = context;
    this.quota = quota;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed(Permission.INCIDENT_CONTRIBUTE)
  @Operation(
      operationId = "contribute",
      summary = "Offer sources, claims, responses or a counter-view to a record of another agency")
  @APIResponseSchema(
      value = ContributionView.class,
      responseCode = "201",
      responseDescription = "Filed; the record does not change")
  @APIResponse(
      responseCode = "409",
      description =
          "The record is one of the caller's own agency, takes no contributions, or none more of it")
  public Response contribute(
      @PathParam("id") UUID id,
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      Contribute given) {
    var author = context.viewer();
    var incident = incidents.require(id);
    return Answers.response(
        idempotency.once(
            "contribute " + id,
            idempotencyKey,
            given,
            () -> created(id, service.file(incident, given, author))));
  }

  @GET
  @PermissionsAllowed(Permission.INCIDENT_READ)
  @Metered(Reading.RECORDS)
  @Operation(
      operationId = "listContributions",
      summary = "List the contributions to a record, oldest first")
  public ContributionView.ContributionList list(@PathParam("id") UUID id) {
    incidents.require(id);
    var items = contributions.of(id);
    quota.more(Reading.RECORDS, items.size());
    return new ContributionView.ContributionList(items);
  }

  @GET
  @Path("/{contribution}")
  @PermissionsAllowed(Permission.INCIDENT_READ)
  @Metered(Reading.RECORDS)
  @Operation(operationId = "readContribution", summary = "Read a contribution to a record")
  public ContributionView read(
      @PathParam("id") UUID id, @PathParam("contribution") UUID contribution) {
    return require(id, contribution);
  }

  @POST
  @Path("/{contribution}/acceptance")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed(Permission.INCIDENT_WRITE)
  @Operation(
      operationId = "acceptContribution",
      summary = "Take the parts of a contribution into a record of one's own agency")
  @APIResponseSchema(
      value = ContributionView.class,
      responseCode = "200",
      responseDescription = "Accepted; ETag is the tag of the record as it is now")
  @APIResponse(
      responseCode = "409",
      description = "It was decided on or withdrawn already, or has no part that fits a record")
  @APIResponse(responseCode = "428", description = "This operation needs an If-Match header")
  public Response accept(
      @PathParam("id") UUID id,
      @PathParam("contribution") UUID contribution,
      @Parameter(required = true) @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      DecideContribution decision) {
    var viewer = context.viewer();
    var incident = owned(id, contribution);
    return Answers.response(
        idempotency.once(
            "acceptContribution " + contribution,
            idempotencyKey,
            decision,
            () -> {
              var tag = service.accept(incident, contribution, ifMatch, decision.reason(), viewer);
              return answer(200, null, tag, require(id, contribution));
            }));
  }

  @POST
  @Path("/{contribution}/declination")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed(Permission.INCIDENT_WRITE)
  @Operation(
      operationId = "declineContribution",
      summary = "Decline a contribution to a record of one's own agency; it stays to be read")
  @APIResponse(responseCode = "200", description = "Declined")
  @APIResponse(responseCode = "409", description = "It was decided on or withdrawn already")
  public ContributionView decline(
      @PathParam("id") UUID id,
      @PathParam("contribution") UUID contribution,
      DecideContribution decision) {
    return act(owned(id, contribution), contribution, "declined", decision);
  }

  @POST
  @Path("/{contribution}/standing")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed(Permission.INCIDENT_WRITE)
  @Operation(
      operationId = "letContributionStand",
      summary = "Let a contribution stand beside a record of one's own agency")
  @APIResponse(responseCode = "200", description = "It stands")
  @APIResponse(responseCode = "409", description = "It was decided on or withdrawn already")
  public ContributionView letStand(
      @PathParam("id") UUID id,
      @PathParam("contribution") UUID contribution,
      DecideContribution decision) {
    return act(owned(id, contribution), contribution, "standing", decision);
  }

  @POST
  @Path("/{contribution}/withdrawal")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed(Permission.INCIDENT_CONTRIBUTE)
  @Operation(
      operationId = "withdrawContribution",
      summary = "Withdraw a contribution of one's own agency; it stays to be read")
  @APIResponse(responseCode = "200", description = "Withdrawn")
  @APIResponse(responseCode = "409", description = "It was decided on or withdrawn already")
  public ContributionView withdraw(
      @PathParam("id") UUID id,
      @PathParam("contribution") UUID contribution,
      DecideContribution decision) {
    var incident = incidents.require(id);
    permit(context.viewer().handle().equals(require(id, contribution).author()));
    return act(incident, contribution, "withdrawn", decision);
  }

  private ContributionView act(
      Seen incident, UUID contribution, String act, DecideContribution decision) {
    service.act(incident, contribution, act, decision.reason(), context.viewer());
    return require(incident.id(), contribution);
  }

  private Seen owned(UUID id, UUID contribution) {
    var incident = incidents.require(id);
    require(id, contribution);
    permit(context.viewer().agency().equals(incident.owner()));
    return incident;
  }

  private Answer created(UUID incident, UUID contribution) {
    var view = require(incident, contribution);
    return Answer.created(view.self(), contribution, view);
  }

  private static Answer answer(
      int status, @Nullable String location, @Nullable String tag, ContributionView view) {
    return new Answer(status, location, tag, StoredJson.write(view));
  }

  private ContributionView require(UUID incident, UUID contribution) {
    return contributions
        .find(incident, contribution)
        .orElseThrow(() -> new ProblemException(StandardProblem.NOT_FOUND))
        .view();
  }

  /** Whoever comes here sees the contribution: that it exists is no secret to them. */
  private static void permit(boolean may) {
    if (!may) {
      throw new ProblemException(StandardProblem.NOT_YOURS);
    }
  }
}
