package org.tnregistry.shared.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets into the server, and what they may do there. */
class EmbeddedPostgresAccessTest {

  private static final String REFUSED = "42501";
  private static final String WRONG_PASSWORD = "28P01";

  @TempDir static Path temporary;
  private static EmbeddedPostgres server;

  @BeforeAll
  static void start() {
    server = EmbeddedPostgres.start(temporary.resolve("data"), PostgresResource.binaries());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE public.mine (id int)",
        "CREATE TEMP TABLE mine (id int)",
        "CREATE SCHEMA mine",
        "CREATE DATABASE mine",
        "CREATE ROLE mine",
        "SET ROLE tnr_owner",
        "SELECT pg_read_file('PG_VERSION')",
        "SELECT query FROM monitoring.pg_stat_statements"
      })
  void theApplicationRoleIsRefused(String act) {
    SQLException refusal =
        assertThrows(SQLException.class, () -> Sql.as(server, server.app(), act));
    assertEquals(REFUSED, refusal.getSQLState());
  }

  @Test
  void neitherRoleIsASuperuserOrCanBypassRowLevelSecurity() throws SQLException {
    assertEquals(
        "0",
        superuserSees(
            "SELECT count(*) FROM pg_roles WHERE rolname LIKE 'tnr%'"
                + " AND (rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole OR rolreplication)"));
    assertEquals("2", superuserSees("SELECT count(*) FROM pg_roles WHERE rolname LIKE 'tnr%'"));
  }

  @Test
  void theApplicationRoleCannotEnterOtherDatabases() {
    String other = server.jdbcUrl().replaceAll("/tnr$", "/postgres");
    assertThrows(
        SQLException.class,
        () -> DriverManager.getConnection(other, server.app().username(), server.app().password()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgres", "tnr_owner", "tnr_app"})
  void aWrongPasswordIsRefused(String username) {
    SQLException refusal =
        assertThrows(
            SQLException.class, () -> Sql.as(server, new Login(username, "guess"), "SELECT 1"));
    assertEquals(WRONG_PASSWORD, refusal.getSQLState());
  }

  @Test
  void noPasswordStandsInTheStatementsTheServerKeeps() throws SQLException {
    for (Login login : List.of(server.superuser(), server.owner(), server.app())) {
      assertEquals(
          "0",
          superuserSees(
              "SELECT count(*) FROM monitoring.pg_stat_statements WHERE strpos(query, '"
                  + login.password()
                  + "') > 0 AND query NOT LIKE '%strpos%'"));
    }
  }

  @Test
  void onlyLoopbackIsListenedOn() throws Exception {
    int port = URI.create(server.jdbcUrl().substring("jdbc:".length())).getPort();
    for (InetAddress address :
        NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses).toList()) {
      if (!address.isLoopbackAddress()) {
        assertThrows(IOException.class, () -> new Socket(address, port).close());
      }
    }
    assertEquals("127.0.0.1", superuserSees("SHOW listen_addresses"));
    assertEquals("", superuserSees("SHOW unix_socket_directories"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fsync=on",
        "synchronous_commit=on",
        "data_checksums=on",
        "server_encoding=UTF8",
        "idle_in_transaction_session_timeout=1min"
      })
  void theServerIsSafe(String setting) throws SQLException {
    String[] parts = setting.split("=", 2);
    assertEquals(parts[1], superuserSees("SHOW " + parts[0]));
  }

  @Test
  void aStatementOfTheApplicationIsEndedAfterThirtySeconds() throws SQLException {
    assertEquals("30s", Sql.as(server, server.app(), "SHOW statement_timeout"));
  }

  @Test
  void textIsOrderedByUnicodesRules() throws SQLException {
    assertEquals(
        "a,Ä,b",
        superuserSees(
            "SELECT string_agg(w, ',' ORDER BY w) FROM (VALUES ('b'), ('Ä'), ('a')) t(w)"));
  }

  private static String superuserSees(String query) throws SQLException {
    return Objects.requireNonNull(Sql.as(server, server.superuser(), query));
  }
}
