package org.tnregistry.incident;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.schema.Code;
import org.tnregistry.shared.schema.Document;
import org.tnregistry.shared.schema.Form;
import org.tnregistry.shared.schema.Lexical;

/**
 * A step in the life cycle of an incident.
 *
 * @param reason why; kept for ever, so it must name nobody
 * @param replacedBy the incident it is merged into; for a merge only
 */
@Document
@Schema(name = "ChangeStatus")
public record ChangeStatus(
    @NotNull @Code("incident-status") @Schema(examples = "submitted") String to,
    @NotNull @Size(min = 1, max = 1_000) String reason,
    @Form(Lexical.UUID) @Nullable String replacedBy) {}
