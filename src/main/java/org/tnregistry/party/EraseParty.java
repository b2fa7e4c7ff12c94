package org.tnregistry.party;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tnregistry.shared.schema.Code;
import org.tnregistry.shared.schema.Document;

/**
 * Destroys the identity of a party. Cannot be undone.
 *
 * @param text why, in a sentence; kept for ever, so it must not name the party
 */
@Document
@Schema(name = "EraseParty")
record EraseParty(
    @NotNull @Code("erasure-reason") String reason,
    @NotNull @Size(min = 1, max = 1_000) String text) {}
