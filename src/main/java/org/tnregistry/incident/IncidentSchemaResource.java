package org.tnregistry.incident;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.http.EntityTags;
import org.tnregistry.shared.http.Published;

@Path(IncidentChecks.SCHEMA_ID)
@PermitAll
@Tag(name = "Schemas", description = "JSON Schemas of what agencies send")
class IncidentSchemaResource {
  private final String schema;

  IncidentSchemaResource(IncidentChecks checks) {
    this.schema = checks.schema().published().toPrettyString();
  }

  @GET
  @Produces("application/schema+json")
  @Operation(
      operationId = "readIncidentSchema",
      summary = "Read the JSON Schema 2020-12 that checks incidents")
  @APIResponse(
      responseCode = "200",
      description = "The schema",
      content =
          @Content(
              mediaType = "application/schema+json",
              schema = @Schema(type = SchemaType.OBJECT)))
  public RestResponse<String> read(@HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    return Published.answer(schema, EntityTags.of(schema), ifNoneMatch);
  }
}
