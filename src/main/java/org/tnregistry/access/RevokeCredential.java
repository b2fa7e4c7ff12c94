package org.tnregistry.access;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tnregistry.shared.schema.Document;

/**
 * Why a credential is to be revoked.
 *
 * @param reason kept for ever
 */
@Document
@Schema(name = "RevokeCredential")
record RevokeCredential(@NotNull @Size(min = 1, max = 1_000) String reason) {}
