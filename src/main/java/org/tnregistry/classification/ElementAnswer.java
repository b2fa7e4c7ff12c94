package org.tnregistry.classification;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.schema.Code;
import org.tnregistry.shared.schema.Form;
import org.tnregistry.shared.schema.Lexical;
import org.tnregistry.shared.schema.Text;

/**
 * What an agency answers to one element of a definition.
 *
 * @param value one code of the scheme of the element, or a list of them where it takes several
 * @param categories of those aimed at, for protected-target
 * @param roles whether they are reached directly or through others, for protected-target
 * @param justification shown to everybody who sees the record, and kept for ever
 * @param sources local ids of sources of the record, as its author sees them
 * @param basis whether it is the assessor's own answer, or one that the record implied and the
 *     assessor confirmed or contested
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "ElementAnswer")
record ElementAnswer(
    @NotNull @Size(min = 1, max = 40) @Schema(examples = "state-nexus") String element,
    @NotNull JsonNode value,
    @Code("target-category") @Size(max = 20) @Nullable List<String> categories,
    @Code("target-role") @Size(max = 10) @Nullable List<String> roles,
    @NotNull @Text(max = 5_000) Map<String, String> justification,
    @Form(Lexical.LOCAL_ID) @Size(max = 50) @Nullable List<String> sources,
    @NotNull @Code("answer-basis") @Schema(examples = "own") String basis) {

  /** The value as scales read it. */
  @JsonIgnore
  List<String> codes() {
    return value.isArray()
        ? StreamSupport.stream(value.spliterator(), false).map(JsonNode::asText).toList()
        : List.of(value.asText());
  }

  /** Without the citations that do not pass. */
  ElementAnswer citing(Predicate<String> source) {
    return new ElementAnswer(
        element,
        value,
        categories,
        roles,
        justification,
        sources == null ? null : sources.stream().filter(source).toList(),
        basis);
  }
}
