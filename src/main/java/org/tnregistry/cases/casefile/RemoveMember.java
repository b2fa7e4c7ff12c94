package org.tnregistry.cases.casefile;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tnregistry.shared.schema.Document;

/** Why an incident is taken out of a case file. That it was in it stays to be read. */
@Document
@Schema(name = "RemoveCaseMember")
record RemoveMember(@NotNull @Size(min = 1, max = 1_000) String reason) {}
