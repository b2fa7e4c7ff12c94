package org.tnregistry.incident.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.Audience;
import org.tnregistry.shared.schema.Code;

/**
 * Who may see one part of the record, among those who may see the record: never more.
 *
 * @param marking TLP 2.0; as strict as the record's, or stricter
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "PartHandling")
public record PartHandling(@NotNull @Code("marking") String marking, @Nullable Audience audience) {}
