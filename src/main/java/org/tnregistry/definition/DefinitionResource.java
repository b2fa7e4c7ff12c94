package org.tnregistry.definition;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.PermissionsAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.Answer;
import org.tnregistry.access.Answers;
import org.tnregistry.access.Idempotency;
import org.tnregistry.access.Permission;
import org.tnregistry.access.Viewer;
import org.tnregistry.access.ViewerContext;
import org.tnregistry.definition.DefinitionService.Published;
import org.tnregistry.shared.http.EntityTags;
import org.tnregistry.shared.json.StoredJson;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

@Path("/v1/definitions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Definitions",
    description = "Definitions of transnational repression, with citations and rules")
class DefinitionResource {
  private static final String ALL = "all";

  /** All definitions and the elements they rule over. */
  @Schema(name = "DefinitionList")
  record DefinitionList(
      @Schema(required = true) List<Definition.Summary> items,
      @Schema(required = true) List<Element> elements) {}

  private final DefinitionCatalogue catalogue;
  private final Definitions standard;
  private final DefinitionService service;
  private final Idempotency idempotency;
  private final ViewerContext context;

  DefinitionResource(
      DefinitionCatalogue catalogue,
      Definitions standard,
      DefinitionService service,
      Idempotency idempotency,
      ViewerContext context) {
    this.catalogue = catalogue;
    this.standard = standard;
    this.service = service;
    this.idempotency = idempotency;
    this.context = context;
  }

  @GET
  @PermitAll
  @Operation(
      operationId = "listDefinitions",
      summary = "List the definitions and the elements they rule over")
  @APIResponseSchema(value = DefinitionList.class, responseDescription = "The definitions")
  public Response list(
      @Parameter(
              description = "all for superseded versions too; current ones only when left out",
              schema = @Schema(enumeration = {"current", ALL}))
          @QueryParam("versions")
          @Nullable String versions,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    if (versions != null && !versions.equals("current") && !versions.equals(ALL)) {
      throw new ProblemException(
          StandardProblem.INVALID_PARAMETER,
          List.of(new Fault("unknown-code", "versions", "current or all is expected.")));
    }
    var items =
        context.asPublic(catalogue::all).stream()
            .filter(d -> ALL.equals(versions) || d.supersededBy() == null)
            .map(Definition.Summary::of)
            .toList();
    return conditional(new DefinitionList(items, standard.elements()), ifNoneMatch);
  }

  @GET
  @Path("/{id}")
  @PermitAll
  @Operation(
      operationId = "readCurrentDefinition",
      summary = "Read the current version of a definition")
  @APIResponseSchema(value = Definition.class, responseDescription = "The definition")
  public Response current(
      @PathParam("id") String id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    return conditional(
        context.asPublic(() -> catalogue.latest(id)).orElseThrow(DefinitionResource::notFound),
        ifNoneMatch);
  }

  @GET
  @Path("/{id}/{version}")
  @PermitAll
  @Operation(
      operationId = "readDefinition",
      summary = "Read a version of a definition with its text, citation and rule")
  @APIResponseSchema(value = Definition.class, responseDescription = "The definition")
  public Response read(
      @PathParam("id") String id,
      @PathParam("version") String version,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    return conditional(context.asPublic(() -> require(id, version)), ifNoneMatch);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed(Permission.DEFINITION_PUBLISH)
  @Operation(
      operationId = "publishDefinition",
      summary = "Publish a definition of one's own agency, for anybody to read and for ever",
      description =
          "It begins at version 1.0 and never changes: what is published next under the id"
              + " supersedes it.")
  @APIResponseSchema(
      value = Definition.class,
      responseCode = "201",
      responseDescription = "Published")
  @APIResponse(responseCode = "409", description = "The id is taken, or the agency has too many")
  public Response publish(
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = PublishDefinition.class)))
          JsonNode definition) {
    var publisher = context.viewer();
    return created(
        new Asked("publishDefinition", idempotencyKey, definition),
        () -> service.publish(definition, publisher));
  }

  @POST
  @Path("/{id}/versions")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed(Permission.DEFINITION_PUBLISH)
  @Operation(
      operationId = "publishDefinitionVersion",
      summary = "Publish the version that supersedes the current one of one's own definition")
  @APIResponseSchema(
      value = Definition.class,
      responseCode = "201",
      responseDescription = "Published")
  @APIResponse(
      responseCode = "409",
      description = "The agency has too many, or the current version says exactly this")
  public Response supersede(
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = PublishDefinition.class)))
          JsonNode definition) {
    var publisher = context.viewer();
    requireOwn(id, publisher);
    return created(
        new Asked("publishDefinitionVersion " + id, idempotencyKey, definition),
        () -> service.supersede(id, definition, publisher));
  }

  /** That a definition exists is no secret to whoever sees it, nor that it is somebody else's. */
  private void requireOwn(String id, Viewer publisher) {
    var current = catalogue.latest(id).orElseThrow(DefinitionResource::notFound);
    if (!publisher.handle().equals(current.publishedBy())) {
      throw new ProblemException(StandardProblem.NOT_YOURS);
    }
  }

  private record Asked(String operation, @Nullable String idempotencyKey, JsonNode definition) {}

  private Response created(Asked asked, Supplier<Published> publication) {
    return Answers.response(
        idempotency.once(
            asked.operation(),
            asked.idempotencyKey(),
            asked.definition(),
            () -> {
              var place = publication.get();
              var published = require(place.id(), place.version());
              return answer(201, published.self(), published);
            }));
  }

  private Definition require(String id, String version) {
    return catalogue.find(id, version).orElseThrow(DefinitionResource::notFound);
  }

  /** Not kept by caches in between: what an agency published can be hidden by its quarantine. */
  private static Response conditional(Object view, @Nullable String ifNoneMatch) {
    return Answers.conditional(answer(200, null, view), ifNoneMatch);
  }

  private static Answer answer(int status, @Nullable String location, Object view) {
    var body = StoredJson.write(view);
    return new Answer(status, location, EntityTags.of(body), body);
  }

  private static ProblemException notFound() {
    return new ProblemException(StandardProblem.NOT_FOUND);
  }
}
