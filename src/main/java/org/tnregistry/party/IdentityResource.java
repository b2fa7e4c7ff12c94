package org.tnregistry.party;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.tnregistry.access.Answers;
import org.tnregistry.access.Permission;
import org.tnregistry.access.limit.Metered;
import org.tnregistry.access.limit.Reading;
import org.tnregistry.shared.paging.PageQuery;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Parties")
class IdentityResource {
  private final IdentityReader reader;
  private final ReadingList readings;
  private final PartyErasure erasure;

  IdentityResource(IdentityReader reader, ReadingList readings, PartyErasure erasure) {
    this.reader = reader;
    this.readings = readings;
    this.erasure = erasure;
  }

  @POST
  @Path("/parties/{id}/identity-readings")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed(Permission.PARTY_READ_IDENTITY)
  @Metered(Reading.IDENTITIES)
  @Operation(
      operationId = "readIdentity",
      summary = "Read who a party is, for a stated purpose; the ledger notes it first")
  @APIResponseSchema(
      value = IdentityView.class,
      responseCode = "200",
      responseDescription = "The identity")
  @APIResponse(responseCode = "409", description = "There is no identity, or it was destroyed")
  public RestResponse<IdentityView> read(@PathParam("id") UUID id, ReadIdentity why) {
    var reading = reader.account(id, why);
    return RestResponse.ResponseBuilder.ok(reader.open(id, reading))
        .header("Cache-Control", "no-store")
        .build();
  }

  @GET
  @Path("/parties/{id}/identity-readings")
  @PermissionsAllowed(Permission.PARTY_READ_IDENTITY)
  @Operation(
      operationId = "listIdentityReadings",
      summary =
          "List who read the identity of a party, and why: all to its owner, to others their own")
  @APIResponseSchema(
      value = ReadingView.ReadingPage.class,
      responseCode = "200",
      responseDescription = "A page of readings, the latest first")
  public RestResponse<ReadingView.ReadingPage> list(
      @PathParam("id") UUID id, @BeanParam PageQuery query) {
    var page = readings.page(id, query.limit(), query.cursor());
    return RestResponse.ResponseBuilder.ok(page).header("Cache-Control", "no-store").build();
  }

  @POST
  @Path("/parties/{id}/erasure")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed(Permission.PARTY_ERASE)
  @Operation(
      operationId = "eraseParty",
      summary = "Destroy the identity of a party of one's own agency, for ever")
  @APIResponseSchema(
      value = PartyView.class,
      responseCode = "200",
      responseDescription = "The tombstone")
  @APIResponse(responseCode = "409", description = "The identity was destroyed before")
  public Response erase(@PathParam("id") UUID id, EraseParty command) {
    return Answers.response(erasure.erase(id, command));
  }
}
