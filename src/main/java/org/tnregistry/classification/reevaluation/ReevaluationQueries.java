package org.tnregistry.classification.reevaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.tnregistry.classification.reevaluation.ReevaluationView.Change;
import org.tnregistry.shared.json.StoredJson;
import org.tnregistry.shared.paging.Cursor;
import org.tnregistry.shared.paging.Page;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

/** Reads comparisons; the policies show those of the viewer's agency, and of incidents it sees. */
@ApplicationScoped
class ReevaluationQueries {
  private static final String LIST = "reevaluation-changes";

  private static final String COLUMNS =
      """
      SELECT r.id, r.definition, r.former, r.version, r.requested_at, r.started_at, r.finished_at, r.failures,
        (SELECT count(*) FROM reevaluation_item t WHERE t.reevaluation = r.id),
        (SELECT count(t.evaluated_at) FROM reevaluation_item t WHERE t.reevaluation = r.id),
        (SELECT count(*) FROM reevaluation_change c WHERE c.reevaluation = r.id)
      FROM reevaluation r
      """;

  private static final String ONE = COLUMNS + " WHERE r.id = ?1";
  private static final String OF_VERSION =
      COLUMNS + " WHERE r.definition = ?1 AND r.version || '.0' = ?2 ORDER BY r.requested_at";

  private static final String CHANGES =
      """
      SELECT c.incident, a.handle, c.former_verdict, c.verdict, CAST(c.decided_by AS text)
      FROM reevaluation_change c JOIN agency a ON a.id = c.assessor
      WHERE c.reevaluation = ?1 AND (?2 IS NULL OR (c.incident, a.handle) > (CAST(?2 AS uuid), ?3))
      ORDER BY c.incident, a.handle LIMIT ?4
      """;

  private final Session database;

  ReevaluationQueries(Session database) {
    this.database = database;
  }

  @Transactional
  Optional<ReevaluationView> find(UUID id) {
    return database
        .createNativeQuery(ONE, Tuple.class)
        .setParameter(1, id)
        .getResultStream()
        .findFirst()
        .map(ReevaluationQueries::view);
  }

  @Transactional
  List<ReevaluationView> of(String definition, String version) {
    return database
        .createNativeQuery(OF_VERSION, Tuple.class)
        .setParameter(1, definition)
        .setParameter(2, version)
        .getResultStream()
        .map(ReevaluationQueries::view)
        .toList();
  }

  @Transactional
  Page<Change> changes(UUID id, int limit, @Nullable String cursor) {
    var after = cursor == null ? null : Cursor.decode(LIST, 2, cursor).key();
    var found =
        database
            .createNativeQuery(CHANGES, Tuple.class)
            .setParameter(1, id)
            .setParameter(2, after == null ? null : uuid(after.get(0)), String.class)
            .setParameter(3, after == null ? null : after.get(1), String.class)
            .setParameter(4, limit + 1)
            .getResultStream()
            .map(ReevaluationQueries::change)
            .toList();
    return Page.of(
        found, limit, c -> new Cursor(LIST, List.of(c.incident().toString(), c.agency())), null);
  }

  private static String uuid(String text) {
    try {
      return UUID.fromString(text).toString();
    } catch (IllegalArgumentException e) {
      throw new ProblemException(StandardProblem.INVALID_CURSOR);
    }
  }

  private static Change change(Tuple row) {
    return new Change(
        row.get(0, UUID.class),
        row.get(1, String.class),
        row.get(2, String.class),
        row.get(3, String.class),
        StoredJson.parse(row.get(4, String.class)));
  }

  private static ReevaluationView view(Tuple row) {
    var id = row.get(0, UUID.class);
    var self = "/v1/reevaluations/" + id;
    return new ReevaluationView(
        id,
        row.get(1, String.class),
        row.get(2, Integer.class) + ".0",
        row.get(3, Integer.class) + ".0",
        status(row),
        row.get(9, Long.class),
        row.get(8, Long.class),
        row.get(10, Long.class),
        row.get(4, Instant.class),
        row.get(6, Instant.class),
        self,
        self + "/changes");
  }

  private static String status(Tuple row) {
    if (row.get(6, Instant.class) != null) {
      return row.get(7, Integer.class) >= Reevaluator.MOST_FAILURES ? "failed" : "done";
    }
    return row.get(5, Instant.class) == null ? "queued" : "running";
  }
}
