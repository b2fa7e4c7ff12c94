package org.tnregistry.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An agency as every member sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Agency")
record AgencyView(
    @Schema(required = true) UUID id,
    @Schema(required = true) String handle,
    @Schema(required = true) Map<String, String> name,
    @Schema(required = true) String kind,
    @Nullable String jurisdiction,
    @Schema(required = true) Instant createdAt) {
  static AgencyView of(AgencyEntity a) {
    return new AgencyView(a.id, a.handle, a.name, a.kind, a.jurisdiction, a.createdAt);
  }

  /** All agencies. */
  @Schema(name = "AgencyList")
  record AgencyList(@Schema(required = true) java.util.List<AgencyView> items) {}
}
