package org.tnregistry.classification;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.schema.Document;

/**
 * That a second person of the agency stands behind an assessment.
 *
 * @param reason shown to everybody who sees the record, and kept for ever
 */
@Document
@Schema(name = "ConfirmAssessment")
record ConfirmAssessment(@Size(min = 1, max = 2_000) @Nullable String reason) {}
