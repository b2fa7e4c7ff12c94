package org.tnregistry.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.schema.Code;

/**
 * Who may see the record: a TLP 2.0 marking, a named audience, and who is barred whatever the rest
 * says. An absent handling is TLP:RED with an empty audience, which means nobody else.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Handling")
public record Handling(
    @NotNull @Code("marking") String marking, @Nullable Audience audience, @Nullable Bars barred) {}
