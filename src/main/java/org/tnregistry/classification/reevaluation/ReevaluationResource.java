package org.tnregistry.classification.reevaluation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.Answer;
import org.tnregistry.access.Answers;
import org.tnregistry.access.Idempotency;
import org.tnregistry.access.Permission;
import org.tnregistry.access.ViewerContext;
import org.tnregistry.shared.http.EntityTags;
import org.tnregistry.shared.json.StoredJson;

@Path("/v1/definitions/{id}/{version}/reevaluations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Classification")
class ReevaluationResource {
  private final ReevaluationService service;
  private final ReevaluationQueries queries;
  private final Idempotency idempotency;
  private final ViewerContext context;

  ReevaluationResource(
      ReevaluationService service,
      ReevaluationQueries queries,
      Idempotency idempotency,
      ViewerContext context) {
    this.service = service;
    this.queries = queries;
    this.idempotency = idempotency;
    this.context = context;
  }

  @POST
  @PermissionsAllowed(Permission.DEFINITION_PUBLISH)
  @Operation(
      operationId = "requestReevaluation",
      summary = "Ask which verdicts a version of one's own definition changes",
      description =
          "For the records that the agency sees, by everybody's answers, against the version that"
              + " it supersedes. It is worked out in the background; read it to see how far it is.")
  @APIResponseSchema(
      value = ReevaluationView.class,
      responseCode = "202",
      responseDescription = "Queued")
  @APIResponse(responseCode = "409", description = "The version supersedes none, or is compared")
  public Response request(
      @PathParam("id") String id,
      @PathParam("version") String version,
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
    var requester = context.viewer();
    return Answers.response(
        idempotency.once(
            "requestReevaluation " + id + " " + version,
            idempotencyKey,
            JsonNodeFactory.instance.nullNode(),
            () -> {
              var view = queries.find(service.request(id, version, requester)).orElseThrow();
              var body = StoredJson.write(view);
              return new Answer(202, view.self(), EntityTags.of(body), body);
            }));
  }

  @GET
  @PermissionsAllowed(Permission.DEFINITION_PUBLISH)
  @Operation(
      operationId = "listReevaluations",
      summary = "Find the comparison that one's own agency asked for of a version")
  public ReevaluationView.Reevaluations list(
      @PathParam("id") String id, @PathParam("version") String version) {
    service.requireDefinition(id, version);
    return new ReevaluationView.Reevaluations(queries.of(id, version));
  }
}
