package org.tnregistry.party.search;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.tnregistry.access.Permission;
import org.tnregistry.access.limit.Metered;
import org.tnregistry.access.limit.Reading;
import org.tnregistry.party.search.PartyMatch.PartyMatches;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Parties")
class PartySearchResource {
  private final PartySearch search;

  PartySearchResource(PartySearch search) {
    this.search = search;
  }

  @POST
  @Path("/parties/search")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed(Permission.PARTY_SEARCH)
  @Metered(Reading.IDENTITIES)
  @Operation(
      operationId = "searchParties",
      summary = "Ask whether somebody is registered, by names in any script")
  @APIResponseSchema(
      value = PartyMatches.class,
      responseCode = "200",
      responseDescription = "The candidates, best first")
  public RestResponse<PartyMatches> search(SearchParties asked) {
    return RestResponse.ResponseBuilder.ok(search.find(asked))
        .header("Cache-Control", "no-store")
        .build();
  }
}
