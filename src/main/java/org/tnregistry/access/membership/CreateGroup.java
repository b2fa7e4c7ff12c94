package org.tnregistry.access.membership;

import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tnregistry.shared.schema.Document;
import org.tnregistry.shared.schema.Form;
import org.tnregistry.shared.schema.Lexical;
import org.tnregistry.shared.schema.Text;

/**
 * A group of agencies that records can be shared with by one name.
 *
 * @param handle what documents name it by; never changes
 */
@Document
@Schema(name = "CreateGroup")
record CreateGroup(
    @NotNull @Form(Lexical.HANDLE) @Schema(examples = "asylum-network") String handle,
    @NotNull @Text(max = 200) Map<String, String> name) {}
