package org.tnregistry.definition;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.schema.Document;
import org.tnregistry.shared.schema.Form;
import org.tnregistry.shared.schema.Lexical;
import org.tnregistry.shared.schema.Text;

/**
 * What an agency publishes as a definition of its own: read by anybody, and kept for ever.
 *
 * @param id the handle of the agency, a dot, and a name of lower-case letters, digits and hyphens
 * @param issuingBody whose wording it is; who publishes it here is said beside it by the registry
 * @param status what the wording is: law, bill, agency-guidance, ...
 * @param date EDTF; when the wording was issued
 * @param textKind quotation, own-words, or secondary-rendering
 * @param rule over the answers to the elements: all, any, not, atLeast, includesAny, is
 * @param note how the wording is read as the rule
 * @param essence what it says, in a sentence or two
 */
@Document
@Schema(name = "PublishDefinition")
record PublishDefinition(
    @NotNull @Size(min = 4, max = 81) @Schema(examples = "demo-police.working") String id,
    @NotNull @Text(max = 300) Map<String, String> title,
    @NotNull @Size(min = 1, max = 300) String issuingBody,
    @Form(Lexical.COUNTRY) @Nullable String jurisdiction,
    @NotNull @Size(min = 1, max = 40) @Schema(examples = "agency-guidance") String status,
    @NotNull @Text Map<String, String> statusNote,
    @NotNull @Form(Lexical.EDTF) String date,
    @NotNull @Text(max = 10_000) Map<String, String> text,
    @NotNull @Size(min = 1, max = 40) @Schema(examples = "own-words") String textKind,
    @NotNull @Size(min = 1, max = 1_000) String citation,
    @Form(Lexical.WEB_ADDRESS) @Size(max = 2_000) @Nullable String url,
    @NotNull
        @Schema(
            description =
                "{all: [rule, ...]}, {any: [rule, ...]}, {not: rule}, or {element, and one of atLeast"
                    + " (a level), includesAny (a list of codes), is (met or not-met)}")
        JsonNode rule,
    @NotNull @Text(max = 5_000) Map<String, String> note,
    @NotNull @Text Map<String, String> essence) {}
