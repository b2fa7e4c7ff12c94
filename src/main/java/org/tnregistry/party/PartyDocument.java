package org.tnregistry.party;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.Consent;
import org.tnregistry.access.Handling;
import org.tnregistry.party.identity.Identity;
import org.tnregistry.shared.schema.Code;
import org.tnregistry.shared.schema.Form;
import org.tnregistry.shared.schema.Lexical;

/**
 * A person or an organisation, as the agency that registers it states it. Incidents refer to it by
 * id only.
 *
 * @param organisationKind a code of the taxonomy actor-kind; for organisations
 * @param state whose organ it is, or whose national
 * @param consent what a person agreed to
 * @param identity who it is; that of a person is written here and read on purpose only
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "PartyDocument")
public record PartyDocument(
    @NotNull @Code("party-kind") String kind,
    @Code("actor-kind") @Nullable String organisationKind,
    @Form(Lexical.COUNTRY) @Nullable String state,
    @Size(max = 200) @Nullable List<Relation> relations,
    @Nullable Handling handling,
    @Nullable Consent consent,
    @Nullable Identity identity) {

  static final String PERSON = "person";
  static final String IDENTITY = "identity";

  boolean ofPerson() {
    return kind.equals(PERSON);
  }

  /** Whether the person does not want an identity to be kept. */
  boolean refusesRecording() {
    return consent != null && consent.recording() != null && consent.recording().closes();
  }

  /**
   * What this party is to another one.
   *
   * @param party id of a party the poster can see
   */
  @Schema(name = "PartyRelation")
  public record Relation(
      @NotNull @Code("party-relation") String type, @NotNull @Form(Lexical.UUID) String party) {}
}
