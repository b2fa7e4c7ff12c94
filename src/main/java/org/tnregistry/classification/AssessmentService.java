package org.tnregistry.classification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.Viewer;
import org.tnregistry.incident.Incidents;
import org.tnregistry.incident.Incidents.Seen;
import org.tnregistry.incident.SaidBeside;
import org.tnregistry.shared.json.StoredJson;
import org.tnregistry.shared.problem.ProblemException;

/** Makes assessments. None is ever edited or deleted: the next one supersedes it. */
@ApplicationScoped
class AssessmentService {
  private static final int MAX_OF_AN_AGENCY = 100;

  private final Session database;
  private final Incidents incidents;
  private final AssessmentChecks checks;
  private final AssessmentLedger ledger;
  private final Clock clock;

  AssessmentService(
      Session database,
      Incidents incidents,
      AssessmentChecks checks,
      AssessmentLedger ledger,
      Clock clock) {
    this.database = database;
    this.incidents = incidents;
    this.checks = checks;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * @param ifMatch the tag of the record that its assessor read; null for whatever is there
   * @return the id of the assessment
   */
  @Transactional
  UUID make(Seen incident, @Nullable String ifMatch, MakeAssessment assessment, Viewer assessor) {
    if (SaidBeside.isFull(
        database, "assessment", "answers", incident.id(), assessor.agency(), MAX_OF_AN_AGENCY)) {
      throw new ProblemException(AssessmentProblem.FULL);
    }
    int state = incidents.lastState(incident.id());
    incidents.requireUnchanged(incident.id(), ifMatch);
    var record = incidents.version(incident.id(), state).orElseThrow();
    if (!record.isRecorded()) {
      throw new ProblemException(AssessmentProblem.NOT_RECORDED);
    }
    checks.require(assessment, record.document());
    var id = UUID.randomUUID();
    var superseded = last(incident.id(), assessment.definition(), assessor);
    database
        .createNativeMutationQuery(
            """
            INSERT INTO assessment (id, incident, owner, definition, definition_version, state,
              answers, made_at, made_by, supersedes)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, CAST(?7 AS jsonb), ?8, ?9, ?10)
            """)
        .setParameter(1, id)
        .setParameter(2, incident.id())
        .setParameter(3, assessor.agency())
        .setParameter(4, assessment.definition())
        .setParameter(5, assessment.definitionVersion())
        .setParameter(6, state)
        .setParameter(7, StoredJson.write(assessment.answers()))
        .setParameter(8, clock.instant())
        .setParameter(9, assessor.actor())
        .setParameter(10, superseded, UUID.class)
        .executeUpdate();
    ledger.append(incident, id, AssessmentLedger.Act.MADE, assessor);
    return id;
  }

  /** Whether the viewer's agency ever assessed anything. */
  @Transactional
  boolean hasAssessed() {
    return database
        .createNativeQuery(
            "SELECT EXISTS (SELECT FROM assessment WHERE owner = viewer_agency())", Boolean.class)
        .getSingleResult();
  }

  /** The one that nothing supersedes yet. Others of the agency wait until this one is made. */
  private @Nullable UUID last(UUID incident, String definition, Viewer assessor) {
    database
        .createNativeQuery(
            "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(?1, 0))", Integer.class)
        .setParameter(1, incident + " " + definition + " " + assessor.agency())
        .getSingleResult();
    return database
        .createNativeQuery(
            """
            SELECT s.id FROM assessment s
            WHERE s.incident = ?1 AND s.definition = ?2 AND s.owner = ?3
              AND NOT EXISTS (SELECT FROM assessment n WHERE n.supersedes = s.id)
            """,
            UUID.class)
        .setParameter(1, incident)
        .setParameter(2, definition)
        .setParameter(3, assessor.agency())
        .getSingleResultOrNull();
  }
}
