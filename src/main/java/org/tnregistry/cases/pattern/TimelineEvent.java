package org.tnregistry.cases.pattern;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened.
 *
 * @param kind act, milestone, hearing, finding or response
 * @param type the tactic, the type of the milestone or response, or the kind of the body
 * @param date EDTF
 * @param states concerned
 * @param rests on what it rests
 * @param label the title of the incident
 * @param body that took the step
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PatternEvent")
public record TimelineEvent(
    @Schema(required = true, examples = "milestone") String kind,
    @Schema(required = true, examples = "requested") String type,
    @Nullable String date,
    @Schema(required = true) List<String> states,
    @Schema(required = true) Part rests,
    @Schema(required = true) Map<String, String> label,
    @Nullable Map<String, String> body) {}
