package org.tnregistry.cases.pattern;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tnregistry.incident.ProceedingState;

/** A request of a state that was not decided: what is suspended is not over. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PatternOpenRequest")
public record OpenRequest(
    @Schema(required = true) Part rests,
    @Schema(required = true, examples = "extradition-request") String type,
    @Nullable String requestingState,
    @Nullable String requestedState,
    @Schema(required = true, examples = "open") String status,
    @Nullable @Schema(description = ProceedingState.OPEN_SINCE) LocalDate openSince,
    @Nullable @Schema(description = ProceedingState.OPEN_FOR_DAYS) Long openForDays,
    @Nullable LocalDate nextHearing) {}
