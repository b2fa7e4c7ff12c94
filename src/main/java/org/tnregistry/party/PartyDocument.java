package org.tnregistry.party;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.schema.Code;
import org.tnregistry.shared.schema.Form;
import org.tnregistry.shared.schema.Lexical;
import org.tnregistry.shared.schema.Text;

/**
 * A person or an organisation, as the agency that registers it states it. Incidents refer to it by
 * id only.
 *
 * @param organisationKind a code of the taxonomy actor-kind; for organisations
 * @param state whose organ it is, or whose national
 * @param names every spelling in every script, as given; never folded or transliterated
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "PartyDocument")
public record PartyDocument(
    @NotNull @Code("party-kind") String kind,
    @Code("actor-kind") @Nullable String organisationKind,
    @Form(Lexical.COUNTRY) @Nullable String state,
    @NotNull @Size(min = 1, max = 200) List<Name> names,
    @Size(max = 200) @Nullable List<Relation> relations,
    @Text(max = 1_000) @Nullable Map<String, String> note) {

  /**
   * A name as given.
   *
   * @param language BCP 47
   * @param script ISO 15924, such as Cyrl
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  @Schema(name = "PartyName")
  public record Name(
      @NotNull @Size(min = 1, max = 300) String text,
      @Form(Lexical.LANGUAGE) @Nullable String language,
      @Form(Lexical.SCRIPT) @Nullable String script,
      @NotNull @Code("name-kind") String kind) {}

  /**
   * What this party is to another one.
   *
   * @param party id of a party the poster can see
   */
  @Schema(name = "PartyRelation")
  public record Relation(
      @NotNull @Code("party-relation") String type, @NotNull @Form(Lexical.UUID) String party) {}
}
