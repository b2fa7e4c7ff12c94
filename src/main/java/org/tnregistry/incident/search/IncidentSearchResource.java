package org.tnregistry.incident.search;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.Permission;
import org.tnregistry.access.limit.Metered;
import org.tnregistry.access.limit.Reading;
import org.tnregistry.access.limit.ReadingQuota;
import org.tnregistry.incident.IncidentSummary;
import org.tnregistry.shared.paging.NextLink;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

@Path("/v1/incidents")
@Tag(name = "Incidents")
class IncidentSearchResource {
  /** A page of incidents. */
  @Schema(name = "IncidentPage")
  record IncidentPage(
      @Schema(required = true) List<IncidentSummary> items,
      @Schema(description = "The cursor of the next page; absent on the last")
          @Nullable String next,
      @Schema(description = "How many incidents match; only when asked for")
          @Nullable Long count) {}

  private final FilterReader filters;
  private final ListParameters parameters;
  private final IncidentList incidents;
  private final ReadingQuota quota;

  IncidentSearchResource(
      FilterReader filters, ListParameters parameters, IncidentList incidents, ReadingQuota quota) {
    this.filters = filters;
    this.parameters = parameters;
    this.incidents = incidents;
    this.quota = quota;
  }

  @GET
  @Produces({"application/json", "text/csv", "application/x-ndjson", "application/geo+json"})
  @PermissionsAllowed(Permission.INCIDENT_READ)
  @Metered(Reading.RECORDS)
  @Operation(operationId = "searchIncidents", summary = "Find incidents")
  @APIResponse(
      responseCode = "200",
      description = "A page; a Link header leads to the next",
      headers = @Header(name = "Link", ref = "Link"),
      content = {
        @Content(
            mediaType = "application/json",
            schema = @Schema(implementation = IncidentPage.class)),
        @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
        @Content(mediaType = "application/x-ndjson", schema = @Schema(type = SchemaType.STRING)),
        @Content(mediaType = "application/geo+json", schema = @Schema(type = SchemaType.OBJECT))
      })
  public Response search(
      @BeanParam IncidentSearch search,
      @BeanParam ListParameters.Given given,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    var format =
        Acceptance.best(headers.getAcceptableMediaTypes())
            .orElseThrow(() -> new ProblemException(StandardProblem.NOT_ACCEPTABLE));
    var faults = new ArrayList<Fault>();
    var request = parameters.request(filters.read(search, faults), given, faults);
    var fields = parameters.fields(given, ListFormat.members(), faults);
    if (!faults.isEmpty()) {
      throw new ProblemException(StandardProblem.INVALID_PARAMETER, faults);
    }
    var page = incidents.page(request);
    quota.more(Reading.RECORDS, page.items().size());
    return Response.ok(format.write(page, fields))
        .header(NextLink.HEADER, NextLink.of(page, uri))
        .type(format.mediaType() + ";charset=UTF-8")
        .header("Cache-Control", "no-store")
        .header("Vary", "Accept")
        .build();
  }
}
