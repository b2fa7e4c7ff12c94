package org.tnregistry.incident.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.postgresql.PGStatement;

/**
 * A statement with its parameters.
 *
 * @param parameters in their order; texts for {@code ANY} as a {@code String[]}
 */
record Query(String sql, List<Object> parameters) {
  /** The sum of two counts. */
  static Query sum(Query one, Query other) {
    return new Query(
        "SELECT (" + one.sql + ") + (" + other.sql + ")",
        Stream.concat(one.parameters.stream(), other.parameters.stream()).toList());
  }

  PreparedStatement prepare(Connection connection) throws SQLException {
    var statement = connection.prepareStatement(sql);
    // Planned for its values every time: the way to what every fourth incident has would be ruinous
    // for a single case number, and the driver would keep one plan for both.
    statement.unwrap(PGStatement.class).setPrepareThreshold(0);
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i) instanceof String[] texts) {
        statement.setArray(i + 1, connection.createArrayOf("text", texts));
      } else {
        statement.setObject(i + 1, parameters.get(i));
      }
    }
    return statement;
  }
}
