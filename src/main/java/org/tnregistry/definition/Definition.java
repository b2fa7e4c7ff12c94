package org.tnregistry.definition;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A published version of somebody's definition of transnational repression, with the rule this
 * registry reads it as. Once published a version never changes.
 *
 * @param jurisdiction ISO 3166-1 code; null for international bodies and for the registry itself
 * @param status whether it is law, a bill, guidance, a resolution
 * @param date EDTF; when the wording was issued, or the latest date it is known by
 * @param textKind quotation, own-words, or secondary-rendering
 * @param rule over the answers to the elements, in three-valued logic: all, any, not, atLeast,
 *     includesAny, is
 * @param publishedBy handle of the agency whose own definition it is; absent for those that the
 *     registry ships
 * @param supersededBy the next version; absent for the current one
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Definition")
public record Definition(
    @Schema(required = true, examples = "ohchr-2025") String id,
    @Schema(required = true, examples = "1.0") String version,
    @Schema(required = true) LocalDate published,
    @Schema(required = true) Map<String, String> title,
    @Schema(required = true) String issuingBody,
    @Nullable String jurisdiction,
    @Schema(required = true) String status,
    @Schema(required = true) Map<String, String> statusNote,
    @Schema(required = true) String date,
    @Schema(required = true) Map<String, String> text,
    @Schema(required = true) String textKind,
    @Schema(required = true) String citation,
    @Nullable String url,
    @Schema(required = true) List<String> elements,
    @Schema(required = true, type = SchemaType.OBJECT) JsonNode rule,
    @Schema(required = true) Map<String, String> note,
    @Schema(required = true) Map<String, String> essence,
    @Schema(examples = "demo-police") @Nullable String publishedBy,
    @Schema(examples = "2.0") @Nullable String supersededBy) {

  /** What the registry says of a version that an agency publishes. */
  record Publication(
      String version, LocalDate published, List<String> elements, String publishedBy) {}

  static Definition of(PublishDefinition asked, Publication by) {
    return new Definition(
        asked.id(),
        by.version(),
        by.published(),
        asked.title(),
        asked.issuingBody(),
        asked.jurisdiction(),
        asked.status(),
        asked.statusNote(),
        asked.date(),
        asked.text(),
        asked.textKind(),
        asked.citation(),
        asked.url(),
        by.elements(),
        asked.rule(),
        asked.note(),
        asked.essence(),
        by.publishedBy(),
        null);
  }

  /** Whether a version of it that is published as asked would say nothing else. */
  boolean says(PublishDefinition asked) {
    return of(asked, new Publication(version, published, elements, String.valueOf(publishedBy)))
        .equals(this);
  }

  Definition supersededBy(String version) {
    return new Definition(
        id,
        this.version,
        published,
        title,
        issuingBody,
        jurisdiction,
        status,
        statusNote,
        date,
        text,
        textKind,
        citation,
        url,
        elements,
        rule,
        note,
        essence,
        publishedBy,
        version);
  }

  String self() {
    return "/v1/definitions/" + id + "/" + version;
  }

  /** What a list of definitions shows. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  @Schema(name = "DefinitionSummary")
  public record Summary(
      @Schema(required = true) String id,
      @Schema(required = true) String version,
      @Schema(required = true) Map<String, String> title,
      @Schema(required = true) String issuingBody,
      @Nullable String jurisdiction,
      @Schema(required = true) String status,
      @Nullable String publishedBy,
      @Nullable String supersededBy,
      @Schema(required = true) String self) {
    static Summary of(Definition d) {
      return new Summary(
          d.id(),
          d.version(),
          d.title(),
          d.issuingBody(),
          d.jurisdiction(),
          d.status(),
          d.publishedBy(),
          d.supersededBy(),
          d.self());
    }
  }
}
