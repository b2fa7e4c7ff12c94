package org.tnregistry.classification;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tnregistry.shared.schema.Document;

/**
 * Why an agency withdraws its assessment.
 *
 * @param reason shown to everybody who sees the record, and kept for ever
 */
@Document
@Schema(name = "WithdrawAssessment")
record WithdrawAssessment(@NotNull @Size(min = 1, max = 2_000) String reason) {}
