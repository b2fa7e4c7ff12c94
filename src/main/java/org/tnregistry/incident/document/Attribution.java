package org.tnregistry.incident.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.schema.Code;
import org.tnregistry.shared.schema.Form;
import org.tnregistry.shared.schema.Lexical;
import org.tnregistry.shared.schema.Text;

/**
 * How far a state stands behind the incident, on an ordinal scale, and what it says of that itself.
 *
 * @param confidence 0 to 100
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Attribution")
public record Attribution(
    @NotNull @Code("attribution-level") String level,
    @Min(0) @Max(100) @Nullable Integer confidence,
    @Code("official-position") @Nullable String officialPosition,
    @Text @Nullable Map<String, String> note,
    @Form(Lexical.LOCAL_ID) @Size(max = 50) @Nullable List<String> sources) {}
