package org.tnregistry.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** What the journal says of a subject, for tests of acts that no feed shows. */
@Singleton
public class JournaledActs {
  private final Session database;
  private final ViewerContext context;

  JournaledActs(Session database, ViewerContext context) {
    this.database = database;
    this.context = context;
  }

  /** Oldest first. */
  public List<String> about(UUID subject) {
    return context.asSystem(
        "sequencing",
        () ->
            QuarkusTransaction.requiringNew()
                .call(
                    () ->
                        database
                            .createNativeQuery(
                                "SELECT act FROM journal WHERE subject = ?1 ORDER BY seq",
                                String.class)
                            .setParameter(1, subject)
                            .getResultStream()
                            .toList()));
  }
}
