package org.tnregistry.access.membership;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tnregistry.access.Permission;
import org.tnregistry.access.ViewerContext;

@Path("/v1/agencies/{id}/standing")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agencies")
@PermissionsAllowed(Permission.REGISTRY_ADMINISTER)
class StandingResource {
  private final StandingService standings;
  private final ViewerContext context;

  StandingResource(StandingService standings, ViewerContext context) {
    this.standings = standings;
    this.context = context;
  }

  @GET
  @Operation(
      operationId = "readStanding",
      summary = "Read whether an agency is suspended or quarantined, and why (the operator)")
  public StandingView read(@PathParam("id") UUID id) {
    return context.asSystem("administering", () -> standings.read(id));
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "changeStanding",
      summary = "Suspend, reinstate, quarantine or release an agency at once (the operator)")
  @APIResponse(responseCode = "200", description = "So it stands now")
  @APIResponse(responseCode = "409", description = "It is the caller's own agency")
  public StandingView change(@PathParam("id") UUID id, ChangeStanding command) {
    var operator = context.viewer();
    return context.asSystem("administering", () -> standings.change(id, command, operator));
  }
}
