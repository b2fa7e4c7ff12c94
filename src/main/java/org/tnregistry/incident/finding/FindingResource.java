package org.tnregistry.incident.finding;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.tnregistry.access.Permission;
import org.tnregistry.access.limit.Metered;
import org.tnregistry.access.limit.Reading;
import org.tnregistry.incident.IncidentDocuments;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

@Path("/v1/incidents/{id}/findings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Incidents")
class FindingResource {
  private final IncidentDocuments documents;

  FindingResource(IncidentDocuments documents) {
    this.documents = documents;
  }

  @GET
  @PermissionsAllowed(Permission.INCIDENT_READ)
  @Metered(Reading.RECORDS)
  @Operation(
      operationId = "readIncidentFindings",
      summary = "Read in what courts and other bodies agree and differ about an incident",
      description =
          "Computed from the findings that the reader sees. Each question names the bodies that"
              + " answered it, oldest first, with what each held and the provisions it cites.")
  public RestResponse<Divergence> read(@PathParam("id") UUID id) {
    var incident =
        documents.seen(List.of(id)).stream()
            .findFirst()
            .orElseThrow(() -> new ProblemException(StandardProblem.NOT_FOUND));
    return RestResponse.ResponseBuilder.ok(
            Divergence.of(FindingStatement.of(incident.id(), incident.document())))
        .header("Cache-Control", "no-store")
        .build();
  }
}
