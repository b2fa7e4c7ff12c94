package org.tnregistry.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

/**
 * What an incident can be merged into: a recorded one that its owner sees. As a merged one leads
 * only to what was recorded then, merges never close a circle, if those that share a record take
 * turns.
 */
@ApplicationScoped
class Merging {
  private static final String LOCK =
      "SELECT CAST(pg_advisory_xact_lock(hashtextextended('merge ' || ?1, 0)) AS text)";

  /** Only as far as the viewer sees; UNION ends where an earlier release left a circle. */
  private static final String LEADS_TO =
      """
      WITH RECURSIVE chain AS (
        SELECT i.id, i.replaced_by FROM incident i WHERE i.id = ?1
        UNION
        SELECT i.id, i.replaced_by FROM incident i JOIN chain c ON i.id = c.replaced_by)
      SELECT EXISTS (SELECT FROM chain c WHERE c.id = ?2)
      """;

  private final EntityManager database;
  private final IncidentRepository incidents;

  Merging(EntityManager database, IncidentRepository incidents) {
    this.database = database;
    this.incidents = incidents;
  }

  /**
   * Has every other merge of either wait until the transaction ends. By name and not by row: the
   * row of another agency's record cannot be locked.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void lock(UUID one, UUID other) {
    Stream.of(one.toString(), other.toString())
        .sorted()
        .distinct()
        .forEach(
            id ->
                database
                    .createNativeQuery(LOCK, String.class)
                    .setParameter(1, id)
                    .getSingleResult());
  }

  /**
   * @throws ProblemException 422 for a record that the viewer does not see, the same as for none;
   *     409 for one that is not recorded
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void require(UUID merged, UUID replacement) {
    if (replacement.equals(merged)) {
      throw fault("self-reference", "An incident is not merged into itself.");
    }
    var found =
        incidents
            .findByIdOptional(replacement)
            .orElseThrow(
                () -> fault("unknown-incident", "There is no such incident that you may see."));
    if (found.status != IncidentStatus.RECORDED) {
      throw new ProblemException(
          leadsTo(replacement, merged)
              ? IncidentProblem.MERGE_CYCLE
              : IncidentProblem.MERGE_TARGET_NOT_RECORDED);
    }
  }

  private boolean leadsTo(UUID from, UUID to) {
    return (Boolean)
        database
            .createNativeQuery(LEADS_TO, Boolean.class)
            .setParameter(1, from)
            .setParameter(2, to)
            .getSingleResult();
  }

  private static ProblemException fault(String code, String detail) {
    return new ProblemException(
        StandardProblem.INVALID_DOCUMENT, List.of(new Fault(code, "#/replacedBy", detail)));
  }
}
