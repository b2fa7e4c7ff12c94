package org.tnregistry.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One accepted change of an incident: what was done, when, by whom and why.
 *
 * @param act created, amended, submitted, returned, recorded, withdrawn, merged, bar-lift-proposed
 *     or bar-lifted; of the last two others than the owner see at most an amendment without reason
 * @param status after the change
 * @param actor agency handle and person
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "IncidentRevision")
record RevisionView(
    @Schema(required = true) int revision,
    @Schema(required = true) String act,
    @Schema(required = true) String status,
    @Schema(required = true) Instant at,
    @Schema(required = true) String actor,
    @Nullable String reason,
    @Nullable UUID replacedBy,
    @Schema(required = true) String self) {

  /** The whole history, oldest first. */
  @Schema(name = "IncidentHistory")
  record History(@Schema(required = true) List<RevisionView> items) {}
}
