package org.tnregistry.access.membership;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.Permission;
import org.tnregistry.access.ViewerContext;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

@Path("/v1/groups")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Groups", description = "Groups of agencies that records can be shared with")
class GroupResource {
  private final GroupService groups;
  private final ViewerContext context;

  GroupResource(GroupService groups, ViewerContext context) {
    this.groups = groups;
    this.context = context;
  }

  @GET
  @PermissionsAllowed({Permission.AGENCY_READ, Permission.REGISTRY_ADMINISTER})
  @Operation(
      operationId = "listGroups",
      summary = "List the groups of one's own agency with their members; the operator sees all")
  public GroupView.GroupList list() {
    var viewer = context.viewer();
    return new GroupView.GroupList(
        viewer.permissions().contains(Permission.REGISTRY_ADMINISTER)
            ? groups.all()
            : groups.of(viewer.agency()));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed(Permission.REGISTRY_ADMINISTER)
  @Operation(operationId = "createGroup", summary = "Create a group (the registry's operator)")
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = GroupView.class)))
  @APIResponse(responseCode = "409", description = "A group with this handle is already there")
  public RestResponse<GroupView> create(CreateGroup command) {
    var operator = context.viewer();
    return RestResponse.status(
        RestResponse.Status.CREATED,
        context.asSystem("administering", () -> groups.create(command, operator)));
  }

  @PUT
  @Path("/{handle}/members/{agency}")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed(Permission.REGISTRY_ADMINISTER)
  @Operation(operationId = "joinGroup", summary = "Let an agency join a group (the operator)")
  @APIResponse(
      responseCode = "200",
      description = "It is a member",
      content = @Content(schema = @Schema(implementation = GroupView.class)))
  public GroupView join(
      @PathParam("handle") String handle, @PathParam("agency") String agency, JoinGroup command) {
    var operator = context.viewer();
    return context.asSystem(
        "administering", () -> groups.join(handle, agency, command.reason(), operator));
  }

  @DELETE
  @Path("/{handle}/members/{agency}")
  @PermissionsAllowed(Permission.REGISTRY_ADMINISTER)
  @Operation(operationId = "leaveGroup", summary = "Take an agency out of a group (the operator)")
  @APIResponse(responseCode = "204", description = "It is no member")
  public void leave(
      @PathParam("handle") String handle,
      @PathParam("agency") String agency,
      @RestQuery
          @Parameter(
              required = true,
              description = "Why; kept for ever, so it must name nobody",
              schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 1_000))
          @Nullable String reason) {
    if (reason == null || reason.length() > GroupService.MAX_REASON) {
      throw new ProblemException(
          StandardProblem.INVALID_PARAMETER,
          List.of(new Fault("invalid-format", "reason", "A reason of at most 1000 characters.")));
    }
    var operator = context.viewer();
    context.asSystem("administering", () -> groups.leave(handle, agency, reason, operator));
  }
}
