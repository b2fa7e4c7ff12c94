package org.tnregistry.incident.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.schema.Code;
import org.tnregistry.shared.schema.Form;
import org.tnregistry.shared.schema.Lexical;

/**
 * A protection status, by whom it was granted and when.
 *
 * @param period EDTF
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Protection")
public record Protection(
    @NotNull @Code("protection-status") String status,
    @Form(Lexical.COUNTRY) @Nullable String state,
    @Form(Lexical.EDTF) @Nullable String period,
    @Form(Lexical.LOCAL_ID) @Size(max = 50) @Nullable List<String> sources) {}
