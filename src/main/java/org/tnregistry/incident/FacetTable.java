package org.tnregistry.incident;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.tnregistry.incident.IncidentFacets.Facet;

/** The rows an incident is found by. Only what changed is written. */
final class FacetTable {
  private FacetTable() {}

  static void replace(Connection connection, IncidentEntity incident, Set<Facet> facets)
      throws SQLException {
    var present = present(connection, incident);
    var gone = new HashSet<>(present);
    gone.removeAll(facets);
    var added = new HashSet<>(facets);
    added.removeAll(present);
    batch(
        connection,
        "DELETE FROM incident_facet WHERE owner = ? AND facet = ? AND value = ? AND incident = ?",
        incident,
        gone);
    batch(
        connection,
        "INSERT INTO incident_facet (owner, facet, value, incident) VALUES (?, ?, ?, ?)",
        incident,
        added);
  }

  private static Set<Facet> present(Connection connection, IncidentEntity incident)
      throws SQLException {
    var present = new HashSet<Facet>();
    try (var select =
        connection.prepareStatement("SELECT facet, value FROM incident_facet WHERE incident = ?")) {
      select.setObject(1, incident.id);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          present.add(new Facet(rows.getString(1), rows.getString(2)));
        }
      }
    }
    return present;
  }

  private static void batch(
      Connection connection, String sql, IncidentEntity incident, Set<Facet> facets)
      throws SQLException {
    if (facets.isEmpty()) {
      return;
    }
    try (var statement = connection.prepareStatement(sql)) {
      for (var facet : facets) {
        statement.setObject(1, incident.owner);
        statement.setString(2, facet.facet());
        statement.setString(3, facet.value());
        statement.setObject(4, incident.id);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
