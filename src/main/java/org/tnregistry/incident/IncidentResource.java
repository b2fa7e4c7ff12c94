package org.tnregistry.incident;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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
import org.tnregistry.access.limit.Metered;
import org.tnregistry.access.limit.Reading;
import org.tnregistry.incident.document.IncidentDocument;
import org.tnregistry.shared.json.MergePatch;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;
import org.tnregistry.shared.schema.Lexical;

@Path("/v1/incidents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Incidents", description = "Record, amend, decide on and read incidents")
class IncidentResource {
  private final IncidentService incidents;
  private final IncidentQueries queries;
  private final Idempotency idempotency;
  private final IncidentPointers pointers;

  IncidentResource(
      IncidentService incidents,
      IncidentQueries queries,
      Idempotency idempotency,
      IncidentPointers pointers) {
    this.incidents = incidents;
    this.queries = queries;
    this.idempotency = idempotency;
    this.pointers = pointers;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed(Permission.INCIDENT_WRITE)
  @Operation(operationId = "recordIncident", summary = "Post an incident; it begins as a draft")
  @APIResponse(
      responseCode = "201",
      description =
          "Taken as a draft; Link headers with rel=\"related\" lead to up to five likely duplicates",
      headers = @Header(name = "Link", ref = "Link"),
      content = @Content(schema = @Schema(implementation = IncidentView.class)))
  public Response record(
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = IncidentDocument.class)))
          JsonNode document) {
    return pointers.withLikelyDuplicates(
        idempotency.once(
            "recordIncident", idempotencyKey, document, () -> incidents.record(document)));
  }

  @GET
  @Path("/{id}")
  @PermissionsAllowed(Permission.INCIDENT_READ)
  @Metered(Reading.RECORDS)
  @Operation(
      operationId = "readIncident",
      summary = "Read an incident, as it is or as it was at an instant")
  @APIResponse(
      responseCode = "200",
      description =
          "The incident; of a merged one, a Link header with rel=\"canonical\" leads to what replaced"
              + " it, for those who see that",
      headers = @Header(name = "Link", ref = "Link"),
      content = @Content(schema = @Schema(implementation = IncidentView.class)))
  public Response read(
      @PathParam("id") UUID id,
      @QueryParam("asOf") @Parameter(description = "RFC 3339 instant in UTC") @Nullable String asOf,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    var found = asOf == null ? queries.find(id) : queries.asOf(id, instant(asOf));
    var view = found.orElseThrow(IncidentResource::notFound);
    return IncidentPointers.withReplacement(
        Answers.conditional(answer(view), ifNoneMatch), view.registry().replacedBy());
  }

  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed(Permission.INCIDENT_WRITE)
  @Operation(operationId = "amendIncident", summary = "Replace the document of an incident")
  @APIResponseSchema(
      value = IncidentView.class,
      responseCode = "200",
      responseDescription = "Amended")
  @APIResponse(
      responseCode = "409",
      description = "The incident is withdrawn or merged: it changes no more")
  public Response amend(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = IncidentDocument.class)))
          JsonNode document) {
    return Answers.response(incidents.amend(id, ifMatch, document));
  }

  @PATCH
  @Path("/{id}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @PermissionsAllowed(Permission.INCIDENT_WRITE)
  @Operation(
      operationId = "patchIncident",
      summary = "Change an incident by a merge patch (RFC 7396)")
  @APIResponseSchema(
      value = IncidentView.class,
      responseCode = "200",
      responseDescription = "Amended")
  @APIResponse(
      responseCode = "409",
      description = "The incident is withdrawn or merged: it changes no more")
  public Response patch(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(type = SchemaType.OBJECT),
                      examples =
                          @ExampleObject(
                              name = "period",
                              summary = "Sets the period, removes the verification",
                              value = "{\"period\":\"2017-11/2018\",\"verification\":null}")))
          JsonNode patch) {
    return Answers.response(incidents.patch(id, ifMatch, patch));
  }

  @POST
  @Path("/{id}/transitions")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed(Permission.INCIDENT_WRITE)
  @Operation(
      operationId = "changeIncidentStatus",
      summary =
          "Submit, return, record, withdraw or merge an incident, or take a merge back; all but the first"
              + " two need incident:decide")
  @APIResponseSchema(
      value = IncidentView.class,
      responseCode = "200",
      responseDescription = "Changed")
  @APIResponse(
      responseCode = "409",
      description =
          "The incident's status does not allow this step, a second person has to take it, or what it"
              + " would be merged into is not recorded")
  public Response change(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      ChangeStatus command) {
    return Answers.response(incidents.change(id, ifMatch, command));
  }

  @GET
  @Path("/{id}/history")
  @PermissionsAllowed(Permission.INCIDENT_READ)
  @Metered(Reading.RECORDS)
  @Operation(
      operationId = "readIncidentHistory",
      summary = "List every accepted change: what, when, by whom, why")
  public RestResponse<RevisionView.History> history(@PathParam("id") UUID id) {
    var revisions = queries.history(id);
    if (revisions.isEmpty()) {
      throw notFound();
    }
    return RestResponse.ResponseBuilder.ok(new RevisionView.History(revisions))
        .header("Cache-Control", "no-store")
        .build();
  }

  @GET
  @Path("/{id}/history/{revision}")
  @PermissionsAllowed(Permission.INCIDENT_READ)
  @Metered(Reading.RECORDS)
  @Operation(
      operationId = "readIncidentRevision",
      summary = "Read an incident as it was in one revision")
  @APIResponse(
      responseCode = "200",
      description = "The incident then",
      headers = @Header(name = "ETag", ref = "ETag"),
      content = @Content(schema = @Schema(implementation = IncidentView.class)))
  public Response revision(
      @PathParam("id") UUID id,
      @PathParam("revision") int revision,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    return Answers.conditional(
        answer(queries.revision(id, revision).orElseThrow(IncidentResource::notFound)),
        ifNoneMatch);
  }

  private static Answer answer(IncidentView view) {
    return new Answer(200, null, view.etag(), view.json());
  }

  private static Instant instant(String text) {
    if (!Lexical.INSTANT.accepts(text)) {
      throw new ProblemException(
          StandardProblem.INVALID_PARAMETER,
          List.of(
              new Fault("invalid-format", "asOf", Lexical.INSTANT.sentence() + " is expected.")));
    }
    return Instant.parse(text);
  }

  private static ProblemException notFound() {
    return new ProblemException(StandardProblem.NOT_FOUND);
  }
}
