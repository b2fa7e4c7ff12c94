package org.tnregistry.incident.related;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.Permission;
import org.tnregistry.access.limit.Metered;
import org.tnregistry.access.limit.Reading;
import org.tnregistry.access.limit.ReadingQuota;
import org.tnregistry.incident.Incidents;
import org.tnregistry.incident.related.RelatedView.RelatedList;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

@Path("/v1/incidents/{id}/related")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Incidents")
class RelatedResource {
  private static final int DEFAULT_LIMIT = 20;
  private static final int MAX_LIMIT = 50;

  private final Incidents incidents;
  private final RelatedIncidents related;
  private final ReadingQuota quota;

  RelatedResource(Incidents incidents, RelatedIncidents related, ReadingQuota quota) {
    this.incidents = incidents;
    this.related = related;
    this.quota = quota;
  }

  @GET
  @PermissionsAllowed(Permission.INCIDENT_READ)
  @Metered(Reading.RECORDS)
  @Operation(
      operationId = "listRelatedIncidents",
      summary = "Suggest incidents that may belong together with this one, each with the reasons")
  @APIResponseSchema(
      value = RelatedList.class,
      responseCode = "200",
      responseDescription = "The best first")
  public RestResponse<RelatedList> list(
      @PathParam("id") UUID id,
      @RestQuery
          @Parameter(
              description = "How many at most",
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "50",
                      defaultValue = "20"))
          @Nullable String limit) {
    int most = limit(limit);
    var seen =
        incidents.current(id).orElseThrow(() -> new ProblemException(StandardProblem.NOT_FOUND));
    var items = related.of(id, seen.document(), most);
    quota.more(Reading.RECORDS, items.size());
    return RestResponse.ResponseBuilder.ok(new RelatedList(items))
        .header("Cache-Control", "no-store")
        .build();
  }

  private static int limit(@Nullable String text) {
    if (text == null) {
      return DEFAULT_LIMIT;
    }
    int limit = text.matches("[0-9]{1,2}") ? Integer.parseInt(text) : 0;
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new ProblemException(
          StandardProblem.INVALID_PARAMETER,
          List.of(new Fault("out-of-range", "limit", "A number from 1 to 50 is expected.")));
    }
    return limit;
  }
}
