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
 * What a body held about the incident. Findings of different bodies may disagree; all stand.
 *
 * @param date EDTF
 * @param provisions found violated, as usually cited, such as ECHR 8
 * @param proceedings local ids of the proceedings that the body spoke of or decided
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Finding")
public record Finding(
    @NotNull @Form(Lexical.LOCAL_ID) String id,
    @NotNull @Text(max = 300) Map<String, String> body,
    @NotNull @Code("finding-body-kind") String bodyKind,
    @Form(Lexical.EDTF) @Nullable String date,
    @Code("finding-holding") @Size(max = 20) @Nullable List<String> held,
    @Size(max = 50) @Nullable List<@Size(min = 1, max = 100) String> provisions,
    @Form(Lexical.LOCAL_ID) @Size(max = 200) @Nullable List<String> proceedings,
    @Text @Nullable Map<String, String> description,
    @Form(Lexical.LOCAL_ID) @Size(max = 50) @Nullable List<String> sources,
    @Nullable PartHandling handling)
    implements Markable {}
