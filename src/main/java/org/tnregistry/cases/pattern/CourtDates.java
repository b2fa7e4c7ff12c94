package org.tnregistry.cases.pattern;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The hearings of a proceeding that has one to come or had one postponed.
 *
 * @param postponed how often
 * @param postponements the milestones that say so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PatternHearings")
public record CourtDates(
    @Schema(required = true) Part rests,
    @Schema(required = true, examples = "criminal-trial") String type,
    @Schema(required = true, examples = "open") String status,
    @Nullable LocalDate nextHearing,
    @Schema(required = true) int postponed,
    @Schema(required = true) List<Part> postponements) {}
