package org.tnregistry.incident.dispute;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.Viewer;
import org.tnregistry.incident.IncidentNews;
import org.tnregistry.incident.Incidents;
import org.tnregistry.incident.Incidents.Seen;
import org.tnregistry.incident.SaidBeside;
import org.tnregistry.incident.SharedPlaces;
import org.tnregistry.ledger.Journal;
import org.tnregistry.ledger.Journal.Stored;
import org.tnregistry.ledger.StoredContent;
import org.tnregistry.shared.json.Pointers;
import org.tnregistry.shared.json.StoredJson;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

/** Files, answers and withdraws disputes. None is ever edited or deleted. */
@ApplicationScoped
class DisputeService {
  private static final StoredContent DISPUTES = new DisputeContent();

  private static final int MAX_OF_AN_AGENCY = 50;

  private final Session database;
  private final Journal journal;
  private final Incidents incidents;
  private final IncidentNews news;
  private final Clock clock;

  private record Act(String name, @Nullable String outcome, String reason) {}

  DisputeService(
      Session database, Journal journal, Incidents incidents, IncidentNews news, Clock clock) {
    this.database = database;
    this.journal = journal;
    this.incidents = incidents;
    this.news = news;
    this.clock = clock;
  }

  /**
   * @return the id of the dispute
   * @throws ProblemException 422 when its pointer leads nowhere in the record as its author sees it
   */
  @Transactional
  UUID file(Seen incident, FileDispute dispute, Viewer author) {
    if (author.agency().equals(incident.owner())) {
      throw new ProblemException(DisputeProblem.OWN_RECORD);
    }
    if (SaidBeside.isFull(
        database,
        "incident_dispute",
        "statement",
        incident.id(),
        author.agency(),
        MAX_OF_AN_AGENCY)) {
      throw new ProblemException(DisputeProblem.FULL);
    }
    requireForAll(incident, dispute.pointer());
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
    news.tell(incident, author, "incident-disputed");
    return id;
  }

  /** A pointer to what others do not see, or past it in its list, would tell them of it. */
  private void requireForAll(Seen incident, @Nullable String pointer) {
    if (pointer == null) {
      return;
    }
    var record = incidents.current(incident.id()).orElseThrow();
    if (Pointers.resolve(record.document(), pointer).isEmpty()) {
      throw misled("pointer-leads-nowhere", "It leads nowhere in the record.");
    }
    if (!SharedPlaces.leadsToTheSame(pointer, record.document(), record.common())) {
      throw misled(
          "not-for-all",
          "Not everybody sees what it leads to there: dispute the record as a whole.");
    }
  }

  private static ProblemException misled(String code, String detail) {
    return new ProblemException(
        StandardProblem.INVALID_DOCUMENT, List.of(new Fault(code, "#/pointer", detail)));
  }

  /** By the owner of the record. */
  @Transactional
  void answer(Seen incident, DisputeView dispute, AnswerDispute answer, Viewer owner) {
    if (dispute.withdrawal() != null) {
      throw new ProblemException(DisputeProblem.SETTLED);
    }
    keep(dispute.id(), new Act("answered", answer.outcome(), answer.reason()), owner);
    bind(dispute.id(), 2, "dispute-answered", owner);
    news.tell(incident, owner, "incident-dispute-answered");
  }

  /** By the agency that filed it. */
  @Transactional
  void withdraw(Seen incident, DisputeView dispute, WithdrawDispute withdrawal, Viewer author) {
    keep(dispute.id(), new Act("withdrawn", null, withdrawal.reason()), author);
    bind(dispute.id(), 3, "dispute-withdrawn", author);
    news.tell(incident, author, "incident-dispute-withdrawn");
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
    journal.appendBound(
        actor.agency(), actor.actor(), act, new Stored(DISPUTES, dispute, revision));
  }
}
