package org.tnregistry.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.tnregistry.ledger.Visibility;

/** What neighbours may ask about one incident. */
@ApplicationScoped
public class Incidents {
  /**
   * An incident that the viewer sees.
   *
   * @param revision as the viewer counts it
   * @param visibility who else sees it
   */
  public record Seen(UUID id, UUID owner, int revision, Visibility visibility) {}

  private static final String SEEN =
      """
      SELECT i.owner,
        CASE WHEN i.owner = viewer_agency() THEN i.revision ELSE i.shared_revision END,
        i.reach, i.bars, CAST(i.audience AS text)
      FROM incident i WHERE i.id = ?1
      """;

  private final Session database;

  Incidents(Session database) {
    this.database = database;
  }

  /** Empty for one that does not exist and for one that the viewer cannot see. */
  @Transactional
  public Optional<Seen> find(UUID id) {
    return database
        .createNativeQuery(SEEN, Tuple.class)
        .setParameter(1, id)
        .getResultStream()
        .findFirst()
        .map(
            row ->
                new Seen(
                    id,
                    row.get(0, UUID.class),
                    row.get(1, Integer.class),
                    new Visibility(
                        row.get(2, Integer.class),
                        row.get(3, Integer.class),
                        row.get(4, String.class))));
  }
}
