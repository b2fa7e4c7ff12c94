package org.tnregistry.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Who is barred from an incident for good: what the record once said of a state stays, until two
 * people lift it.
 */
@ApplicationScoped
class IncidentBars {
  private static final String ADD =
      """
      INSERT INTO incident_bar (incident, principal, owner, since)
      SELECT ?, p, ?, ? FROM unnest(?) AS p
      """;

  /** To lift it was proposed while the record did not say so; now it does again. */
  private static final String CONFIRM =
      """
      UPDATE incident_bar SET lift_proposed_by = NULL, lift_reason = NULL
      WHERE incident = ? AND principal = ANY (?)
      """;

  private static final String STANDING =
      "SELECT principal, lift_proposed_by FROM incident_bar WHERE incident = ? ORDER BY principal";
  private static final String PROPOSE =
      """
      UPDATE incident_bar SET lift_proposed_by = ?, lift_reason = ?
      WHERE incident = ? AND principal = ?
      """;
  private static final String LIFT =
      "DELETE FROM incident_bar WHERE incident = ? AND principal = ?";

  /**
   * A standing bar.
   *
   * @param liftProposedBy the person who proposed to lift it
   */
  record Standing(@Nullable String liftProposedBy) {}

  private final EntityManager database;

  IncidentBars(EntityManager database) {
    this.database = database;
  }

  /** By principal, in their order. */
  Map<String, Standing> of(IncidentEntity incident) {
    return incident.revision == 0
        ? Map.of()
        : database
            .unwrap(Session.class)
            .doReturningWork(connection -> standing(connection, incident));
  }

  private static Map<String, Standing> standing(Connection connection, IncidentEntity incident)
      throws SQLException {
    var standing = new TreeMap<String, Standing>();
    try (var select = connection.prepareStatement(STANDING)) {
      select.setObject(1, incident.id);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          standing.put(rows.getString(1), new Standing(rows.getString(2)));
        }
      }
    }
    return standing;
  }

  /** Adds those that the record states and that do not stand yet; ends proposals to lift them. */
  void add(IncidentEntity incident, Map<String, Standing> standing, Collection<String> stated) {
    var added = stated.stream().filter(p -> !standing.containsKey(p)).toArray(String[]::new);
    var confirmed =
        standing.entrySet().stream()
            .filter(s -> s.getValue().liftProposedBy() != null && stated.contains(s.getKey()))
            .map(Map.Entry::getKey)
            .toArray(String[]::new);
    if (added.length > 0) {
      update(ADD, incident.id, incident.owner, Timestamp.from(incident.updatedAt), (Object) added);
    }
    if (confirmed.length > 0) {
      update(CONFIRM, incident.id, (Object) confirmed);
    }
  }

  void propose(IncidentEntity incident, String principal, String person, String reason) {
    update(PROPOSE, person, reason, incident.id, principal);
  }

  void lift(IncidentEntity incident, String principal) {
    update(LIFT, incident.id, principal);
  }

  private void update(String sql, Object... parameters) {
    database
        .unwrap(Session.class)
        .doWork(
            connection -> {
              try (var statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                  if (parameters[i] instanceof String[] texts) {
                    statement.setArray(i + 1, connection.createArrayOf("text", texts));
                  } else {
                    statement.setObject(i + 1, parameters[i]);
                  }
                }
                statement.executeUpdate();
              }
            });
  }
}
