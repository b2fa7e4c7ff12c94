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
 * Who acts, orders, pays or helps.
 *
 * @param actsFor the next links of the chain from executor to state organ; a chain never closes on
 *     itself
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Actor")
public record Actor(
    @NotNull @Form(Lexical.LOCAL_ID) String id,
    @Form(Lexical.UUID) @Nullable String party,
    @NotNull @Code("actor-kind") String kind,
    @Form(Lexical.COUNTRY) @Nullable String state,
    @Code("involvement") @Size(max = 10) @Nullable List<String> involvement,
    @Size(max = 50) @Nullable List<ActsFor> actsFor,
    @Text @Nullable Map<String, String> description,
    @Form(Lexical.LOCAL_ID) @Size(max = 50) @Nullable List<String> sources,
    @Nullable PartHandling handling)
    implements Markable {}
