package org.tnregistry.cases.casefile;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tnregistry.shared.schema.Document;
import org.tnregistry.shared.schema.Form;
import org.tnregistry.shared.schema.Lexical;

/**
 * Puts an incident in a case file.
 *
 * @param incident a recorded one that the caller sees, whoever owns it
 * @param reason why it belongs there; read by those who see both
 */
@Document
@Schema(name = "AddCaseMember")
record AddMember(
    @NotNull @Form(Lexical.UUID) UUID incident,
    @NotNull @Size(min = 1, max = 1_000) String reason) {}
