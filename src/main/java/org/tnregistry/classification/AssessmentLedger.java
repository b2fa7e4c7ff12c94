package org.tnregistry.classification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.tnregistry.access.Viewer;
import org.tnregistry.incident.IncidentNews;
import org.tnregistry.incident.Incidents.Seen;
import org.tnregistry.ledger.Journal;
import org.tnregistry.ledger.Journal.Stored;
import org.tnregistry.ledger.StoredContent;

/** Binds the ledger to what was written of an assessment, and tells those who see the record. */
@ApplicationScoped
class AssessmentLedger {
  private static final StoredContent ASSESSMENTS = new AssessmentContent();

  /** What is done to an assessment, each once. */
  enum Act {
    MADE(1, "assessment-made", "incident-assessed"),
    CONFIRMED(2, "assessment-confirmed", "incident-assessment-confirmed"),
    WITHDRAWN(3, "assessment-withdrawn", "incident-assessment-withdrawn");

    private final int revision;
    private final String ofAssessment;
    private final String ofIncident;

    Act(int revision, String ofAssessment, String ofIncident) {
      this.revision = revision;
      this.ofAssessment = ofAssessment;
      this.ofIncident = ofIncident;
    }
  }

  private final Journal journal;
  private final IncidentNews news;

  AssessmentLedger(Journal journal, IncidentNews news) {
    this.journal = journal;
    this.news = news;
  }

  /** After the act was stored, in its transaction. */
  void append(Seen incident, UUID assessment, Act act, Viewer actor) {
    journal.appendBound(
        actor.agency(),
        actor.actor(),
        act.ofAssessment,
        new Stored(ASSESSMENTS, assessment, act.revision));
    news.tell(incident, actor, act.ofIncident);
  }
}
