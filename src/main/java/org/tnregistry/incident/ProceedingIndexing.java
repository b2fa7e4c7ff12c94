package org.tnregistry.incident;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.tnregistry.access.Agencies;
import org.tnregistry.access.Viewer;
import org.tnregistry.access.ViewerContext;

/**
 * Makes the rows of proceedings that an earlier version of the registry did not write: of what was
 * stored before there were such rows, and of what a replica not yet renewed goes on writing. Each
 * agency's in its own name, so that no policy has to let anybody see all incidents.
 */
@ApplicationScoped
class ProceedingIndexing {
  private static final Logger LOG = Logger.getLogger(ProceedingIndexing.class);
  private static final int BATCH = 50;

  /**
   * Also those of which a hearing was yesterday and another is to come. Other replicas do the same
   * at the same time, and somebody may be amending one.
   */
  private static final String MISSING =
      """
      SELECT * FROM incident WHERE id IN (
        SELECT i.id FROM incident i WHERE i.owner = ?1 AND i.proceedings_revision <> i.revision
        UNION SELECT p.incident FROM incident_proceeding p
        WHERE p.owner = ?1 AND p.hearing < p.last_hearing AND p.hearing < ?3
          AND p.last_hearing >= ?3)
      ORDER BY id LIMIT ?2 FOR UPDATE SKIP LOCKED
      """;

  private static final String DONE =
      "UPDATE incident SET proceedings_revision = revision WHERE id = ?";

  private final EntityManager database;
  private final Agencies agencies;
  private final ViewerContext context;
  private final Clock clock;

  ProceedingIndexing(
      EntityManager database, Agencies agencies, ViewerContext context, Clock clock) {
    this.database = database;
    this.agencies = agencies;
    this.context = context;
    this.clock = clock;
  }

  @Scheduled(every = "5m", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
  void makeMissing() {
    int made = makeAll();
    if (made > 0) {
      LOG.infof("Made the proceedings of %d incidents searchable", made);
    }
  }

  /**
   * @return of how many incidents rows were made
   */
  int makeAll() {
    int made = 0;
    for (var agency : context.asSystem("indexing", agencies::all)) {
      var registry = new Viewer(agency, "registry", "", null, "indexing", Set.of());
      made += context.as(registry, () -> makeOf(agency));
    }
    return made;
  }

  private int makeOf(UUID agency) {
    int made = 0;
    int batch;
    do {
      batch = QuarkusTransaction.requiringNew().call(() -> makeBatch(agency));
      made += batch;
    } while (batch == BATCH);
    return made;
  }

  private int makeBatch(UUID agency) {
    var session = database.unwrap(Session.class);
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var missing =
        session
            .createNativeQuery(MISSING, IncidentEntity.class)
            .setParameter(1, agency)
            .setParameter(2, BATCH)
            .setParameter(3, today)
            .getResultList();
    session.doWork(
        connection -> {
          try (var done = connection.prepareStatement(DONE)) {
            for (var incident : missing) {
              var parts = PartTable.of(connection, incident, incident.document);
              var state = SharedState.of(incident.document, parts);
              ProceedingTable.replace(connection, incident, state.proceedings(incident, today));
              done.setObject(1, incident.id);
              done.executeUpdate();
            }
          }
        });
    session.clear();
    return missing.size();
  }
}
