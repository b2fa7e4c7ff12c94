package org.tnregistry.access.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tnregistry.shared.postgres.EmbeddedPostgres;
import org.tnregistry.shared.postgres.Login;
import org.tnregistry.shared.start.RunningService;

/** The packaged jar in production mode, on a real server: it starts, or says why not and ends. */
class ProductionStartIT {
  @TempDir static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static EmbeddedPostgres server;

  @BeforeAll
  static void aServer() throws Exception {
    server =
        EmbeddedPostgres.start(
            folder.resolve("server"), Path.of(System.getProperty("tnr.local.binaries-folder")));
    makeKeys();
  }

  /** As the runbooks have the operator make them. */
  private static void makeKeys() throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var made =
        new ProcessBuilder(
                java,
                "-jar",
                System.getProperty("service.jar"),
                "create-master-key",
                folder.resolve("master-keyset.json").toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertEquals(0, made.waitFor());
    var key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
    var pem =
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(key.getEncoded())
            + "\n-----END PRIVATE KEY-----\n";
    var file = Files.writeString(folder.resolve("ledger-signing-key.pem"), pem);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  @AfterAll
  static void noServer() {
    server.close();
  }

  @Test
  void itStartsOnASafeDatabaseAndDemandsTransportSecurity() throws Exception {
    try (var service = start(server.app())) {
      service.awaitReady();
      var answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(service.url() + "/v1/incidents")).build(),
                  HttpResponse.BodyHandlers.discarding());
      assertTrue(answer.headers().firstValue("Strict-Transport-Security").isPresent());
      service.terminate();
    }
  }

  @Test
  void aRoleThatCouldPassThePoliciesStopsTheStart() throws Exception {
    refused(server.superuser(), "quarkus.datasource.username is refused: the role is a superuser");
  }

  @Test
  void oneRoleForOwnerAndServiceStopsTheStart() throws Exception {
    refused(server.owner(), "quarkus.flyway.username is refused: migrations need a role");
  }

  @Test
  void corsForEverybodyStopsTheStart() throws Exception {
    refused(
        server.app(),
        "quarkus.http.cors.origins is refused",
        "-Dquarkus.http.cors.enabled=true",
        "-Dquarkus.http.cors.origins=*");
  }

  /** An address of this machine that does not count as such. */
  @Test
  void noPasswordIsSentOverAnUnencryptedConnection() throws Exception {
    try (var database = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.2"))) {
      refused(
          server.app(),
          "quarkus.datasource.jdbc.url is refused",
          "-Dquarkus.datasource.jdbc.url=jdbc:postgresql://127.0.0.2:"
              + database.getLocalPort()
              + "/tnr?loginTimeout=2");
      assertNobodyCame(database);
    }
  }

  @Test
  void anIssuerIsNotAskedOverAnUnprotectedConnection() throws Exception {
    try (var issuer = new ServerSocket(0)) {
      refused(
          server.app(),
          "quarkus.oidc.auth-server-url is refused",
          "-Dquarkus.oidc.auth-server-url=http://127.0.0.1:" + issuer.getLocalPort());
      assertNobodyCame(issuer);
    }
  }

  /** The service has ended: whoever came waits to be accepted. */
  private static void assertNobodyCame(ServerSocket socket) throws Exception {
    socket.setSoTimeout(1);
    assertThrows(SocketTimeoutException.class, socket::accept);
  }

  @Test
  void demoAgenciesStopTheStart() throws Exception {
    try (var service = start(server.app())) {
      service.awaitReady();
      service.terminate();
    }
    execute(
        "INSERT INTO agency (id, handle, name, kind, demo, created_at)"
            + " VALUES (gen_random_uuid(), 'demo-police', '{}', 'ngo', true, now())");
    try {
      refused(server.app(), "the database holds the demo agencies");
    } finally {
      execute("DELETE FROM agency WHERE demo");
    }
  }

  @Test
  void aMissingMasterKeyStopsTheStart() throws Exception {
    refused(
        server.app(),
        "tnr.identity.master-keyset-file is refused",
        "-Dtnr.identity.master-keyset-file=" + folder.resolve("none.json"));
  }

  @Test
  void aPortThatIsTakenStopsTheStart() throws Exception {
    try (var other = new ServerSocket(0)) {
      refused(
          server.app(),
          "Port " + other.getLocalPort() + " of 127.0.0.1 is used by another process",
          "-Dquarkus.http.port=" + other.getLocalPort());
    }
  }

  @Test
  void aWrongPasswordOfTheServiceIsNamedInOneLine() throws Exception {
    refusedInOneLine(
        "quarkus.datasource.password: the database refuses " + server.app().username(),
        "-Dquarkus.datasource.password=wrong");
  }

  @Test
  void aWrongPasswordOfTheOwnerIsNamedInOneLine() throws Exception {
    refusedInOneLine(
        "quarkus.flyway.password: the database refuses " + server.owner().username(),
        "-Dquarkus.flyway.password=wrong");
  }

  @Test
  void aDatabaseThatIsNotThereIsNamedInOneLine() throws Exception {
    int free;
    try (var socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    refusedInOneLine(
        "quarkus.datasource.jdbc.url: no database answers at 127.0.0.1:" + free,
        "-Dquarkus.datasource.jdbc.url=jdbc:postgresql://127.0.0.1:" + free + "/tnr");
  }

  @Test
  void aHashThatIsNoneIsNamedWithoutNoise() throws Exception {
    try (var service = start(server.app(), "-Dtnr.access.operator-token-sha256=none")) {
      assertEquals(1, service.awaitEnd());
      var lines = service.log().lines().toList();
      assertEquals(2, lines.size(), service.log());
      assertTrue(lines.get(1).contains("tnr.access.operator-token-sha256 must"), service.log());
    }
  }

  private static void refusedInOneLine(String reason, String setting) throws Exception {
    try (var service = start(server.app(), setting)) {
      assertEquals(1, service.awaitEnd());
      assertTrue(service.log().startsWith(reason), service.log());
      assertEquals(1, service.log().lines().count(), service.log());
    }
  }

  private static void refused(Login app, String reason, String... more) throws Exception {
    try (var service = start(app, more)) {
      assertEquals(1, service.awaitEnd());
      assertTrue(service.log().contains(reason), service.log());
      assertFalse(service.log().contains("\tat "), service.log());
    }
  }

  private static RunningService start(Login app, String... more) throws Exception {
    var options = new ArrayList<String>();
    options.add("-Dtnr.mode=production");
    options.add("-Dtnr.identity.master-keyset-file=" + folder.resolve("master-keyset.json"));
    options.add("-Dtnr.ledger.signing-key-file=" + folder.resolve("ledger-signing-key.pem"));
    options.add("-Dtnr.ledger.origin=registry.example.org/ledger");
    options.add("-Dquarkus.datasource.jdbc.url=" + server.jdbcUrl());
    options.add("-Dquarkus.datasource.username=" + app.username());
    options.add("-Dquarkus.datasource.password=" + app.password());
    options.add("-Dquarkus.flyway.username=" + server.owner().username());
    options.add("-Dquarkus.flyway.password=" + server.owner().password());
    // The migrations name the role of the service; a start that is refused must not name another.
    options.add("-Dquarkus.flyway.placeholders.app=" + server.app().username());
    options.addAll(List.of(more));
    return RunningService.start(
        List.of(),
        Path.of(System.getProperty("service.jar")),
        Files.createTempDirectory(folder, "service"),
        options.toArray(String[]::new));
  }

  private static void execute(String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection(
                server.jdbcUrl(), server.superuser().username(), server.superuser().password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
