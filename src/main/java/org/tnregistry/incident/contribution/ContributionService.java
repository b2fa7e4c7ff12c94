package org.tnregistry.incident.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.Viewer;
import org.tnregistry.incident.IncidentService;
import org.tnregistry.incident.Incidents;
import org.tnregistry.incident.Incidents.Seen;
import org.tnregistry.incident.SaidBeside;
import org.tnregistry.ledger.Journal;
import org.tnregistry.ledger.StoredContent;
import org.tnregistry.shared.json.StoredJson;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

/** Files contributions and keeps what becomes of them. None is ever edited or deleted. */
@ApplicationScoped
class ContributionService {
  private static final StoredContent CONTRIBUTIONS = new ContributionContent();

  private static final int MAX_OF_AN_AGENCY = 100;

  private final Session database;
  private final Journal journal;
  private final Incidents incidents;
  private final IncidentService amendments;
  private final Contributions contributions;
  private final ContributionAudience audience;
  private final Clock clock;

  ContributionService(
      Session database,
      Journal journal,
      Incidents incidents,
      IncidentService amendments,
      Contributions contributions,
      ContributionAudience audience,
      Clock clock) {
    this.database = database;
    this.journal = journal;
    this.incidents = incidents;
    this.amendments = amendments;
    this.contributions = contributions;
    this.audience = audience;
    this.clock = clock;
  }

  /**
   * @return the id of the contribution
   */
  @Transactional
  UUID file(Seen incident, Contribute given, Viewer author) {
    if (author.agency().equals(incident.owner())) {
      throw new ProblemException(ContributionProblem.OWN_RECORD);
    }
    if (SaidBeside.isFull(
        database,
        "incident_contribution",
        "parts",
        incident.id(),
        author.agency(),
        MAX_OF_AN_AGENCY)) {
      throw new ProblemException(ContributionProblem.FULL);
    }
    var version =
        incidents
            .current(incident.id())
            .filter(Incidents.Version::isRecorded)
            .orElseThrow(() -> new ProblemException(ContributionProblem.CLOSED));
    var record = version.document();
    boolean ownerOnly = Boolean.TRUE.equals(given.ownerOnly());
    var faults = ContributionRules.check(given, record, ownerOnly ? record : version.common());
    var barred = ContributionRules.barred(given);
    if (!ownerOnly && audience.isOf(incident.owner(), barred)) {
      faults.add(
          new Fault(
              "bars-owner", "#", "It would be barred from the owner, who has to decide on it."));
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(StandardProblem.INVALID_DOCUMENT, faults);
    }
    var id = UUID.randomUUID();
    int bars = ownerOnly ? 0 : audience.bars(barred);
    var parts = new Parts(given.sources(), given.claims(), given.responses(), given.counterView());
    int kept =
        database
            .createNativeMutationQuery(
                """
            INSERT INTO incident_contribution (id, incident, owner, owner_only, bars, barred, parts,
              anchors, reason, filed_at, filed_by)
            SELECT ?1, i.id, ?3, ?4, ?5, CAST(?6 AS jsonb), CAST(?7 AS jsonb), CAST(?8 AS jsonb),
              ?9, ?10, ?11
            FROM incident i WHERE i.id = ?2 AND i.status = 'RECORDED'
            """)
            .setParameter(1, id)
            .setParameter(2, incident.id())
            .setParameter(3, author.agency())
            .setParameter(4, ownerOnly)
            .setParameter(5, bars)
            .setParameter(6, StoredJson.write(List.copyOf(barred)))
            .setParameter(7, StoredJson.write(parts))
            .setParameter(8, StoredJson.write(ContributionRules.anchors(given, record)))
            .setParameter(9, given.reason())
            .setParameter(10, clock.instant())
            .setParameter(11, author.actor())
            .executeUpdate();
    if (kept == 0) {
      throw new ProblemException(ContributionProblem.CLOSED);
    }
    bind(id, 1, "contribution-filed", author);
    audience.tell(incident, stored(incident.id(), id), author, "incident-contributed");
    return id;
  }

  /**
   * By the owner of the record: its parts become parts of the record.
   *
   * @return the tag of the record as it is now
   */
  @Transactional
  @Nullable String accept(
      Seen incident, UUID id, @Nullable String ifMatch, String reason, Viewer owner) {
    amendments.hold(incident.id());
    var contribution = stored(incident.id(), id);
    act(incident, contribution, "accepted", reason, owner);
    if (!contribution.parts().fitARecord()) {
      throw new ProblemException(ContributionProblem.NOTHING_TO_ACCEPT);
    }
    boolean ownerOnly = contribution.view().ownerOnly();
    var acceptance =
        new Acceptance(
            id,
            contribution.parts(),
            incidents.asOf(incident.id(), contribution.view().filedAt()).orElseThrow().document(),
            contribution.anchors(),
            contribution.barred(),
            ownerOnly);
    // The history of a record must not tell others who wrote to its owner alone.
    var why =
        ownerOnly
            ? null
            : "Accepted contribution " + id + " of " + contribution.view().author() + ".";
    return amendments.extend(incident.id(), ifMatch, why, acceptance::into).etag();
  }

  /** Declines, lets stand or withdraws. */
  @Transactional
  void act(Seen incident, UUID id, String act, String reason, Viewer actor) {
    act(incident, stored(incident.id(), id), act, reason, actor);
  }

  private void act(
      Seen incident, Contributions.Stored contribution, String act, String reason, Viewer actor) {
    var status = contribution.view().status();
    boolean isFirst = status.equals("open");
    boolean mayFollow = status.equals("standing") && !act.equals("standing");
    if (!isFirst && !mayFollow) {
      throw new ProblemException(ContributionProblem.SETTLED);
    }
    int step = isFirst ? 1 : 2;
    var id = contribution.view().id();
    int kept =
        database
            .createNativeMutationQuery(
                """
                INSERT INTO incident_contribution_act
                  (contribution, step, act, owner, reason, at, actor)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO NOTHING
                """)
            .setParameter(1, id)
            .setParameter(2, step)
            .setParameter(3, act)
            .setParameter(4, actor.agency())
            .setParameter(5, reason)
            .setParameter(6, clock.instant())
            .setParameter(7, actor.actor())
            .executeUpdate();
    if (kept == 0) {
      throw new ProblemException(ContributionProblem.SETTLED);
    }
    bind(id, 1 + step, "contribution-" + act, actor);
    audience.tell(incident, contribution, actor, "incident-contribution-" + act);
  }

  private Contributions.Stored stored(UUID incident, UUID id) {
    return contributions
        .find(incident, id)
        .orElseThrow(() -> new ProblemException(StandardProblem.NOT_FOUND));
  }

  /** Binds the ledger to what was said; the entries about the record tell that it was. */
  private void bind(UUID contribution, int revision, String act, Viewer actor) {
    journal.appendBound(
        actor.agency(),
        actor.actor(),
        act,
        new Journal.Stored(CONTRIBUTIONS, contribution, revision));
  }
}
