package org.tnregistry.incident;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.schema.Document;
import org.tnregistry.shared.schema.Form;
import org.tnregistry.shared.schema.Lexical;

/**
 * To let a state's agencies, or one agency, see an incident again that no longer gives a reason to
 * bar them. One person proposes it, a second one does it.
 *
 * @param jurisdiction ISO 3166-1; this or an agency
 * @param agency handle
 * @param reason why; kept for ever, so it must name nobody
 */
@Document
@Schema(name = "LiftBar")
record LiftBar(
    @Form(Lexical.COUNTRY) @Nullable String jurisdiction,
    @Form(Lexical.HANDLE) @Nullable String agency,
    @NotNull @Size(min = 1, max = 1_000) String reason) {}
