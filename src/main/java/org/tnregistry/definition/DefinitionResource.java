package org.tnregistry.definition;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.http.EntityTags;
import org.tnregistry.shared.http.Published;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

@Path("/v1/definitions")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Definitions",
    description = "Official definitions of transnational repression, with citations and rules")
class DefinitionResource {
  /** All definitions and the elements they rule over. */
  @Schema(name = "DefinitionList")
  record DefinitionList(
      @Schema(required = true) List<Definition.Summary> items,
      @Schema(required = true) List<Element> elements) {}

  private final Definitions definitions;

  DefinitionResource(Definitions definitions) {
    this.definitions = definitions;
  }

  @GET
  @Operation(
      operationId = "listDefinitions",
      summary = "List the definitions and the elements they rule over")
  public RestResponse<DefinitionList> list(
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    var list =
        new DefinitionList(
            definitions.all().stream().map(Definition.Summary::of).toList(),
            definitions.elements());
    return Published.answer(list, EntityTags.of(list), ifNoneMatch);
  }

  @GET
  @Path("/{id}/{version}")
  @Operation(
      operationId = "readDefinition",
      summary = "Read a definition with its text, citation and rule")
  public RestResponse<Definition> read(
      @PathParam("id") String id,
      @PathParam("version") String version,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    var definition =
        definitions
            .find(id, version)
            .orElseThrow(() -> new ProblemException(StandardProblem.NOT_FOUND));
    return Published.answer(definition, EntityTags.of(definition), ifNoneMatch);
  }
}
