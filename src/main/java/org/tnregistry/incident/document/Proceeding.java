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
 * A legal or administrative instrument with a life of its own. Its status is computed from its
 * milestones, never stated.
 *
 * @param targets local ids
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Proceeding")
public record Proceeding(
    @NotNull @Form(Lexical.LOCAL_ID) String id,
    @NotNull @Code("proceeding-type") String type,
    @Form(Lexical.COUNTRY) @Nullable String requestingState,
    @Form(Lexical.COUNTRY) @Nullable String requestedState,
    @Text(max = 300) @Nullable Map<String, String> issuingBody,
    @Text(max = 300) @Nullable Map<String, String> decidingBody,
    @Size(max = 50) @Nullable List<CaseNumber> caseNumbers,
    @Size(max = 200) @Nullable List<Milestone> milestones,
    @Form(Lexical.LOCAL_ID) @Size(max = 500) @Nullable List<String> targets,
    @Form(Lexical.LOCAL_ID) @Size(max = 50) @Nullable List<String> sources,
    @Nullable PartHandling handling)
    implements Markable {}
