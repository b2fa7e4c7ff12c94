package org.tnregistry.classification;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tnregistry.shared.schema.Document;

/**
 * What an agency answers to the elements that a definition asks. The verdict follows from the
 * answers and is never sent.
 */
@Document
@Schema(name = "MakeAssessment")
record MakeAssessment(
    @NotNull @Size(min = 1, max = 81) @Schema(examples = "ohchr-2025") String definition,
    @NotNull @Size(min = 1, max = 20) @Schema(examples = "1.0") String definitionVersion,
    @NotNull @Size(min = 1, max = 20) List<ElementAnswer> answers) {}
