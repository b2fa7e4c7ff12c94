package org.tnregistry.cases.casefile;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tnregistry.access.Permission;
import org.tnregistry.access.limit.Metered;
import org.tnregistry.access.limit.Reading;
import org.tnregistry.access.limit.ReadingQuota;
import org.tnregistry.cases.pattern.CasePatterns;
import org.tnregistry.cases.pattern.PatternView;

@Path("/v1/cases/{id}/pattern")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cases")
class CasePatternResource {
  private final CaseFileRepository files;
  private final CaseMemberQueries members;
  private final CasePatterns patterns;
  private final ReadingQuota quota;

  CasePatternResource(
      CaseFileRepository files,
      CaseMemberQueries members,
      CasePatterns patterns,
      ReadingQuota quota) {
    this.files = files;
    this.members = members;
    this.patterns = patterns;
    this.quota = quota;
  }

  @GET
  @PermissionsAllowed(Permission.INCIDENT_READ)
  @Metered(Reading.RECORDS)
  @Operation(
      operationId = "readCasePattern",
      summary = "Read what the incidents of a case file show together, as far as one sees them")
  public PatternView read(@PathParam("id") UUID id) {
    files.require(id);
    var incidents = members.incidents(id, CasePatterns.MAX_INCIDENTS + 1);
    quota.more(Reading.RECORDS, Math.min(incidents.size(), CasePatterns.MAX_INCIDENTS));
    return patterns.of(incidents);
  }
}
