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
 * What the host or another state did about it.
 *
 * @param date EDTF
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "StateResponse")
public record HostResponse(
    @NotNull @Form(Lexical.LOCAL_ID) String id,
    @NotNull @Form(Lexical.COUNTRY) String state,
    @NotNull @Code("response-type") String type,
    @Form(Lexical.EDTF) @Nullable String date,
    @Text(max = 300) @Nullable Map<String, String> body,
    @Text @Nullable Map<String, String> description,
    @Form(Lexical.LOCAL_ID) @Size(max = 50) @Nullable List<String> sources,
    @Nullable PartHandling handling)
    implements Markable {}
