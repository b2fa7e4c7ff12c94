package org.tnregistry.classification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one agency's answers make of a record under one definition.
 *
 * @param ruling what follows from these answers and from the record as the reader sees it now
 * @param unanswered elements that the definition asks and the agency has not answered anywhere
 * @param confirmed whether a second person of the agency stands behind each of the assessments
 * @param stale whether the record has changed since one of the assessments
 * @param changed the parts that changed
 * @param assessments those whose answers were used, under whatever definition they were given
 * @param pending those that count once a second person confirms them, and would change what is
 *     answered; until then the confirmed ones that they would supersede count
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "ClassificationItem")
record ClassificationView(
    @Schema(required = true, examples = "ohchr-2025") String definition,
    @Schema(required = true, examples = "1.0") String definitionVersion,
    @Schema(required = true) String agency,
    @Schema(required = true) RulingView ruling,
    @Nullable List<String> unanswered,
    @Schema(required = true) boolean confirmed,
    @Schema(required = true) boolean stale,
    @Nullable List<String> changed,
    @Nullable List<UUID> assessments,
    @Nullable List<UUID> pending) {

  /** By definition, then by agency. */
  @Schema(name = "Classification")
  record Classification(@Schema(required = true) List<ClassificationView> items) {}
}
