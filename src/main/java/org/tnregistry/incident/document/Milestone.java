package org.tnregistry.incident.document;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * A dated step of a proceeding.
 *
 * @param date EDTF; null when only the step is known
 * @param state whose authority took the step
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Milestone")
public record Milestone(
    @NotNull @Code("milestone-type") String type,
    @Form(Lexical.EDTF) @Nullable String date,
    @Form(Lexical.COUNTRY) @Nullable String state,
    @Text(max = 300) @Nullable Map<String, String> body,
    @Text @Nullable Map<String, String> note,
    @Form(Lexical.LOCAL_ID) @Size(max = 50) @Nullable List<String> sources) {}
