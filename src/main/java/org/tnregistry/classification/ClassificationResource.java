package org.tnregistry.classification;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.Permission;
import org.tnregistry.access.Viewer;
import org.tnregistry.access.ViewerContext;
import org.tnregistry.access.limit.Metered;
import org.tnregistry.access.limit.Reading;
import org.tnregistry.definition.Definition;
import org.tnregistry.definition.DefinitionCatalogue;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

@Path("/v1/incidents/{id}/classification")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Classification")
class ClassificationResource {
  private final Classifications classifications;
  private final DefinitionCatalogue catalogue;
  private final ViewerContext context;

  ClassificationResource(
      Classifications classifications, DefinitionCatalogue catalogue, ViewerContext context) {
    this.classifications = classifications;
    this.catalogue = catalogue;
    this.context = context;
  }

  @GET
  @PermissionsAllowed(Permission.INCIDENT_READ)
  @Metered(Reading.RECORDS)
  @Operation(
      operationId = "readClassification",
      summary = "Read what a record is under each definition, by the answers of each agency",
      description =
          "Elements are shared: an answer that an agency gave under one definition counts for the"
              + " others, unless it answered the element under that definition too. A confirmed"
              + " assessment counts until the next under its definition is confirmed too; that is"
              + " named as pending. Without a parameter: under the registry's own definitions and those of the caller's agency.")
  public ClassificationView.Classification read(
      @PathParam("id") UUID id, @QueryParam("definition") @Nullable String definition) {
    return classifications
        .of(id, asked(definition))
        .map(ClassificationView.Classification::new)
        .orElseThrow(() -> new ProblemException(StandardProblem.NOT_FOUND));
  }

  private List<Definition> asked(@Nullable String id) {
    var asked =
        id == null
            ? catalogue.current(context.find().map(Viewer::handle).orElse(null))
            : catalogue.latest(id).stream().toList();
    if (asked.isEmpty()) {
      throw new ProblemException(
          StandardProblem.INVALID_PARAMETER,
          List.of(
              new Fault("unknown-definition", "definition", "No such definition is published.")));
    }
    return asked;
  }
}
