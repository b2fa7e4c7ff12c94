package org.tnregistry.incident;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.tnregistry.incident.IncidentFacets.Facet;

/** The rows an incident is found by. Only what changed is written, in one statement each way. */
final class FacetTable {
  private static final String DELETE =
      """
      DELETE FROM incident_facet f USING unnest(?::text[], ?::text[]) AS gone (facet, value)
      WHERE f.owner = ? AND f.incident = ? AND f.facet = gone.facet AND f.value = gone.value
      """;

  private static final String INSERT =
      """
      INSERT INTO incident_facet (facet, value, owner, incident)
      SELECT added.facet, added.value, of.owner, of.incident
      FROM unnest(?::text[], ?::text[]) AS added (facet, value),
        (SELECT ?::uuid AS owner, ?::uuid AS incident) AS of
      """;

  private FacetTable() {}

  static void replace(Connection connection, IncidentEntity incident, Set<Facet> facets)
      throws SQLException {
    var present = incident.revision == 1 ? Set.<Facet>of() : present(connection, incident);
    var gone = new HashSet<>(present);
    gone.removeAll(facets);
    var added = new HashSet<>(facets);
    added.removeAll(present);
    execute(connection, DELETE, incident, gone);
    execute(connection, INSERT, incident, added);
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

  private static void execute(
      Connection connection, String sql, IncidentEntity incident, Set<Facet> facets)
      throws SQLException {
    if (facets.isEmpty()) {
      return;
    }
    try (var statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("text", each(facets, Facet::facet)));
      statement.setArray(2, connection.createArrayOf("text", each(facets, Facet::value)));
      statement.setObject(3, incident.owner);
      statement.setObject(4, incident.id);
      statement.executeUpdate();
    }
  }

  private static String[] each(Set<Facet> facets, Function<Facet, String> part) {
    return facets.stream().map(part).toArray(String[]::new);
  }
}
