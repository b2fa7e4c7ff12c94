package org.tnregistry.classification;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tnregistry.access.DemoAgencies;
import org.tnregistry.access.Viewer;
import org.tnregistry.access.ViewerContext;
import org.tnregistry.incident.Incidents;
import org.tnregistry.shared.json.PublishedData;

/**
 * Loads what the demo organisation answers for the reference incidents, after them, on the first
 * local start: made by one of its people and confirmed by a second.
 */
@ApplicationScoped
public class ReferenceAssessments {
  private static final Logger LOG = Logger.getLogger(ReferenceAssessments.class);
  private static final String FILE = "/reference/assessments.json";
  private static final String REASON = "Checked against the published sources.";
  private static final int TIMEOUT_SECONDS = 300;

  /** Created, submitted, recorded: nobody has amended it since. */
  private static final int AS_LOADED = 3;

  /**
   * @param incident the organisation's own number of it
   */
  private record Assessed(String incident, List<MakeAssessment> assessments) {}

  private final AssessmentService assessments;
  private final AssessmentSteps steps;
  private final Incidents incidents;
  private final DemoAgencies demo;
  private final ViewerContext context;

  ReferenceAssessments(
      AssessmentService assessments,
      AssessmentSteps steps,
      Incidents incidents,
      DemoAgencies demo,
      ViewerContext context) {
    this.assessments = assessments;
    this.steps = steps;
    this.incidents = incidents;
    this.demo = demo;
    this.context = context;
  }

  void starts(@Observes @Priority(DemoAgencies.STARTUP_PRIORITY + 2) StartupEvent event) {
    if (demo.isLocal()) {
      int loaded = load();
      if (loaded > 0) {
        LOG.infof("Loaded %d reference assessments for the agency %s", loaded, DemoAgencies.NGO);
      }
    }
  }

  /**
   * Loads the set in one transaction: all of it or, when the demo organisation has assessed
   * something already, none.
   *
   * @return how many assessments were loaded
   */
  public int load() {
    var analyst = demo.person(DemoAgencies.NGO, "reference-analyst");
    return context.as(
        analyst,
        () ->
            QuarkusTransaction.requiringNew()
                .timeout(TIMEOUT_SECONDS)
                .call(() -> assessments.hasAssessed() ? 0 : loadAll(analyst)));
  }

  private int loadAll(Viewer analyst) {
    var reviewer = demo.person(DemoAgencies.NGO, "reference-reviewer");
    int loaded = 0;
    for (var assessed : PublishedData.readList(FILE, Assessed.class)) {
      var incident = untouched(assessed.incident()).flatMap(incidents::find);
      if (incident.isPresent()) {
        for (var assessment : assessed.assessments()) {
          var id = assessments.make(incident.get(), assessment, analyst);
          steps.confirm(incident.get(), id, REASON, reviewer);
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
