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
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

/** Confirms and withdraws assessments of the actor's agency, each once and for ever. */
@ApplicationScoped
class AssessmentSteps {
  private final Session database;
  private final Incidents incidents;
  private final AssessmentQueries queries;
  private final AssessmentLedger ledger;
  private final Clock clock;

  AssessmentSteps(
      Session database,
      Incidents incidents,
      AssessmentQueries queries,
      AssessmentLedger ledger,
      Clock clock) {
    this.database = database;
    this.incidents = incidents;
    this.queries = queries;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * @param ifMatch the tag of the record that the person read; null for whatever is there
   * @throws ProblemException 403 for another agency's, 409 for the person who made it, for one that
   *     counts no more, and for one of a record that has changed since: nobody stands behind what
   *     is not there
   */
  @Transactional
  void confirm(
      Seen incident, UUID id, @Nullable String ifMatch, @Nullable String reason, Viewer person) {
    var assessment = current(incident, id, person);
    incidents.requireUnchanged(incident.id(), ifMatch);
    if (assessment.madeBy().equals(person.actor())) {
      throw new ProblemException(AssessmentProblem.SELF_CONFIRMATION);
    }
    if (queries.sight(incident.id()).orElseThrow().isStale(assessment)) {
      throw new ProblemException(AssessmentProblem.STALE);
    }
    keep(assessment, "confirmed", reason, person);
    ledger.append(incident, assessment.id(), AssessmentLedger.Act.CONFIRMED, person);
  }

  /**
   * @throws ProblemException 403 for another agency's, 409 for one that counts no more
   */
  @Transactional
  void withdraw(Seen incident, UUID id, String reason, Viewer person) {
    var assessment = current(incident, id, person);
    keep(assessment, "withdrawn", reason, person);
    ledger.append(incident, assessment.id(), AssessmentLedger.Act.WITHDRAWN, person);
  }

  /** Whoever sees another agency's one may know that it is not theirs. */
  private Assessment current(Seen incident, UUID id, Viewer person) {
    var assessment =
        queries
            .find(incident.id(), id)
            .orElseThrow(() -> new ProblemException(StandardProblem.NOT_FOUND));
    if (!assessment.agency().equals(person.handle())) {
      throw new ProblemException(StandardProblem.NOT_YOURS);
    }
    if (assessment.withdrawal() != null) {
      throw settled("It is withdrawn.");
    }
    if (assessment.supersededBy() != null) {
      throw settled("It is superseded by " + assessment.supersededBy() + ".");
    }
    return assessment;
  }

  private void keep(Assessment assessment, String act, @Nullable String reason, Viewer actor) {
    int kept =
        database
            .createNativeMutationQuery(
                """
                INSERT INTO assessment_act (assessment, act, owner, reason, at, actor)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING
                """)
            .setParameter(1, assessment.id())
            .setParameter(2, act)
            .setParameter(3, actor.agency())
            .setParameter(4, reason, String.class)
            .setParameter(5, clock.instant())
            .setParameter(6, actor.actor())
            .executeUpdate();
    if (kept == 0) {
      throw settled("It is " + act + " already.");
    }
  }

  private static ProblemException settled(String how) {
    return new ProblemException(AssessmentProblem.SETTLED, how);
  }
}
