package org.tnregistry.cases.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.PermissionsAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
import org.tnregistry.shared.http.EntityTags;
import org.tnregistry.shared.http.Published;
import org.tnregistry.shared.schema.CodeLists;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cases", description = "Incidents grouped around a target, a campaign or an instrument")
class CaseResource {
  /** A page of case files. */
  @Schema(name = "CaseFilePage")
  record CaseFilePage(
      @Schema(required = true) List<CaseFileView> items,
      @Schema(description = "The cursor of the next page; absent on the last")
          @Nullable String next) {}

  private final CaseService cases;
  private final CaseList list;
  private final Idempotency idempotency;
  private final CodeLists codes;

  CaseResource(CaseService cases, CaseList list, Idempotency idempotency, CodeLists codes) {
    this.cases = cases;
    this.list = list;
    this.idempotency = idempotency;
    this.codes = codes;
  }

  @POST
  @Path("/cases")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed(Permission.INCIDENT_WRITE)
  @Operation(operationId = "openCase", summary = "Open a case file, with no incident in it yet")
  @APIResponseSchema(
      value = CaseFileView.class,
      responseCode = "201",
      responseDescription = "Opened")
  public Response open(
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = CaseDocument.class)))
          JsonNode document) {
    return Answers.response(
        idempotency.once("openCase", idempotencyKey, document, () -> cases.open(document)));
  }

  @GET
  @Path("/cases")
  @PermissionsAllowed(Permission.INCIDENT_READ)
  @Operation(operationId = "listCases", summary = "List the case files, oldest first")
  @APIResponseSchema(
      value = CaseFilePage.class,
      responseCode = "200",
      responseDescription = "A page of case files")
  public Response list(@BeanParam CaseQuery query) {
    var kinds = codes.codes("case-kind").orElseThrow().codes();
    var page = list.page(query.limit(), query.cursor(), query.kindAmong(kinds), query.incidentId());
    return Answers.response(Answer.page(page));
  }

  @GET
  @Path("/cases/{id}")
  @PermissionsAllowed(Permission.INCIDENT_READ)
  @Operation(operationId = "readCase", summary = "Read a case file")
  @APIResponseSchema(
      value = CaseFileView.class,
      responseCode = "200",
      responseDescription = "The case file; its handling is for its owner")
  public Response read(
      @PathParam("id") UUID id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    return Answers.conditional(cases.read(id), ifNoneMatch);
  }

  @PUT
  @Path("/cases/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed(Permission.INCIDENT_WRITE)
  @Operation(
      operationId = "amendCase",
      summary = "Replace the document of a case file of one's own agency")
  @APIResponseSchema(
      value = CaseFileView.class,
      responseCode = "200",
      responseDescription = "Amended")
  @APIResponse(responseCode = "409", description = "The case file is closed")
  public Response amend(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = CaseDocument.class)))
          JsonNode document) {
    return Answers.response(cases.amend(id, ifMatch, document));
  }

  @POST
  @Path("/cases/{id}/closure")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed(Permission.INCIDENT_WRITE)
  @Operation(
      operationId = "closeCase",
      summary = "Close a case file of one's own agency; it stays to be read")
  @APIResponseSchema(
      value = CaseFileView.class,
      responseCode = "200",
      responseDescription = "Closed")
  @APIResponse(responseCode = "409", description = "It is closed already")
  public Response close(@PathParam("id") UUID id, CloseCase closing) {
    return Answers.response(cases.close(id, closing));
  }

  @GET
  @Path("/schemas/case/1.0")
  @Produces("application/schema+json")
  @PermitAll
  @Operation(
      operationId = "readCaseSchema",
      summary = "Read the JSON Schema 2020-12 of a case file")
  @APIResponse(
      responseCode = "200",
      description = "The schema",
      headers = @Header(name = "ETag", ref = "ETag"),
      content =
          @Content(
              mediaType = "application/schema+json",
              schema = @Schema(type = SchemaType.OBJECT)))
  public RestResponse<String> schema(@HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    var schema = cases.schema().toPrettyString();
    return Published.answer(schema, EntityTags.of(schema), ifNoneMatch);
  }
}
