package org.tnregistry.incident.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.schema.Form;
import org.tnregistry.shared.schema.Lexical;
import org.tnregistry.shared.schema.Text;

/**
 * A foreign case number. The same number behind several instruments is the signature of injustice
 * laundering.
 *
 * @param number as printed
 * @param state whose authority gave the number
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "CaseNumber")
public record CaseNumber(
    @NotNull @Size(min = 1, max = 100) String number,
    @Form(Lexical.COUNTRY) @Nullable String state,
    @Text(max = 300) @Nullable Map<String, String> body) {}
