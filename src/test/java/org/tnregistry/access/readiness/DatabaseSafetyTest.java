package org.tnregistry.access.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tnregistry.access.DemoFixture;

/** Each unsafe thing is made on the real server, found, and taken away. */
@QuarkusTest
class DatabaseSafetyTest {
  private static final String ROLE = "unsafe_app";
  private static final String PASSWORD = "only-for-this-test";
  private static final long SECOND = 1_000_000_000L;

  @Inject ProductionChecks checks;
  @Inject DemoFixture demo;

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  @ConfigProperty(name = "quarkus.datasource.username")
  String app;

  @ConfigProperty(name = "quarkus.datasource.password")
  String appPassword;

  @ConfigProperty(name = "quarkus.flyway.username")
  String owner;

  @ConfigProperty(name = "quarkus.flyway.password")
  String ownerPassword;

  @ConfigProperty(name = "tnr.test.superuser.username")
  Optional<String> superuser;

  @ConfigProperty(name = "tnr.test.superuser.password")
  Optional<String> superuserPassword;

  @BeforeEach
  void aSuperuserPreparesWhatIsUnsafe() {
    assumeTrue(superuser.isPresent(), "only a superuser can make the server unsafe");
  }

  @Test
  void theRoleAndTheServerOfTheTestsAreSafe() throws SQLException {
    try (var connection = as(app, appPassword)) {
      assertEquals(List.of(), DatabaseSafety.ofPolicies(connection));
      assertEquals(List.of(), DatabaseSafety.ofTheServer(connection));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ALTER ROLE unsafe_app BYPASSRLS, BYPASSRLS",
    "ALTER ROLE unsafe_app SUPERUSER, superuser",
    "CREATE TABLE monitoring.own (id int); ALTER TABLE monitoring.own OWNER TO unsafe_app, owns tables",
    "GRANT tnr_owner TO unsafe_app, could become it",
    "GRANT CREATE ON SCHEMA public TO unsafe_app, can create objects"
  })
  void aRoleThatCouldPassThePoliciesIsFound(String making, String reason) throws SQLException {
    execute("CREATE ROLE " + ROLE + " LOGIN NOINHERIT PASSWORD '" + PASSWORD + "'");
    execute("GRANT CONNECT ON DATABASE tnr TO " + ROLE);
    try {
      execute(making.replace("tnr_owner", owner));
      try (var connection = as(ROLE, PASSWORD)) {
        var unsafe = DatabaseSafety.ofPolicies(connection);
        assertTrue(
            unsafe.stream()
                .anyMatch(
                    u ->
                        u.property().equals("quarkus.datasource.username")
                            && u.reason().contains(reason)),
            unsafe::toString);
      }
    } finally {
      execute("DROP OWNED BY " + ROLE);
      execute("DROP ROLE " + ROLE);
    }
  }

  @Test
  void aTableWithoutForcedRowSecurityIsFoundAndEndsReadiness() throws SQLException {
    RestAssured.get("/q/health/ready").then().statusCode(200);
    try (var connection = as(owner, ownerPassword);
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE unforced (id int)");
      try {
        statement.execute("GRANT SELECT ON unforced TO " + app);
        var health = RestAssured.get("/q/health/ready").then().statusCode(503).extract();
        assertTrue(!health.asString().contains("unforced"), health::asString);
        try (var service = as(app, appPassword)) {
          assertEquals(1, DatabaseSafety.ofPolicies(service).size());
        }
      } finally {
        statement.execute("DROP TABLE unforced");
      }
    }
    RestAssured.get("/q/health/ready").then().statusCode(200);
  }

  @ParameterizedTest
  @CsvSource({
    "fsync, ALTER SYSTEM",
    "full_page_writes, ALTER SYSTEM",
    "synchronous_commit, ALTER ROLE"
  })
  void aServerThatCanLoseWhatItAcknowledgedIsFound(String setting, String command)
      throws SQLException {
    var change = command.equals("ALTER ROLE") ? command + " " + app : command;
    execute(change + " SET " + setting + " = off");
    execute("SELECT pg_reload_conf()");
    try {
      assertTrue(isFoundSoon(setting + " = off"), setting);
    } finally {
      execute(change + " RESET " + setting);
      execute("SELECT pg_reload_conf()");
    }
  }

  private boolean isFoundSoon(String reason) throws SQLException {
    for (int i = 0; i < 50; i++) {
      try (var connection = as(app, appPassword)) {
        if (DatabaseSafety.ofTheServer(connection).toString().contains(reason)) {
          return true;
        }
      }
      LockSupport.parkNanos(SECOND / 10);
    }
    return false;
  }

  @Test
  void aDatabaseInAnotherEncodingIsFound() throws SQLException {
    execute(
        "CREATE DATABASE unsafe_ascii TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C'"
            + " LOCALE_PROVIDER libc");
    try (var connection =
        DriverManager.getConnection(
            url.replace("/tnr", "/unsafe_ascii"),
            superuser.orElseThrow(),
            superuserPassword.orElseThrow())) {
      assertTrue(DatabaseSafety.ofTheServer(connection).toString().contains("not UTF8"));
    } finally {
      execute("DROP DATABASE unsafe_ascii WITH (FORCE)");
    }
  }

  @Test
  void demoAgenciesStopAStartInProduction() {
    demo.ngo();
    var refusal = assertThrows(IllegalStateException.class, checks::check);
    assertTrue(
        String.valueOf(refusal.getMessage())
            .startsWith("quarkus.datasource.jdbc.url is refused: the database holds the demo"),
        refusal::getMessage);
  }

  private void execute(String sql) throws SQLException {
    try (var connection = as(superuser.orElseThrow(), superuserPassword.orElseThrow());
        var statement = connection.createStatement()) {
      for (var part : sql.split(";", -1)) {
        statement.execute(part);
      }
    }
  }

  private Connection as(String user, String password) throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }
}
