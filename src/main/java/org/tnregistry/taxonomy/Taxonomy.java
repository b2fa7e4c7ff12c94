package org.tnregistry.taxonomy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A published version of a code list. Once published it never changes; deprecations come with the
 * next.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Taxonomy")
public record Taxonomy(
    @Schema(required = true, examples = "tactic") String scheme,
    @Schema(required = true, examples = "1.0") String version,
    @Schema(required = true) LocalDate published,
    @Schema(required = true) Map<String, String> title,
    @Nullable Map<String, String> description,
    @Nullable String citation,
    @Schema(required = true) List<Concept> concepts) {

  public Optional<Concept> concept(String code) {
    return concepts.stream().filter(c -> c.code().equals(code)).findFirst();
  }

  /** What a list of lists shows. */
  @Schema(name = "TaxonomySummary")
  public record Summary(
      @Schema(required = true) String scheme,
      @Schema(required = true) String version,
      @Schema(required = true) Map<String, String> title,
      @Schema(required = true) int concepts,
      @Schema(required = true) String self) {
    static Summary of(Taxonomy t) {
      return new Summary(
          t.scheme(), t.version(), t.title(), t.concepts().size(), "/v1/taxonomies/" + t.scheme());
    }
  }
}
