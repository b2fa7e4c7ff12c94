package org.tnregistry.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.Permission;
import org.tnregistry.access.limit.Metered;
import org.tnregistry.access.limit.Reading;
import org.tnregistry.access.limit.ReadingQuota;
import org.tnregistry.incident.search.ListedProceeding;
import org.tnregistry.incident.search.Proceedings;
import org.tnregistry.shared.paging.NextLink;

@Path("/v1/proceedings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Proceedings", description = "Requests, notices and trials across incidents")
class ProceedingResource {
  /** A page of proceedings. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "ProceedingPage")
  record ProceedingPage(
      @Schema(required = true) List<ListedProceeding> items,
      @Schema(description = "The cursor of the next page; absent on the last")
          @Nullable String next,
      @Schema(description = "How many proceedings match; only when asked for")
          @Nullable Long count) {}

  private final ProceedingSearchReader reader;
  private final Proceedings proceedings;
  private final ReadingQuota quota;

  ProceedingResource(ProceedingSearchReader reader, Proceedings proceedings, ReadingQuota quota) {
    this.reader = reader;
    this.proceedings = proceedings;
    this.quota = quota;
  }

  @GET
  @PermissionsAllowed(Permission.INCIDENT_READ)
  @Metered(Reading.RECORDS)
  @Operation(
      operationId = "listProceedings",
      summary = "Find proceedings across incidents: which are pending where, and for how long")
  @APIResponse(
      responseCode = "200",
      description = "A page; a Link header leads to the next",
      headers = @Header(name = "Link", ref = "Link"),
      content = @Content(schema = @Schema(implementation = ProceedingPage.class)))
  public RestResponse<ProceedingPage> list(
      @BeanParam ProceedingSearch search, @Context UriInfo uri) {
    var page = proceedings.page(reader.read(search));
    quota.more(Reading.RECORDS, page.items().size());
    return RestResponse.ResponseBuilder.ok(
            new ProceedingPage(page.items(), page.next(), page.count()))
        .header(NextLink.HEADER, NextLink.of(page, uri))
        .build();
  }
}
