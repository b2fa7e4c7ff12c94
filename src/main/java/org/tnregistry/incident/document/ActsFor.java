package org.tnregistry.incident.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.schema.Form;
import org.tnregistry.shared.schema.Lexical;

/**
 * One link of an actor chain.
 *
 * @param actor local id of the actor who is acted for
 * @param confidence 0 to 100
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "ActsFor")
public record ActsFor(
    @NotNull @Form(Lexical.LOCAL_ID) String actor,
    @Min(0) @Max(100) @Nullable Integer confidence,
    @Form(Lexical.LOCAL_ID) @Size(max = 50) @Nullable List<String> sources) {}
