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
 * One tactic inside the incident, with its own period and place.
 *
 * @param targets local ids
 * @param actors local ids
 * @param proceedings local ids of the instruments it was done by
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Act")
public record Act(
    @NotNull @Form(Lexical.LOCAL_ID) String id,
    @NotNull @Code("tactic") String tactic,
    @NotNull @Code("completion") String completion,
    @Form(Lexical.EDTF) @Nullable String period,
    @Nullable Place place,
    @Form(Lexical.LOCAL_ID) @Size(max = 500) @Nullable List<String> targets,
    @Form(Lexical.LOCAL_ID) @Size(max = 500) @Nullable List<String> actors,
    @Form(Lexical.LOCAL_ID) @Size(max = 200) @Nullable List<String> proceedings,
    @Text(max = 5_000) @Nullable Map<String, String> description,
    @Form(Lexical.LOCAL_ID) @Size(max = 50) @Nullable List<String> sources,
    @Nullable PartHandling handling)
    implements Markable {}
