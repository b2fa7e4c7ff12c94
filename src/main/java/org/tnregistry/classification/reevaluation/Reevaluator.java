package org.tnregistry.classification.reevaluation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.tnregistry.access.Viewer;
import org.tnregistry.access.ViewerContext;
import org.tnregistry.classification.Classifications;
import org.tnregistry.classification.Classifications.Judged;
import org.tnregistry.definition.Definition;
import org.tnregistry.definition.DefinitionCatalogue;
import org.tnregistry.shared.json.StoredJson;

/**
 * Evaluates what is asked for, batch by batch, each in a transaction of the agency that asked: it
 * judges what that agency sees. A batch holds the lock of its request, so that one replica works at
 * it; what a killed one leaves is taken up by any other.
 */
@ApplicationScoped
class Reevaluator {
  static final int MOST_FAILURES = 3;
  private static final int BATCH = 20;
  private static final Logger LOG = Logger.getLogger(Reevaluator.class);

  /** A comparison that is not finished. */
  private record Open(UUID id, UUID owner, String handle) {}

  private enum Batch {
    MORE,
    FINISHED,
    ELSEWHERE
  }

  private final Session database;
  private final Classifications classifications;
  private final DefinitionCatalogue catalogue;
  private final ViewerContext context;
  private final Clock clock;

  Reevaluator(
      Session database,
      Classifications classifications,
      DefinitionCatalogue catalogue,
      ViewerContext context,
      Clock clock) {
    this.database = database;
    this.classifications = classifications;
    this.catalogue = catalogue;
    this.context = context;
    this.clock = clock;
  }

  @Scheduled(
      every = "${tnr.reevaluation.every:10s}",
      delayed = "5s",
      concurrentExecution = ConcurrentExecution.SKIP)
  void evaluateAll() {
    for (var open : context.asSystem("reevaluating", this::open)) {
      var registry = new Viewer(open.owner(), open.handle(), "", null, "reevaluating", Set.of());
      context.as(registry, () -> evaluate(open));
    }
  }

  private List<Open> open() {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                database
                    .createNativeQuery(
                        """
                        SELECT r.id, r.owner, a.handle FROM reevaluation r
                        JOIN agency a ON a.id = r.owner
                        WHERE r.finished_at IS NULL ORDER BY r.requested_at LIMIT 50
                        """,
                        Tuple.class)
                    .getResultStream()
                    .map(
                        row ->
                            new Open(
                                row.get(0, UUID.class),
                                row.get(1, UUID.class),
                                row.get(2, String.class)))
                    .toList());
  }

  private Batch evaluate(Open open) {
    var last = Batch.MORE;
    try {
      while (last == Batch.MORE) {
        last = QuarkusTransaction.requiringNew().call(() -> batch(open.id()));
      }
    } catch (RuntimeException e) {
      LOG.warnf(e, "A batch of re-evaluation %s failed", open.id());
      QuarkusTransaction.requiringNew().run(() -> failed(open.id()));
    }
    return last;
  }

  private Batch batch(UUID id) {
    var locked =
        database
            .createNativeQuery(
                """
                SELECT definition, former, version FROM reevaluation
                WHERE id = ?1 AND finished_at IS NULL FOR UPDATE SKIP LOCKED
                """,
                Tuple.class)
            .setParameter(1, id)
            .getResultStream()
            .findFirst();
    if (locked.isEmpty()) {
      return Batch.ELSEWHERE;
    }
    var row = locked.get();
    var former = find(row.get(0, String.class), row.get(1, Integer.class));
    var later = find(row.get(0, String.class), row.get(2, Integer.class));
    set("started_at = coalesce(started_at, ?2)", id);
    var incidents = next(id);
    for (var incident : incidents) {
      compare(id, incident, former, later);
    }
    if (incidents.size() == BATCH) {
      return Batch.MORE;
    }
    set("finished_at = ?2", id);
    return Batch.FINISHED;
  }

  private Definition find(String definition, int version) {
    return catalogue.find(definition, version + ".0").orElseThrow();
  }

  /** Those alone that the agency still sees. */
  private List<UUID> next(UUID id) {
    return database
        .createNativeQuery(
            """
            SELECT incident FROM reevaluation_item
            WHERE reevaluation = ?1 AND evaluated_at IS NULL ORDER BY incident LIMIT ?2
            """,
            UUID.class)
        .setParameter(1, id)
        .setParameter(2, BATCH)
        .getResultList();
  }

  private void compare(UUID id, UUID incident, Definition former, Definition later) {
    var before = classifications.judged(incident, former);
    var after = classifications.judged(incident, later);
    after.forEach(
        (agency, judged) -> {
          var was = before.get(agency);
          if (was != null && !was.verdict().equals(judged.verdict())) {
            keep(id, incident, agency, List.of(was, judged));
          }
        });
    database
        .createNativeMutationQuery(
            """
            UPDATE reevaluation_item SET evaluated_at = ?3
            WHERE reevaluation = ?1 AND incident = ?2
            """)
        .setParameter(1, id)
        .setParameter(2, incident)
        .setParameter(3, clock.instant())
        .executeUpdate();
  }

  private void keep(UUID id, UUID incident, String agency, List<Judged> beforeAndAfter) {
    database
        .createNativeMutationQuery(
            """
            INSERT INTO reevaluation_change
              (reevaluation, incident, owner, assessor, former_verdict, verdict, decided_by)
            SELECT ?1, ?2, viewer_agency(), a.id, ?4, ?5, CAST(?6 AS jsonb) FROM agency a WHERE a.handle = ?3
            """)
        .setParameter(1, id)
        .setParameter(2, incident)
        .setParameter(3, agency)
        .setParameter(4, beforeAndAfter.get(0).verdict())
        .setParameter(5, beforeAndAfter.get(1).verdict())
        .setParameter(6, StoredJson.write(beforeAndAfter.get(1).decidedBy()))
        .executeUpdate();
  }

  /** Tried again at the next round, a few times. */
  private void failed(UUID id) {
    set(
        "failures = failures + 1, finished_at = CASE WHEN failures + 1 >= "
            + MOST_FAILURES
            + " THEN CAST(?2 AS timestamptz) END",
        id);
  }

  private void set(String assignment, UUID id) {
    database
        .createNativeMutationQuery("UPDATE reevaluation SET " + assignment + " WHERE id = ?1")
        .setParameter(1, id)
        .setParameter(2, clock.instant())
        .executeUpdate();
  }
}
