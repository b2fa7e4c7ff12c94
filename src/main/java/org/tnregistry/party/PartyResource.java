package org.tnregistry.party;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.PermissionsAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.Answers;
import org.tnregistry.access.Idempotency;
import org.tnregistry.access.Permission;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Parties", description = "Persons, pseudonymous in incidents, and organisations")
class PartyResource {
  private final PartyService parties;
  private final Idempotency idempotency;

  PartyResource(PartyService parties, Idempotency idempotency) {
    this.parties = parties;
    this.idempotency = idempotency;
  }

  @POST
  @Path("/parties")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed(Permission.PARTY_WRITE)
  @Operation(operationId = "registerParty", summary = "Register a person or an organisation")
  @APIResponseSchema(
      value = PartyView.class,
      responseCode = "201",
      responseDescription = "Registered")
  public Response register(
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = PartyDocument.class)))
          JsonNode document) {
    return Answers.response(
        idempotency.once(
            "registerParty", idempotencyKey, document, () -> parties.register(document)));
  }

  @GET
  @Path("/parties/{id}")
  @PermissionsAllowed(Permission.PARTY_READ)
  @Operation(operationId = "readParty", summary = "Read a party of one's own agency")
  @APIResponseSchema(
      value = PartyView.class,
      responseCode = "200",
      responseDescription = "The party")
  public Response read(
      @PathParam("id") UUID id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    return Answers.conditional(parties.read(id), ifNoneMatch);
  }

  @PUT
  @Path("/parties/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed(Permission.PARTY_WRITE)
  @Operation(operationId = "amendParty", summary = "Replace the document of a party")
  @APIResponseSchema(value = PartyView.class, responseCode = "200", responseDescription = "Amended")
  public Response amend(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = PartyDocument.class)))
          JsonNode document) {
    return Answers.response(parties.amend(id, ifMatch, document));
  }

  @GET
  @Path("/schemas/party/1.0")
  @Produces("application/schema+json")
  @PermitAll
  @Operation(operationId = "readPartySchema", summary = "Read the JSON Schema 2020-12 of a party")
  @APIResponse(
      responseCode = "200",
      description = "The schema",
      content =
          @Content(
              mediaType = "application/schema+json",
              schema = @Schema(type = SchemaType.OBJECT)))
  public String schema() {
    return parties.schema().toString();
  }
}
