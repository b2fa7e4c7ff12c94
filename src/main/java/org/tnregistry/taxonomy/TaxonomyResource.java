package org.tnregistry.taxonomy;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.http.EntityTags;
import org.tnregistry.shared.http.Published;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

@Path("/v1/taxonomies")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Taxonomies", description = "Code lists of the standard, published and versioned")
class TaxonomyResource {
  /** All code lists. */
  @Schema(name = "TaxonomyList")
  record TaxonomyList(@Schema(required = true) List<Taxonomy.Summary> items) {}

  private final Taxonomies taxonomies;

  TaxonomyResource(Taxonomies taxonomies) {
    this.taxonomies = taxonomies;
  }

  @GET
  @Operation(
      operationId = "listTaxonomies",
      summary = "List the code lists, each with its current version")
  public RestResponse<TaxonomyList> list(
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    var list = new TaxonomyList(taxonomies.current().stream().map(Taxonomy.Summary::of).toList());
    return Published.answer(list, EntityTags.of(list), ifNoneMatch);
  }

  @GET
  @Path("/{scheme}")
  @Operation(operationId = "readTaxonomy", summary = "Read a code list with labels and mappings")
  public RestResponse<Taxonomy> read(
      @PathParam("scheme") String scheme,
      @QueryParam("version") @Parameter(description = "A published version; the latest when absent")
          @Nullable String version,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    var taxonomy =
        (version == null ? taxonomies.current(scheme) : taxonomies.version(scheme, version))
            .orElseThrow(() -> new ProblemException(StandardProblem.NOT_FOUND));
    return Published.answer(taxonomy, EntityTags.of(taxonomy), ifNoneMatch);
  }
}
