package org.tnregistry.party.search;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.schema.Code;
import org.tnregistry.shared.schema.Document;

/**
 * Whom to look for. Names stand here and never in an address, which logs and histories keep.
 *
 * @param names of one person or organisation, in any script and order
 * @param threshold from which score on a candidate counts as a match
 * @param purpose what the names of one's own persons are shown for; without it they are not
 */
@Document
@Schema(name = "SearchParties")
record SearchParties(
    @NotNull @Size(min = 1, max = 10) List<@NotNull @Size(min = 1, max = 300) String> names,
    @Min(1800) @Max(2200) @Nullable Integer birthYear,
    @Code("party-kind") @Nullable String kind,
    @DecimalMin("0") @DecimalMax("1") @Nullable Double threshold,
    @Min(1) @Max(50) @Nullable Integer limit,
    @Size(min = 1, max = 1_000) @Nullable String purpose,
    @Code("legal-basis") @Nullable String legalBasis,
    @Size(min = 1, max = 200) @Nullable String caseReference) {}
