package org.tnregistry.incident.dispute;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tnregistry.shared.schema.Code;
import org.tnregistry.shared.schema.Document;

/**
 * What the owner of a record answers to a dispute.
 *
 * @param reason shown to everybody who sees the record, and kept for ever
 */
@Document
@Schema(name = "AnswerDispute")
record AnswerDispute(
    @NotNull @Code("dispute-outcome") @Schema(examples = "noted") String outcome,
    @NotNull @Size(min = 1, max = 2_000) String reason) {}
