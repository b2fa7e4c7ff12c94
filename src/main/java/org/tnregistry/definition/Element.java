package org.tnregistry.definition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A question that an assessor answers for an incident, and that definitions rule over.
 *
 * @param auxiliary true when only some definitions ask it
 * @param answerType ordinal, set, ternary, or derived from the record
 * @param scheme the taxonomy of its answers
 * @param categoryScheme where the answer also names categories, their taxonomy
 * @param roleScheme where the answer also says directly or through relatives, that taxonomy
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "DefinitionElement")
public record Element(
    @Schema(required = true) String id,
    @Schema(required = true) boolean auxiliary,
    @Schema(required = true) Map<String, String> labels,
    @Schema(required = true) Map<String, String> question,
    @Schema(required = true) String answerType,
    @Schema(required = true) String scheme,
    @Nullable String categoryScheme,
    @Nullable String roleScheme,
    @Schema(required = true) Map<String, String> guidance) {}
