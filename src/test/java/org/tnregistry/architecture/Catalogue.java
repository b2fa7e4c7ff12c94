package org.tnregistry.architecture;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The database that the migrations made, asked as the service's role. */
@Singleton
class Catalogue {
  static final Set<String> WITHOUT_ROW_SECURITY =
      Set.of(
          // Granted to the owner alone.
          "flyway_schema_history");

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  @ConfigProperty(name = "quarkus.datasource.username")
  String app;

  @ConfigProperty(name = "quarkus.datasource.password")
  String password;

  Set<String> tables() throws SQLException {
    return new TreeSet<>(
        query(
            """
            SELECT relname FROM pg_class
            WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
            """));
  }

  /** The first column, in a transaction of nobody. */
  List<String> query(String sql) throws SQLException {
    return as(null, sql);
  }

  /** The first column, in a transaction of this viewer: an agency's id, or system:purpose. */
  List<String> as(@Nullable String viewer, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, app, password);
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      if (viewer != null) {
        statement.execute("SELECT viewer_enters('" + viewer + "')");
      }
      var values = new ArrayList<String>();
      try (var rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          values.add(rows.getString(1));
        }
      }
      return values;
    }
  }
}
