package org.tnregistry.cases.casefile;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
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
import org.tnregistry.shared.paging.PageQuery;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

@Path("/v1/cases/{id}/members")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cases")
class CaseMemberResource {
  private final CaseFileRepository files;
  private final CaseMembers members;
  private final CaseMemberQueries queries;
  private final Idempotency idempotency;
  private final ViewerContext context;
  private final ReadingQuota quota;

  CaseMemberResource(
      CaseFileRepository files,
      CaseMembers members,
      CaseMemberQueries queries,
      Idempotency idempotency,
      ViewerContext context,
      ReadingQuota quota) {
    this.files = files;
    this.members = members;
    this.queries = queries;
    this.idempotency = idempotency;
    this.context = context;
    this.quota = quota;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed(Permission.INCIDENT_WRITE)
  @Operation(
      operationId = "addCaseMember",
      summary = "Put an incident that one sees in a case file that one sees")
  @APIResponseSchema(
      value = MemberView.class,
      responseCode = "201",
      responseDescription = "Put there; who does not see the incident learns nothing")
  @APIResponse(
      responseCode = "409",
      description =
          "The case file is closed, or the agency put the incident there already, or as many as it"
              + " may")
  public Response add(
      @PathParam("id") UUID id,
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      AddMember member) {
    var author = context.viewer();
    files.require(id);
    return Answers.response(
        idempotency.once(
            "addCaseMember " + id,
            idempotencyKey,
            member,
            () -> created(id, members.add(id, member, author))));
  }

  @GET
  @PermissionsAllowed(Permission.INCIDENT_READ)
  @Metered(Reading.RECORDS)
  @Operation(
      operationId = "listCaseMembers",
      summary = "List the incidents of a case file that one sees, and those taken out")
  public MemberView.MemberPage list(@PathParam("id") UUID id, @BeanParam PageQuery query) {
    files.require(id);
    var page = queries.page(id, query.limit(), query.cursor());
    quota.more(Reading.RECORDS, page.items().size());
    return new MemberView.MemberPage(page.items(), page.next());
  }

  @GET
  @Path("/{member}")
  @PermissionsAllowed(Permission.INCIDENT_READ)
  @Metered(Reading.RECORDS)
  @Operation(operationId = "readCaseMember", summary = "Read why an incident is in a case file")
  public MemberView read(@PathParam("id") UUID id, @PathParam("member") UUID member) {
    return require(id, member);
  }

  @POST
  @Path("/{member}/removal")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed(Permission.INCIDENT_WRITE)
  @Operation(
      operationId = "removeCaseMember",
      summary = "Take out an incident that one's own agency put in, or from one's own case file")
  @APIResponse(responseCode = "200", description = "Taken out; that it was in stays to be read")
  @APIResponse(responseCode = "409", description = "It was taken out already")
  public MemberView remove(
      @PathParam("id") UUID id, @PathParam("member") UUID member, RemoveMember removal) {
    var viewer = context.viewer();
    var file = files.require(id);
    var standing = require(id, member);
    if (!viewer.handle().equals(standing.agency()) && !viewer.agency().equals(file.owner)) {
      throw new ProblemException(StandardProblem.NOT_YOURS);
    }
    members.remove(member, removal, viewer);
    return require(id, member);
  }

  private Answer created(UUID file, UUID member) {
    var view = require(file, member);
    return Answer.created(view.self(), member, view);
  }

  private MemberView require(UUID file, UUID member) {
    return queries
        .find(file, member)
        .orElseThrow(() -> new ProblemException(StandardProblem.NOT_FOUND));
  }
}
