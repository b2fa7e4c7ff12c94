package org.tnregistry.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the registry adds to an incident document. Set by the registry alone; a document that tries
 * to set it is refused.
 *
 * @param revision counts every accepted change, steps of the life cycle included; for a reader who
 *     is not the owner, only what changed for those the incident is shared with
 * @param createdAt for a reader who is not the owner, when it was recorded
 * @param audience null for a reader who is not the owner
 * @param recordedAt null until a second person recorded it
 * @param closingReason why it was withdrawn or merged
 * @param replacedBy what a merged record was merged into
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "IncidentRegistry")
public record IncidentRegistry(
    @Schema(required = true) UUID id,
    @Schema(required = true, examples = "TNR-7K3M-9Q2P-R") String reference,
    @Schema(required = true) String owner,
    @Schema(required = true, examples = "draft") String status,
    @Schema(required = true) int revision,
    @Schema(required = true, examples = "1.0") String schemaVersion,
    @Schema(required = true) Instant createdAt,
    @Schema(required = true) Instant updatedAt,
    @Nullable Instant recordedAt,
    @Nullable String closingReason,
    @Nullable UUID replacedBy,
    @Nullable @Schema(description = "Who sees it and who never does, and why; for the owner alone")
        AudienceView audience,
    @Schema(required = true) String self) {}
