package org.tnregistry.incident.contribution;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tnregistry.shared.schema.Document;

/**
 * Why a contribution is accepted, declined, let stand or withdrawn.
 *
 * @param reason shown to everybody who sees the contribution, and kept for ever
 */
@Document
@Schema(name = "DecideContribution")
record DecideContribution(@NotNull @Size(min = 1, max = 2_000) String reason) {}
