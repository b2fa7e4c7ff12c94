package org.tnregistry.cases.pattern;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A request of a state that was not decided: what is suspended is not over.
 *
 * @param openSince the first day the first milestone can lie on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PatternOpenRequest")
public record OpenRequest(
    @Schema(required = true) Part rests,
    @Schema(required = true, examples = "extradition-request") String type,
    @Nullable String requestingState,
    @Nullable String requestedState,
    @Schema(required = true, examples = "open") String status,
    @Nullable LocalDate openSince,
    @Nullable Long openForDays,
    @Nullable LocalDate nextHearing) {}
