package org.tnregistry.classification.reevaluation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.util.HashSet;
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
 * judges what that agency sees. Agencies take turns, each with a batch of its oldest request. A
 * batch holds the lock of its request, so that one replica works at it; what a killed one leaves is
 * taken up by any other.
 */
@ApplicationScoped
class Reevaluator {
  /** So many attempts at a batch, one after the other, that came to nothing. */
  static final int MOST_FAILURES = 3;

  private static final int BATCH = 20;
  private static final Logger LOG = Logger.getLogger(Reevaluator.class);

  /** A comparison that is not finished. */
  private record Open(UUID id, UUID owner, String handle) {}

  private enum Batch {
    MORE,
    FINISHED,
    ELSEWHERE,
    FAILED
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
    var waiting = new HashSet<UUID>();
    for (var turn = turn(waiting); !turn.isEmpty(); turn = turn(waiting)) {
      for (var open : turn) {
        var registry = new Viewer(open.owner(), open.handle(), "", null, "reevaluating", Set.of());
        var last = context.as(registry, () -> evaluate(open.id()));
        if (last == Batch.FAILED || last == Batch.ELSEWHERE) {
          waiting.add(open.owner());
        }
      }
    }
  }

  /**
   * @param waiting agencies whose turn is over until the next round
   */
  private List<Open> turn(Set<UUID> waiting) {
    return context.asSystem("reevaluating", this::open).stream()
        .filter(open -> !waiting.contains(open.owner()))
        .toList();
  }

  /** The oldest of each agency. */
  private List<Open> open() {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                database
                    .createNativeQuery(
                        """
                        SELECT o.id, o.owner, a.handle FROM (
                          SELECT DISTINCT ON (r.owner) r.id, r.owner, r.requested_at
                          FROM reevaluation r WHERE r.finished_at IS NULL
                          ORDER BY r.owner, r.requested_at, r.id) o
                        JOIN agency a ON a.id = o.owner ORDER BY o.requested_at, o.id
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

  /** An Error as well keeps nobody else waiting. */
  private Batch evaluate(UUID id) {
    try {
      return QuarkusTransaction.requiringNew().call(() -> isCounted(id))
          ? QuarkusTransaction.requiringNew().call(() -> batch(id))
          : Batch.ELSEWHERE;
    } catch (RuntimeException | Error e) {
      LOG.warnf(e, "A batch of re-evaluation %s failed", id);
      QuarkusTransaction.requiringNew().run(() -> giveUp(id));
      return Batch.FAILED;
    }
  }

  /**
   * Counts an attempt before it is made: what ends the process is counted, too. Replicas that begin
   * at once both count; the one that succeeds counts for both.
   *
   * @return whether one may be made here
   */
  private boolean isCounted(UUID id) {
    giveUp(id);
    return database
            .createNativeMutationQuery(
                """
                UPDATE reevaluation SET failures = failures + 1 WHERE id = (
                  SELECT id FROM reevaluation WHERE id = ?1 AND finished_at IS NULL
                  FOR UPDATE SKIP LOCKED)
                """)
            .setParameter(1, id)
            .executeUpdate()
        == 1;
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
    var incidents = next(id);
    for (var incident : incidents) {
      compare(id, incident, former, later);
    }
    if (incidents.size() == BATCH) {
      set("failures = 0, started_at = coalesce(started_at, ?2)", id);
      return Batch.MORE;
    }
    set("failures = 0, started_at = coalesce(started_at, ?2), finished_at = ?2", id);
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

  /** What was tried as often as it may be; the rest is tried again at the next round. */
  private void giveUp(UUID id) {
    database
        .createNativeMutationQuery(
            """
            UPDATE reevaluation SET finished_at = ?2 WHERE id = (
              SELECT id FROM reevaluation WHERE id = ?1 AND finished_at IS NULL AND failures >= ?3
              FOR UPDATE SKIP LOCKED)
            """)
        .setParameter(1, id)
        .setParameter(2, clock.instant())
        .setParameter(3, MOST_FAILURES)
        .executeUpdate();
  }

  private void set(String assignment, UUID id) {
    database
        .createNativeMutationQuery("UPDATE reevaluation SET " + assignment + " WHERE id = ?1")
        .setParameter(1, id)
        .setParameter(2, clock.instant())
        .executeUpdate();
  }
}
