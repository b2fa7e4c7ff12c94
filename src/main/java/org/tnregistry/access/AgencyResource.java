package org.tnregistry.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

@Path("/v1/agencies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agencies", description = "Member agencies and the credentials of their people")
class AgencyResource {
  private final AgencyService agencies;
  private final CredentialChecks checks;
  private final ViewerContext context;

  AgencyResource(AgencyService agencies, CredentialChecks checks, ViewerContext context) {
    this.agencies = agencies;
    this.checks = checks;
    this.context = context;
  }

  @GET
  @PermissionsAllowed(Permission.AGENCY_READ)
  @Operation(operationId = "listAgencies", summary = "List the member agencies")
  public AgencyView.AgencyList list() {
    return new AgencyView.AgencyList(agencies.list());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed(Permission.REGISTRY_ADMINISTER)
  @Operation(
      operationId = "registerAgency",
      summary = "Register an agency (the registry's operator)")
  @APIResponse(
      responseCode = "201",
      description = "Registered",
      headers = @Header(name = "Location", ref = "Location"),
      content = @Content(schema = @Schema(implementation = AgencyView.class)))
  @APIResponse(responseCode = "409", description = "An agency with this handle is already there")
  public RestResponse<AgencyView> register(RegisterAgency command) {
    var registrar = context.viewer().actor();
    var agency =
        context.asSystem("administering", () -> agencies.register(command, false, registrar));
    return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, agency)
        .header("Location", "/v1/agencies/" + agency.id())
        .build();
  }

  @GET
  @Path("/{id}")
  @PermissionsAllowed(Permission.AGENCY_READ)
  @Operation(operationId = "readAgency", summary = "Read an agency")
  public AgencyView read(@PathParam("id") UUID id) {
    return agencies.find(id).orElseThrow(() -> new ProblemException(StandardProblem.NOT_FOUND));
  }

  @GET
  @Path("/{id}/credentials")
  @PermissionsAllowed({Permission.CREDENTIAL_MANAGE, Permission.REGISTRY_ADMINISTER})
  @Operation(
      operationId = "listCredentials",
      summary = "List the credentials of an agency, without their secrets")
  public CredentialView.CredentialList credentials(@PathParam("id") UUID id) {
    return managing(id, () -> new CredentialView.CredentialList(agencies.credentialsOf(id)));
  }

  @POST
  @Path("/{id}/credentials")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed({Permission.CREDENTIAL_MANAGE, Permission.REGISTRY_ADMINISTER})
  @Operation(
      operationId = "issueCredential",
      summary = "Issue a credential to a person of an agency; the answer shows its token once")
  @APIResponseSchema(
      value = CredentialView.class,
      responseCode = "201",
      responseDescription = "Issued")
  public RestResponse<CredentialView> issue(
      @PathParam("id") UUID id,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = IssueCredential.class)))
          JsonNode document) {
    var issuer = context.viewer();
    var command = checks.require(document, issuer);
    var credential = managing(id, () -> agencies.issue(id, command, issuer.actor()));
    return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, credential)
        .header("Cache-Control", "no-store")
        .build();
  }

  @POST
  @Path("/{id}/credentials/{credential}/revocation")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed({Permission.CREDENTIAL_MANAGE, Permission.REGISTRY_ADMINISTER})
  @Operation(operationId = "revokeCredential", summary = "Revoke a credential at once")
  @APIResponse(responseCode = "200", description = "Revoked, now or earlier")
  public CredentialView revoke(
      @PathParam("id") UUID id,
      @PathParam("credential") UUID credential,
      RevokeCredential command) {
    var revoker = context.viewer().actor();
    return managing(id, () -> agencies.revoke(id, credential, command.reason(), revoker));
  }

  /**
   * An agency manages its own credentials; the operator, whose task it is, those of every agency.
   */
  private <T> T managing(UUID agency, Supplier<T> work) {
    var viewer = context.viewer();
    if (viewer.permissions().contains(Permission.REGISTRY_ADMINISTER)) {
      return context.asSystem("administering", work);
    }
    if (!viewer.agency().equals(agency)) {
      throw new ProblemException(StandardProblem.NOT_FOUND);
    }
    return work.get();
  }
}
