package org.tnregistry.taxonomy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One concept of a code list, in the sense of SKOS.
 *
 * @param broader the code of the group it belongs to, in the same list
 * @param labels by BCP 47 tag; at least en, fr and ru
 * @param definition when the code applies
 * @param rank the place on the scale, lowest first, for ordinal lists only
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Concept")
public record Concept(
    @Schema(required = true) String code,
    @Nullable String broader,
    @Schema(required = true) Map<String, String> labels,
    @Nullable Map<String, String> definition,
    @Nullable Integer rank,
    @Nullable List<Mapping> mappings,
    @Nullable Deprecation deprecated) {

  /**
   * What the concept corresponds to in another list.
   *
   * @param match SKOS mapping: exact, close or broad; none says that the other list has no
   *     counterpart
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  @Schema(name = "ConceptMapping")
  public record Mapping(
      @Schema(required = true) String scheme,
      @Nullable String code,
      @Nullable String label,
      @Schema(required = true) String match) {}

  /**
   * @param since a date or version
   * @param replacedBy codes of the same list to use instead
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  @Schema(name = "ConceptDeprecation")
  public record Deprecation(
      @Schema(required = true) String since,
      @Schema(required = true) List<String> replacedBy,
      @Nullable Map<String, String> note) {}
}
