package org.tnregistry.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.schema.Form;
import org.tnregistry.shared.schema.Lexical;

/** Who must never see the record, beside those the registry bars by itself. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Bars")
public record Bars(
    @Form(Lexical.COUNTRY) @Size(max = 200) @Nullable List<String> jurisdictions,
    @Form(Lexical.HANDLE) @Size(max = 200) @Nullable List<String> agencies) {}
