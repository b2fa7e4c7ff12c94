package org.tnregistry.incident;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The rows an incident is found by. Only what changed is written, in one statement each way. */
final class FacetTable {
  /** A facet with whom it reaches. */
  record Row(String facet, String value, int reach, int bars) {}

  private static final String PRESENT =
      "SELECT facet, value, reach, bars FROM incident_facet WHERE incident = ?";

  private static final String DELETE =
      """
      DELETE FROM incident_facet f USING unnest(?::text[], ?::text[]) AS gone (facet, value)
      WHERE f.owner = ? AND f.incident = ? AND f.facet = gone.facet AND f.value = gone.value
      """;

  private static final String INSERT =
      """
      INSERT INTO incident_facet (facet, value, reach, bars, owner, incident)
      SELECT added.facet, added.value, added.reach, added.bars, of.owner, of.incident
      FROM unnest(?::text[], ?::text[], ?::int[], ?::int[]) AS added (facet, value, reach, bars),
        (SELECT ?::uuid AS owner, ?::uuid AS incident) AS of
      """;

  private FacetTable() {}

  static void replace(Connection connection, IncidentEntity incident, Set<Row> rows)
      throws SQLException {
    var present = incident.revision == 1 ? Set.<Row>of() : present(connection, incident);
    var gone = new HashSet<>(present);
    gone.removeAll(rows);
    var added = new HashSet<>(rows);
    added.removeAll(present);
    execute(connection, DELETE, incident, gone, List.of());
    execute(connection, INSERT, incident, added, List.of(Row::reach, Row::bars));
  }

  private static Set<Row> present(Connection connection, IncidentEntity incident)
      throws SQLException {
    var present = new HashSet<Row>();
    try (var select = connection.prepareStatement(PRESENT)) {
      select.setObject(1, incident.id);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          present.add(
              new Row(rows.getString(1), rows.getString(2), rows.getInt(3), rows.getInt(4)));
        }
      }
    }
    return present;
  }

  private static void execute(
      Connection connection,
      String sql,
      IncidentEntity incident,
      Set<Row> rows,
      List<Function<Row, Integer>> numbers)
      throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    // One order for all columns.
    var ordered = List.copyOf(rows);
    try (var statement = connection.prepareStatement(sql)) {
      int parameter = 1;
      statement.setArray(parameter++, array(connection, "text", ordered, Row::facet));
      statement.setArray(parameter++, array(connection, "text", ordered, Row::value));
      for (var number : numbers) {
        statement.setArray(parameter++, array(connection, "int4", ordered, number));
      }
      statement.setObject(parameter++, incident.owner);
      statement.setObject(parameter, incident.id);
      statement.executeUpdate();
    }
  }

  private static Array array(
      Connection connection, String type, List<Row> rows, Function<Row, ?> part)
      throws SQLException {
    return connection.createArrayOf(type, rows.stream().map(part).toArray());
  }
}
