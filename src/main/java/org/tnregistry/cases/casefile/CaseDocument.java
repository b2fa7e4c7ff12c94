package org.tnregistry.cases.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.Handling;
import org.tnregistry.shared.schema.Code;
import org.tnregistry.shared.schema.Text;

/**
 * What the owner of a case file says of it. Title and summary are read by all whom the handling
 * reaches, whatever incidents they see: a person is never named there.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "CaseDocument")
record CaseDocument(
    @NotNull @Code("case-kind") @Schema(examples = "target") String kind,
    @NotNull @Text(max = 300) Map<String, String> title,
    @Text @Nullable Map<String, String> summary,
    @Nullable Handling handling) {
  static final String HANDLING = "handling";
}
