package org.tnregistry.incident;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.tnregistry.access.Permission;
import org.tnregistry.access.limit.Metered;
import org.tnregistry.access.limit.Reading;
import org.tnregistry.shared.json.StoredJson;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

@Path("/v1/incidents/{id}/proceedings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Incidents")
class IncidentProceedingsResource {
  /** Where each proceeding of an incident stands, in the order of the document. */
  @Schema(name = "IncidentProceedings")
  record Proceedings(@Schema(required = true) List<ProceedingState> items) {}

  private final IncidentQueries queries;
  private final IncidentChecks checks;
  private final Clock clock;

  IncidentProceedingsResource(IncidentQueries queries, IncidentChecks checks, Clock clock) {
    this.queries = queries;
    this.checks = checks;
    this.clock = clock;
  }

  @GET
  @PermissionsAllowed(Permission.INCIDENT_READ)
  @Metered(Reading.RECORDS)
  @Operation(
      operationId = "readIncidentProceedings",
      summary = "Read where the proceedings of an incident stand today, and for how long")
  public RestResponse<Proceedings> read(@PathParam("id") UUID id) {
    var view = queries.find(id).orElseThrow(() -> new ProblemException(StandardProblem.NOT_FOUND));
    var document = checks.schema().bind(StoredJson.parse(view.document()));
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var items =
        IncidentFacets.list(document.proceedings()).stream()
            .map(p -> ProceedingState.of(p, today))
            .toList();
    return RestResponse.ResponseBuilder.ok(new Proceedings(items))
        .header("Cache-Control", "no-store")
        .build();
  }
}
