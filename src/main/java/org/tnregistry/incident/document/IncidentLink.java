package org.tnregistry.incident.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.schema.Code;
import org.tnregistry.shared.schema.Form;
import org.tnregistry.shared.schema.Lexical;
import org.tnregistry.shared.schema.Text;

/**
 * How this incident stands to another one.
 *
 * @param incident id of an incident the poster can see
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "IncidentLink")
public record IncidentLink(
    @NotNull @Code("incident-link-type") String type,
    @NotNull @Form(Lexical.UUID) String incident,
    @Text(max = 1_000) @Nullable Map<String, String> reason) {}
