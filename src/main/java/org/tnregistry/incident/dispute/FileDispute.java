package org.tnregistry.incident.dispute;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.schema.Code;
import org.tnregistry.shared.schema.Document;
import org.tnregistry.shared.schema.Form;
import org.tnregistry.shared.schema.Lexical;
import org.tnregistry.shared.schema.Text;

/**
 * What is said against a record, or in reply to it.
 *
 * @param statement shown to everybody who sees the record, and kept for ever
 * @param pointer to the part of the record that is meant, as its author sees the record; absent for
 *     the whole
 * @param sources addresses of what supports it
 */
@Document
@Schema(name = "FileDispute")
record FileDispute(
    @NotNull @Code("dispute-kind") @Schema(examples = "factual-error") String kind,
    @NotNull @Text(max = 5_000) Map<String, String> statement,
    @Form(Lexical.POINTER) @Size(max = 500) @Nullable String pointer,
    @Form(Lexical.WEB_ADDRESS) @Size(max = 20) @Nullable List<String> sources) {}
