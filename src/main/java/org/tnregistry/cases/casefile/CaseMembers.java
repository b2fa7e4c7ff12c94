package org.tnregistry.cases.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.tnregistry.access.Viewer;
import org.tnregistry.incident.Incidents;
import org.tnregistry.ledger.Journal;
import org.tnregistry.ledger.Journal.Stored;
import org.tnregistry.ledger.StoredContent;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

/** Puts incidents in case files and takes them out. That they were in stays. */
@ApplicationScoped
class CaseMembers {
  /** Of one agency in one case file, so that a number of what others put there is never told. */
  static final int MAX_OF_AN_AGENCY = 500;

  private static final StoredContent MEMBERS = new CaseMemberContent();

  private static final String ADD =
      """
      INSERT INTO case_member (id, case_file, incident, owner, reason, added_at, added_by)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
      ON CONFLICT (case_file, incident, owner) WHERE removed_at IS NULL DO NOTHING
      """;

  private static final String OWN =
      """
      SELECT count(*) FROM case_member
      WHERE case_file = ?1 AND owner = ?2 AND removed_at IS NULL
      """;

  private static final String REMOVE =
      """
      UPDATE case_member SET removed_at = ?2, removed_by = ?3, remover = ?4, removal_reason = ?5
      WHERE id = ?1 AND removed_at IS NULL
      """;

  private final Session database;
  private final CaseFileRepository files;
  private final CaseAudience audience;
  private final Incidents incidents;
  private final Journal journal;
  private final Clock clock;

  CaseMembers(
      Session database,
      CaseFileRepository files,
      CaseAudience audience,
      Incidents incidents,
      Journal journal,
      Clock clock) {
    this.database = database;
    this.files = files;
    this.audience = audience;
    this.incidents = incidents;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * @return the id of the membership
   */
  @Transactional
  UUID add(UUID file, AddMember member, Viewer author) {
    var entity = files.require(file);
    var isOwner = entity.owner.equals(author.agency());
    if (isOwner) {
      // What is written of it from now on is not for those it is barred from.
      entity = files.requireOwn(file, author);
    }
    CaseService.requireOpen(entity);
    requireRecorded(member.incident());
    if (count(file, author) >= MAX_OF_AN_AGENCY) {
      throw new ProblemException(CaseProblem.FULL);
    }
    var id = UUID.randomUUID();
    int added =
        database
            .createNativeMutationQuery(ADD)
            .setParameter(1, id)
            .setParameter(2, file)
            .setParameter(3, member.incident())
            .setParameter(4, author.agency())
            .setParameter(5, member.reason())
            .setParameter(6, clock.instant())
            .setParameter(7, author.actor())
            .executeUpdate();
    if (added == 0) {
      throw new ProblemException(CaseProblem.MEMBER_STANDS);
    }
    if (isOwner) {
      entity.bars = audience.withAlso(entity.bars, audience.barredFrom(member.incident()));
    }
    bind(id, 1, "case-member-added", author);
    return id;
  }

  /**
   * The same fault for one that does not exist and for one that is hidden. A draft is nobody's to
   * share.
   */
  private void requireRecorded(UUID incident) {
    var seen = incidents.current(incident);
    if (seen.isEmpty()) {
      throw new ProblemException(
          StandardProblem.INVALID_DOCUMENT,
          List.of(
              new Fault(
                  "unknown-incident",
                  "#/incident",
                  "There is no such incident that you may see.")));
    }
    if (!seen.get().isRecorded()) {
      throw new ProblemException(
          StandardProblem.INVALID_DOCUMENT,
          List.of(
              new Fault("not-recorded", "#/incident", "Only a recorded incident can be added.")));
    }
  }

  private long count(UUID file, Viewer author) {
    return database
        .createNativeQuery(OWN, Long.class)
        .setParameter(1, file)
        .setParameter(2, author.agency())
        .getSingleResult();
  }

  /** By the agency that put it there, or by the owner of the case file. */
  @Transactional
  void remove(UUID member, RemoveMember removal, Viewer remover) {
    int removed =
        database
            .createNativeMutationQuery(REMOVE)
            .setParameter(1, member)
            .setParameter(2, clock.instant())
            .setParameter(3, remover.actor())
            .setParameter(4, remover.agency())
            .setParameter(5, removal.reason())
            .executeUpdate();
    if (removed == 0) {
      throw new ProblemException(CaseProblem.MEMBER_REMOVED);
    }
    bind(member, 2, "case-member-removed", remover);
  }

  private void bind(UUID member, int revision, String act, Viewer actor) {
    journal.appendBound(actor.agency(), actor.actor(), act, new Stored(MEMBERS, member, revision));
  }
}
