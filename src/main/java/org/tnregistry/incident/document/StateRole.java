package org.tnregistry.incident.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.schema.Code;
import org.tnregistry.shared.schema.Form;
import org.tnregistry.shared.schema.Lexical;

/**
 * What a state is in the incident. A state may have several roles, a role several states.
 *
 * @param confidence 0 to 100
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "StateRole")
public record StateRole(
    @NotNull @Code("state-role") String role,
    @NotNull @Form(Lexical.COUNTRY) String state,
    @Min(0) @Max(100) @Nullable Integer confidence,
    @Form(Lexical.LOCAL_ID) @Size(max = 50) @Nullable List<String> sources) {}
