package org.tnregistry.incident;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** Whom each marked part of a revision reaches. */
final class PartTable {
  private static final String INSERT =
      """
      INSERT INTO incident_part (incident, revision, part, owner, reach)
      SELECT ?, ?, p.part, ?, p.reach FROM unnest(?::text[], ?::int[]) AS p (part, reach)
      """;
  private static final String SELECT =
      "SELECT part, reach FROM incident_part WHERE incident = ? AND revision = ?";

  private PartTable() {}

  static void add(Connection connection, IncidentEntity incident, Map<String, Integer> parts)
      throws SQLException {
    if (parts.isEmpty()) {
      return;
    }
    try (var insert = connection.prepareStatement(INSERT)) {
      insert.setObject(1, incident.id);
      insert.setInt(2, incident.revision);
      insert.setObject(3, incident.owner);
      insert.setArray(4, connection.createArrayOf("text", parts.keySet().toArray()));
      insert.setArray(5, connection.createArrayOf("int4", parts.values().toArray()));
      insert.executeUpdate();
    }
  }

  /** Those of the current revision; no statement when its document marks none. */
  static Map<String, Integer> of(Connection connection, IncidentEntity incident, String document)
      throws SQLException {
    var parts = new TreeMap<String, Integer>();
    if (IncidentAudience.markedParts(SharedState.bound(document)).isEmpty()) {
      return parts;
    }
    try (var select = connection.prepareStatement(SELECT)) {
      select.setObject(1, incident.id);
      select.setInt(2, incident.revision);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          parts.put(rows.getString(1), rows.getInt(2));
        }
      }
    }
    return parts;
  }
}
