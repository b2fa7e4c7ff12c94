package org.tnregistry.cases.casefile;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.tnregistry.access.ViewerContext;

/**
 * Bars case files from whom an incident in them is barred since. Only by what the owner of the case
 * file put there, taken out again or not, for its text says what it said: another agency could else
 * take a case file from a third one by an incident of its own. Several replicas may do it at once.
 */
@ApplicationScoped
class CaseBars {
  private static final int AT_ONCE = 500;

  private static final String BEHIND =
      """
      SELECT c.id, c.bars, string_agg(DISTINCT b.principal, ' ') FROM case_file c
      JOIN case_member m ON m.case_file = c.id AND m.owner = c.owner
      JOIN incident i ON i.id = m.incident
      JOIN bar_principal b ON b.bar_set = i.bars
      WHERE NOT EXISTS (SELECT FROM bar_principal p
        WHERE p.bar_set = c.bars AND p.principal = b.principal)
      GROUP BY c.id, c.bars LIMIT ?1
      """;

  /** What the owner wrote meanwhile has settled the bars anew. */
  private static final String BAR = "UPDATE case_file SET bars = ?2 WHERE id = ?1 AND bars = ?3";

  private final Session database;
  private final CaseAudience audience;
  private final ViewerContext context;

  CaseBars(Session database, CaseAudience audience, ViewerContext context) {
    this.database = database;
    this.audience = audience;
    this.context = context;
  }

  @Scheduled(every = "1m", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
  void catchUp() {
    context.asSystem(
        "barring-cases",
        () -> {
          while (QuarkusTransaction.requiringNew().call(this::some) == AT_ONCE) {}
          return null;
        });
  }

  private int some() {
    List<Tuple> behind =
        database.createNativeQuery(BEHIND, Tuple.class).setParameter(1, AT_ONCE).getResultList();
    for (var row : behind) {
      int bars = row.get(1, Integer.class);
      database
          .createNativeMutationQuery(BAR)
          .setParameter(1, row.get(0, UUID.class))
          .setParameter(
              2, audience.withAlso(bars, Arrays.asList(row.get(2, String.class).split(" "))))
          .setParameter(3, bars)
          .executeUpdate();
    }
    return behind.size();
  }
}
