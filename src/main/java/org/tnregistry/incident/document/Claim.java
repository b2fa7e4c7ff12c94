package org.tnregistry.incident.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.schema.Form;
import org.tnregistry.shared.schema.Lexical;
import org.tnregistry.shared.schema.Text;

/**
 * What one source says about one field of the record. Contradicting claims stand side by side.
 *
 * @param pointer RFC 6901, into this document; must lead somewhere
 * @param value what the source says there, any JSON value
 * @param source local id
 * @param passage where in the source it stands, or a short quotation
 * @param preferred whether the record follows this claim
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Claim")
public record Claim(
    @NotNull @Form(Lexical.LOCAL_ID) String id,
    @NotNull @Form(Lexical.POINTER) @Size(max = 300) String pointer,
    @NotNull JsonNode value,
    @NotNull @Form(Lexical.LOCAL_ID) String source,
    @Size(min = 1, max = 500) @Nullable String passage,
    @Nullable Boolean preferred,
    @Text(max = 1_000) @Nullable Map<String, String> note,
    @Nullable PartHandling handling)
    implements Markable {}
