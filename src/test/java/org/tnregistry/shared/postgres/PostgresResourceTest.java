package org.tnregistry.shared.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PostgresResourceTest {

  @Inject DataSource database;

  @ConfigProperty(name = "quarkus.datasource.username")
  String app;

  @ConfigProperty(name = "quarkus.flyway.username")
  String owner;

  @Test
  void theServiceWorksAsTheRestrictedRole() throws SQLException {
    assertEquals(app, value("SELECT current_user"));
  }

  @Test
  void migrationsRunAsTheOwner() throws SQLException {
    assertEquals(
        owner, value("SELECT tableowner FROM pg_tables WHERE tablename = 'flyway_schema_history'"));
  }

  @Test
  void theServiceCannotMakeTables() {
    assertThrows(SQLException.class, () -> value("CREATE TABLE public.mine (id int)"));
  }

  private String value(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }
}
