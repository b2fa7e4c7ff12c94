package org.tnregistry.incident.dispute;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tnregistry.shared.schema.Document;

/**
 * Why the agency that filed a dispute withdraws it.
 *
 * @param reason shown to everybody who sees the record, and kept for ever
 */
@Document
@Schema(name = "WithdrawDispute")
record WithdrawDispute(@NotNull @Size(min = 1, max = 2_000) String reason) {}
