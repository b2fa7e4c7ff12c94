package org.tnregistry.party.retention;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.Permission;
import org.tnregistry.access.ViewerContext;
import org.tnregistry.shared.http.EntityTags;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

@Path("/v1/agencies/{id}/retention")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agencies")
class RetentionResource {
  private final RetentionRules rules;
  private final ViewerContext context;

  RetentionResource(RetentionRules rules, ViewerContext context) {
    this.rules = rules;
    this.context = context;
  }

  @GET
  @PermissionsAllowed(Permission.AGENCY_MANAGE)
  @Operation(
      operationId = "readRetention",
      summary = "Read how long one's own agency keeps identities and readings")
  @APIResponseSchema(
      value = RetentionRule.class,
      responseCode = "200",
      responseDescription = "The rule")
  public RestResponse<RetentionRule> read(
      @PathParam("id") UUID id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    requireOwn(id);
    var rule = rules.of(id);
    var tag = RetentionRules.etag(id, rule);
    if (EntityTags.notModified(ifNoneMatch, tag)) {
      return RestResponse.ResponseBuilder.<RetentionRule>notModified()
          .tag(new EntityTag(tag))
          .build();
    }
    return answer(id, rule);
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed(Permission.AGENCY_MANAGE)
  @Operation(
      operationId = "setRetention",
      summary = "Set how long one's own agency keeps identities and readings")
  @APIResponseSchema(
      value = RetentionRule.class,
      responseCode = "200",
      responseDescription = "The rule")
  public RestResponse<RetentionRule> set(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      RetentionRule rule) {
    requireOwn(id);
    return answer(id, rules.set(context.viewer(), ifMatch, rule));
  }

  private void requireOwn(UUID id) {
    if (!context.viewer().agency().equals(id)) {
      throw new ProblemException(StandardProblem.NOT_FOUND);
    }
  }

  private static RestResponse<RetentionRule> answer(UUID agency, RetentionRule rule) {
    return RestResponse.ResponseBuilder.ok(rule)
        .tag(new EntityTag(RetentionRules.etag(agency, rule)))
        .header("Cache-Control", "no-store")
        .build();
  }
}
