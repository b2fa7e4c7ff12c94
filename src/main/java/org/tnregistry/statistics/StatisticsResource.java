package org.tnregistry.statistics;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.Permission;
import org.tnregistry.incident.search.FilterReader;
import org.tnregistry.incident.search.IncidentCounts;
import org.tnregistry.incident.search.IncidentSearch;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

@Path("/v1/statistics/incidents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Statistics", description = "Exact counts over what the caller may see")
class StatisticsResource {
  private static final int MAX_DIMENSIONS = 2;

  private final IncidentCounts counts;
  private final FilterReader filters;

  StatisticsResource(IncidentCounts counts, FilterReader filters) {
    this.counts = counts;
    this.filters = filters;
  }

  @GET
  @Transactional
  @PermissionsAllowed(Permission.STATISTICS_READ)
  @Operation(operationId = "countIncidents", summary = "Count incidents by one or two dimensions")
  public RestResponse<IncidentStatistics> count(
      @RestQuery
          @Parameter(
              required = true,
              description =
                  "One or two, repeated: origin, requesting, host, place-of-act, transit, co-operating,"
                      + " tactic-family, target-category, year")
          @Nullable List<String> groupBy,
      @BeanParam IncidentSearch search) {
    var dimensions = dimensions(groupBy == null ? List.of() : groupBy);
    var filter = filters.read(search);
    var facets = dimensions.stream().map(Dimension::facet).toList();
    var statistics =
        IncidentStatistics.of(dimensions, counts.total(filter), counts.by(facets, filter));
    return RestResponse.ResponseBuilder.ok(statistics).header("Cache-Control", "no-store").build();
  }

  private static List<Dimension> dimensions(List<String> codes) {
    var dimensions = codes.stream().map(Dimension::of).toList();
    if (dimensions.isEmpty()
        || dimensions.size() > MAX_DIMENSIONS
        || dimensions.stream().anyMatch(Optional::isEmpty)
        || dimensions.stream().distinct().count() < dimensions.size()) {
      throw new ProblemException(
          StandardProblem.INVALID_PARAMETER,
          List.of(
              new Fault(
                  "unknown-code",
                  "groupBy",
                  "One or two different ones of these are expected: " + Dimension.codes() + ".")));
    }
    return dimensions.stream().map(Optional::get).toList();
  }
}
