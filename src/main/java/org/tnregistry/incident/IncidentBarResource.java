package org.tnregistry.incident;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.Answers;
import org.tnregistry.access.Permission;

@Path("/v1/incidents/{id}/bar-liftings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Incidents")
class IncidentBarResource {
  private final BarLifting lifting;

  IncidentBarResource(BarLifting lifting) {
    this.lifting = lifting;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed(Permission.INCIDENT_DECIDE)
  @Operation(
      operationId = "liftIncidentBar",
      summary =
          "Propose to lift a bar that the incident no longer gives a reason for, or, as a second"
              + " person, lift it")
  @APIResponseSchema(
      value = IncidentView.class,
      responseCode = "200",
      responseDescription = "Proposed or lifted")
  @APIResponse(
      responseCode = "409",
      description = "The incident itself states the bar, or a second person has to lift it")
  public Response lift(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      LiftBar command) {
    return Answers.response(lifting.lift(id, ifMatch, command));
  }
}
