package org.tnregistry.incident.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.tnregistry.incident.search.IncidentFilter.FacetFilter;

/**
 * The condition of a filter as SQL. Every value is a parameter; facets compare by plain equality,
 * which is leak-proof, so that their index is used below the row-level policy.
 */
final class IncidentSql {
  private final StringBuilder where = new StringBuilder("TRUE");
  private final List<Object> parameters = new ArrayList<>();

  private IncidentSql() {}

  static IncidentSql of(IncidentFilter filter) {
    var sql = new IncidentSql();
    filter.facets().forEach(sql::facet);
    var period = filter.period();
    if (period != null && period.within()) {
      sql.and("i.earliest >= ? AND i.latest <= ?", period.earliest(), period.latest());
    } else if (period != null) {
      sql.and("i.earliest <= ? AND i.latest >= ?", period.latest(), period.earliest());
    }
    var updatedSince = filter.updatedSince();
    if (updatedSince != null) {
      sql.and("i.updated_at >= ?", Timestamp.from(updatedSince));
    }
    if (!filter.owners().isEmpty()) {
      sql.and(
          "i.owner IN (SELECT a.id FROM agency a WHERE a.handle = ANY (?))",
          (Object) filter.owners().toArray(String[]::new));
    }
    return sql;
  }

  private void facet(FacetFilter facet) {
    and(
        "i.id IN (SELECT f.incident FROM incident_facet f WHERE f.facet = ? AND f.value = ANY (?))",
        facet.facet(),
        facet.values().toArray(String[]::new));
  }

  IncidentSql and(String condition, Object... values) {
    where.append(" AND ").append(condition);
    parameters.addAll(List.of(values));
    return this;
  }

  String where() {
    return where.toString();
  }

  /**
   * @param before parameters that stand before the condition
   * @param after parameters that stand behind it
   */
  PreparedStatement prepare(
      Connection connection, String sql, List<Object> before, List<Object> after)
      throws SQLException {
    var all = new ArrayList<>(before);
    all.addAll(parameters);
    all.addAll(after);
    var statement = connection.prepareStatement(sql);
    for (int i = 0; i < all.size(); i++) {
      var value = all.get(i);
      if (value instanceof String[] texts) {
        statement.setArray(i + 1, connection.createArrayOf("text", texts));
      } else {
        statement.setObject(i + 1, value);
      }
    }
    return statement;
  }
}
