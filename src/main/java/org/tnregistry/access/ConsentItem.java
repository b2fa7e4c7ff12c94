package org.tnregistry.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.schema.Code;
import org.tnregistry.shared.schema.Form;
import org.tnregistry.shared.schema.Lexical;

/**
 * What a person answered to one question of consent.
 *
 * @param date when, in EDTF
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "ConsentItem")
public record ConsentItem(
    @NotNull @Code("consent-state") String state, @Form(Lexical.EDTF) @Nullable String date) {

  /** Whether the person said no, at first or later. An unknown answer says nothing. */
  public boolean closes() {
    return closes(state);
  }

  /**
   * @param state a code of the taxonomy consent-state; anything else closes nothing
   */
  public static boolean closes(String state) {
    return state.equals("refused") || state.equals("withdrawn");
  }
}
