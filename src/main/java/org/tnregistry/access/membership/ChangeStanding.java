package org.tnregistry.access.membership;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tnregistry.shared.schema.Document;

/**
 * How an agency is to stand from now on.
 *
 * @param suspended nobody of it can sign in
 * @param quarantined what it posted is hidden from all others, and theirs from it
 * @param reason why; kept for ever, so it must name nobody
 */
@Document
@Schema(name = "ChangeStanding")
record ChangeStanding(
    @NotNull Boolean suspended,
    @NotNull Boolean quarantined,
    @NotNull @Size(min = 1, max = 1_000) String reason) {}
