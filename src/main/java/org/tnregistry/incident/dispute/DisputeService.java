package org.tnregistry.incident.dispute;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.Audiences;
import org.tnregistry.access.Principal;
import org.tnregistry.access.Reach;
import org.tnregistry.access.Viewer;
import org.tnregistry.incident.Incidents.Seen;
import org.tnregistry.ledger.Accepted;
import org.tnregistry.ledger.Journal;
import org.tnregistry.ledger.StoredContent;
import org.tnregistry.ledger.Visibility;
import org.tnregistry.shared.json.StoredJson;
import org.tnregistry.shared.problem.ProblemException;

/** Files, answers and withdraws disputes. None is ever edited or deleted. */
@ApplicationScoped
class DisputeService {
  private static final StoredContent DISPUTES = new DisputeContent();

  private final Session database;
  private final Journal journal;
  private final Audiences audiences;
  private final Clock clock;

  private record Act(String name, @Nullable String outcome, String reason) {}

  DisputeService(Session database, Journal journal, Audiences audiences, Clock clock) {
    this.database = database;
    this.journal = journal;
    this.audiences = audiences;
    this.clock = clock;
  }

  /**
   * @return the id of the dispute
   */
  @Transactional
  UUID file(Seen incident, FileDispute dispute, Viewer author) {
    if (author.agency().equals(incident.owner())) {
      throw new ProblemException(DisputeProblem.OWN_RECORD);
    }
    var id = UUID.randomUUID();
    database
        .createNativeMutationQuery(
            """
            INSERT INTO incident_dispute
              (id, incident, owner, kind, statement, pointer, sources, filed_at, filed_by)
            VALUES (?1, ?2, ?3, ?4, CAST(?5 AS jsonb), ?6, CAST(?7 AS jsonb), ?8, ?9)
            """)
        .setParameter(1, id)
        .setParameter(2, incident.id())
        .setParameter(3, author.agency())
        .setParameter(4, dispute.kind())
        .setParameter(5, StoredJson.write(dispute.statement()))
        .setParameter(6, dispute.pointer(), String.class)
        .setParameter(
            7, StoredJson.write(dispute.sources() == null ? List.of() : dispute.sources()))
        .setParameter(8, clock.instant())
        .setParameter(9, author.actor())
        .executeUpdate();
    bind(id, 1, "dispute-filed", author);
    tell(incident, author, "incident-disputed");
    return id;
  }

  /** By the owner of the record. */
  @Transactional
  void answer(Seen incident, DisputeView dispute, AnswerDispute answer, Viewer owner) {
    if (dispute.withdrawal() != null) {
      throw new ProblemException(DisputeProblem.SETTLED);
    }
    keep(dispute.id(), new Act("answered", answer.outcome(), answer.reason()), owner);
    bind(dispute.id(), 2, "dispute-answered", owner);
    tell(incident, owner, "incident-dispute-answered");
  }

  /** By the agency that filed it. */
  @Transactional
  void withdraw(Seen incident, DisputeView dispute, WithdrawDispute withdrawal, Viewer author) {
    keep(dispute.id(), new Act("withdrawn", null, withdrawal.reason()), author);
    bind(dispute.id(), 3, "dispute-withdrawn", author);
    tell(incident, author, "incident-dispute-withdrawn");
  }

  private void keep(UUID dispute, Act act, Viewer actor) {
    int kept =
        database
            .createNativeMutationQuery(
                """
                INSERT INTO incident_dispute_act
                  (dispute, act, owner, outcome, reason, at, actor)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO NOTHING
                """)
            .setParameter(1, dispute)
            .setParameter(2, act.name())
            .setParameter(3, actor.agency())
            .setParameter(4, act.outcome(), String.class)
            .setParameter(5, act.reason())
            .setParameter(6, clock.instant())
            .setParameter(7, actor.actor())
            .executeUpdate();
    if (kept == 0) {
      throw new ProblemException(DisputeProblem.SETTLED);
    }
  }

  /** Binds the ledger to what was said; the entries about the record tell that it was. */
  private void bind(UUID dispute, int revision, String act, Viewer actor) {
    journal.append(
        new Accepted(
            actor.agency(),
            actor.actor(),
            act,
            DISPUTES.subjectKind(),
            dispute,
            revision,
            null,
            null,
            journal.stored(DISPUTES, dispute, revision)));
  }

  /**
   * One entry for all whom the record reaches, and one for its owner, whom it does not reach
   * because it is theirs.
   */
  private void tell(Seen incident, Viewer actor, String act) {
    append(incident, actor, act, incident.visibility());
    if (!actor.agency().equals(incident.owner())) {
      var owner = Reach.of(List.of(Principal.agency(incident.owner())));
      int reach = audiences.numberOf(owner);
      append(incident, actor, act, new Visibility(reach, Visibility.NO_BARS, "{}"));
    }
  }

  private void append(Seen incident, Viewer actor, String act, Visibility visibility) {
    journal.append(
        new Accepted(
            actor.agency(),
            actor.actor(),
            act,
            "incident",
            incident.id(),
            incident.revision(),
            visibility,
            visibility,
            null));
  }
}
