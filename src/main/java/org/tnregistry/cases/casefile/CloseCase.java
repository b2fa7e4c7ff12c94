package org.tnregistry.cases.casefile;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tnregistry.shared.schema.Document;

/** Why a case file is closed. It stays to be read, as do the incidents in it. */
@Document
@Schema(name = "CloseCase")
record CloseCase(@NotNull @Size(min = 1, max = 1_000) String reason) {}
