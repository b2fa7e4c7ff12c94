package org.tnregistry.classification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tnregistry.incident.Incidents.Version;

/**
 * An assessment, as everybody sees it who sees the record, but for citations of sources that the
 * reader may not see.
 *
 * @param agency handle of the agency whose assessment it is; who in it made it is nobody's business
 * @param revision of the record that it was made on, as the reader counts; null for one from before
 *     the reader could see the record
 * @param ruling what follows from these answers and from the record as the reader sees that
 *     revision; absent where the definition is hidden, its agency being quarantined
 * @param stale whether the record has changed since, in what the reader sees of it
 * @param changed the parts that changed; absent when the reader cannot see what was assessed
 * @param confirmation that a second person of the agency stands behind it
 * @param withdrawal why it counts no more
 * @param supersededBy a later one of the same agency under the same definition that is not
 *     withdrawn, and confirmed where this one is
 * @param wouldSupersede the confirmed one of the same agency under the same definition that counts
 *     until this one is confirmed too
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Assessment")
record AssessmentView(
    @Schema(required = true) UUID id,
    @Schema(required = true) UUID incident,
    @Schema(required = true) String agency,
    @Schema(required = true, examples = "ohchr-2025") String definition,
    @Schema(required = true, examples = "1.0") String definitionVersion,
    @Nullable Integer revision,
    @Schema(required = true) List<ElementAnswer> answers,
    @Nullable RulingView ruling,
    @Schema(required = true) boolean stale,
    @Schema(examples = "/acts") @Nullable List<String> changed,
    @Schema(required = true) Instant madeAt,
    Assessment.@Nullable Step confirmation,
    Assessment.@Nullable Step withdrawal,
    @Nullable UUID supersededBy,
    @Nullable UUID wouldSupersede,
    @Schema(required = true) String self) {

  static AssessmentView of(Assessment a, Sight sight, Judge judge) {
    var profile = judge.profile(a.definition(), a.definitionVersion());
    return new AssessmentView(
        a.id(),
        a.incident(),
        a.agency(),
        a.definition(),
        a.definitionVersion(),
        sight.version(a).map(Version::revision).orElse(null),
        sight.answers(a),
        profile.map(p -> RulingView.of(judge.rule(p, a.answers(), sight.assessed(a)))).orElse(null),
        sight.isStale(a),
        sight.changes(a),
        a.madeAt(),
        a.confirmation(),
        a.withdrawal(),
        a.supersededBy(),
        a.wouldSupersede(),
        "/v1/incidents/" + a.incident() + "/assessments/" + a.id());
  }

  /** All assessments of a record, oldest first. */
  @Schema(name = "AssessmentList")
  record AssessmentList(@Schema(required = true) List<AssessmentView> items) {}
}
