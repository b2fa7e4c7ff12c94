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
 * Where something happened, as precisely as it is known and no more.
 *
 * @param subdivision ISO 3166-2
 * @param precision of the point, or of the place when there is no point; a capital never stands in
 *     for "somewhere in the country"
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Place")
public record Place(
    @NotNull @Form(Lexical.COUNTRY) String country,
    @Form(Lexical.SUBDIVISION) @Nullable String subdivision,
    @Text(max = 200) @Nullable Map<String, String> locality,
    @Nullable Point point,
    @NotNull @Code("place-precision") String precision) {}
