package org.tnregistry.classification;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tnregistry.access.DemoAgencies;
import org.tnregistry.access.ReferenceLoad;
import org.tnregistry.incident.Incidents;
import org.tnregistry.shared.json.PublishedData;

/**
 * Loads what the demo organisation answers for the reference incidents, after them, on the first
 * local start: made by one of its people and confirmed by a second.
 */
@ApplicationScoped
class ReferenceAssessments {
  private static final String FILE = "/reference/assessments.json";
  private static final String REASON = "Checked against the published sources.";

  /** Created, submitted, recorded: nobody has amended it since. */
  private static final int AS_LOADED = 3;

  /**
   * @param incident the organisation's own number of it
   */
  private record Assessed(String incident, List<MakeAssessment> assessments) {}

  private final AssessmentService assessments;
  private final AssessmentSteps steps;
  private final Incidents incidents;
  private final ReferenceLoad reference;

  ReferenceAssessments(
      AssessmentService assessments,
      AssessmentSteps steps,
      Incidents incidents,
      ReferenceLoad reference) {
    this.assessments = assessments;
    this.steps = steps;
    this.incidents = incidents;
    this.reference = reference;
  }

  void starts(@Observes @Priority(DemoAgencies.STARTUP_PRIORITY + 2) StartupEvent event) {
    reference.atStart("assessments", this::load);
  }

  /**
   * Loads the set in one transaction: all of it or, when the demo organisation has assessed
   * something already, none.
   *
   * @return how many assessments were loaded
   */
  int load() {
    return reference.once(assessments::hasAssessed, this::loadAll);
  }

  private int loadAll() {
    var analyst = reference.analyst();
    var reviewer = reference.reviewer();
    int loaded = 0;
    for (var assessed : PublishedData.readList(FILE, Assessed.class)) {
      var incident = untouched(assessed.incident()).flatMap(incidents::find);
      if (incident.isPresent()) {
        for (var assessment : assessed.assessments()) {
          var id = assessments.make(incident.get(), null, assessment, analyst);
          steps.confirm(incident.get(), id, null, REASON, reviewer);
          loaded++;
        }
      }
    }
    return loaded;
  }

  /** A start never fails on a record that somebody amended or withdrew. */
  private Optional<UUID> untouched(String externalId) {
    return incidents
        .ofExternalId(externalId)
        .filter(
            id ->
                incidents
                    .current(id)
                    .filter(v -> v.isRecorded() && v.revision() == AS_LOADED)
                    .isPresent());
  }
}
