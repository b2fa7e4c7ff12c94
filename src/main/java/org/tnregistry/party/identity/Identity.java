package org.tnregistry.party.identity;

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
 * What names, describes or locates a person or an organisation.
 *
 * @param names every spelling in every script, as given; never folded or transliterated
 * @param note free text about them
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "PartyIdentity")
public record Identity(
    @NotNull @Size(min = 1, max = 50) List<Name> names,
    @Nullable Birth birth,
    @Form(Lexical.COUNTRY) @Size(max = 20) @Nullable List<String> nationalities,
    @Size(max = 50) @Nullable List<Document> documents,
    @Size(max = 50) @Nullable List<Contact> contacts,
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
   * When and where a person was born, or an organisation was founded.
   *
   * @param place as it is told, by language
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  @Schema(name = "Birth")
  public record Birth(
      @Form(Lexical.EDTF) @Nullable String date,
      @Form(Lexical.COUNTRY) @Nullable String country,
      @Text(max = 300) @Nullable Map<String, String> place) {}

  /**
   * A document or number that identifies.
   *
   * @param state which issued it
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  @Schema(name = "IdentityDocument")
  public record Document(
      @NotNull @Code("identity-document-type") String type,
      @NotNull @Size(min = 1, max = 100) String number,
      @Form(Lexical.COUNTRY) @Nullable String state,
      @Form(Lexical.EDTF) @Nullable String validity) {}

  /** How they can be reached. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  @Schema(name = "Contact")
  public record Contact(
      @NotNull @Code("contact-type") String type,
      @NotNull @Size(min = 1, max = 500) String value) {}
}
