package org.tnregistry.access;

import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.schema.Code;
import org.tnregistry.shared.schema.Document;
import org.tnregistry.shared.schema.Form;
import org.tnregistry.shared.schema.Lexical;
import org.tnregistry.shared.schema.Text;

/**
 * An agency to be registered.
 *
 * @param handle what documents name it by; never changes
 * @param jurisdiction absent for a body that belongs to no state
 */
@Document
@Schema(name = "RegisterAgency")
record RegisterAgency(
    @NotNull @Form(Lexical.HANDLE) @Schema(examples = "demo-police") String handle,
    @NotNull @Text(max = 200) Map<String, String> name,
    @NotNull @Code("agency-kind") @Schema(examples = "law-enforcement") String kind,
    @Form(Lexical.COUNTRY) @Nullable String jurisdiction) {}
