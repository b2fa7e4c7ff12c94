package org.tnregistry.incident.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tnregistry.shared.schema.Form;
import org.tnregistry.shared.schema.Lexical;

/**
 * The poster's own number for the incident: the key for upserts, used once per publisher.
 *
 * @param publisher handle of the posting agency
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "ExternalId")
public record ExternalId(
    @NotNull @Form(Lexical.HANDLE) String publisher,
    @NotNull @Size(min = 1, max = 200) String id) {}
