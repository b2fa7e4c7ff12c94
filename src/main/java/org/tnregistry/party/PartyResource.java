package org.tnregistry.party;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.PermissionsAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.Answer;
import org.tnregistry.access.Answers;
import org.tnregistry.access.Idempotency;
import org.tnregistry.access.Permission;
import org.tnregistry.shared.http.EntityTags;
import org.tnregistry.shared.http.Published;
import org.tnregistry.shared.paging.PageQuery;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Parties", description = "Persons, pseudonymous in incidents, and organisations")
class PartyResource {
  /** A page of parties. */
  @Schema(name = "PartyPage")
  record PartyPage(
      @Schema(required = true) List<PartyView> items,
      @Schema(description = "The cursor of the next page; absent on the last")
          @Nullable String next) {}

  private final PartyService registry;
  private final PartyList parties;
  private final Idempotency idempotency;

  PartyResource(PartyService registry, PartyList parties, Idempotency idempotency) {
    this.registry = registry;
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
            "registerParty", idempotencyKey, document, () -> registry.register(document)));
  }

  @GET
  @Path("/parties")
  @PermissionsAllowed(Permission.PARTY_READ)
  @Operation(operationId = "listParties", summary = "List the parties of one's own agency")
  @APIResponseSchema(
      value = PartyPage.class,
      responseCode = "200",
      responseDescription = "A page of parties")
  public Response list(@BeanParam PageQuery query) {
    var page = parties.page(query.limit(), query.cursor());
    return Answers.response(Answer.page(page));
  }

  @GET
  @Path("/parties/{id}")
  @PermissionsAllowed(Permission.PARTY_READ)
  @Operation(
      operationId = "readParty",
      summary = "Read a party; the identity of a person is not part of the answer")
  @APIResponseSchema(
      value = PartyView.class,
      responseCode = "200",
      responseDescription = "The party")
  public Response read(
      @PathParam("id") UUID id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    return Answers.conditional(registry.read(id), ifNoneMatch);
  }

  @PUT
  @Path("/parties/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed(Permission.PARTY_WRITE)
  @Operation(
      operationId = "amendParty",
      summary = "Replace the document of a party; an identity that is not sent stays")
  @APIResponseSchema(value = PartyView.class, responseCode = "200", responseDescription = "Amended")
  @APIResponse(responseCode = "409", description = "The identity of this party was destroyed")
  public Response amend(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = PartyDocument.class)))
          JsonNode document) {
    return Answers.response(registry.amend(id, ifMatch, document));
  }

  @GET
  @Path("/schemas/party/1.0")
  @Produces("application/schema+json")
  @PermitAll
  @Operation(operationId = "readPartySchema", summary = "Read the JSON Schema 2020-12 of a party")
  @APIResponse(
      responseCode = "200",
      description = "The schema",
      headers = @Header(name = "ETag", ref = "ETag"),
      content =
          @Content(
              mediaType = "application/schema+json",
              schema = @Schema(type = SchemaType.OBJECT)))
  public RestResponse<String> schema(@HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    var schema = registry.schema().toPrettyString();
    return Published.answer(schema, EntityTags.of(schema), ifNoneMatch);
  }
}
