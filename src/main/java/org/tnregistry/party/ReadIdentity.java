package org.tnregistry.party;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.schema.Code;
import org.tnregistry.shared.schema.Document;

/**
 * What an identity is read for. Kept, and shown to the owner of the party.
 *
 * @param purpose what the reader needs it for, in a sentence
 * @param caseReference the number under which the reader deals with the case
 */
@Document
@Schema(name = "ReadIdentity")
public record ReadIdentity(
    @NotNull @Size(min = 1, max = 1_000) String purpose,
    @NotNull @Code("legal-basis") String legalBasis,
    @Size(min = 1, max = 200) @Nullable String caseReference) {}
