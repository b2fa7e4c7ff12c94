package org.tnregistry.shared.postgres;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the server's folder may have gone through before a start. */
class EmbeddedPostgresTest {

  @TempDir Path temporary;
  private Path root;

  @BeforeEach
  void theFolderHasAnAwkwardName() {
    root = temporary.resolve("our data");
  }

  @Test
  void dataAndPasswordsSurviveAStopAndAStart() throws Exception {
    Login owner;
    try (EmbeddedPostgres server = start()) {
      owner = server.owner();
      remember(server);
    }
    try (EmbeddedPostgres server = start()) {
      assertEquals(owner, server.owner());
      assertRemembered(server);
    }
  }

  @Test
  void aKilledServerRecoversItsData() throws Exception {
    try (EmbeddedPostgres server = start()) {
      remember(server);
      ProcessHandle killed = process(postmaster().pid());
      killed.destroyForcibly();
      killed.onExit().get(10, TimeUnit.SECONDS);
    }
    assertTrue(Files.exists(pidFile()));
    try (EmbeddedPostgres server = start()) {
      assertRemembered(server);
    }
  }

  @Test
  void aPidFileThatNamesAForeignProcessIsStale() throws Exception {
    List<String> lines;
    try (EmbeddedPostgres server = start()) {
      remember(server);
      lines = Files.readAllLines(pidFile());
    }
    Process foreign = new ProcessBuilder("sleep", "600").start();
    try {
      lines.set(0, Long.toString(foreign.pid()));
      Files.write(pidFile(), lines);
      try (EmbeddedPostgres server = start()) {
        assertRemembered(server);
      }
      assertTrue(foreign.isAlive());
    } finally {
      foreign.destroyForcibly();
    }
  }

  @Test
  void anOrphanedServerIsStoppedAndReplaced() throws Exception {
    try (EmbeddedPostgres server = start()) {
      remember(server);
    }
    Process orphan = startWithoutLauncher();
    try (EmbeddedPostgres server = start()) {
      assertFalse(orphan.isAlive());
      assertNotEquals(orphan.pid(), postmaster().pid());
      assertRemembered(server);
    } finally {
      orphan.destroyForcibly();
    }
    assertTrue(
        Files.readString(root.resolve("postgres.log")).endsWith("database system is shut down\n"));
  }

  @Test
  void aSecondLauncherIsRefusedAndDoesNotDisturbTheFirst() throws Exception {
    try (EmbeddedPostgres server = start()) {
      EmbeddedPostgresException refusal =
          assertThrows(EmbeddedPostgresException.class, this::start);
      assertThat(refusal.getMessage(), startsWith("Another service is running on the data folder"));
      remember(server);
      assertRemembered(server);
    }
  }

  @Test
  void anInterruptedInitialisationIsBegunAnew() throws Exception {
    Files.createDirectories(root.resolve("postgres.unfinished/base"));
    Files.createFile(root.resolve("lock"));
    try (EmbeddedPostgres server = start()) {
      remember(server);
    }
    assertFalse(Files.exists(root.resolve("postgres.unfinished")));
  }

  @Test
  void aFolderWithOtherContentIsLeftAlone() throws Exception {
    Files.createDirectories(root);
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(root.resolve("letter.txt"), "Dear all");
    assertThrows(EmbeddedPostgresException.class, this::start);
    assertEquals("rwxr-xr-x", permissions(root));
  }

  @Test
  void nobodyElseCanOpenTheFolderOrThePasswords() throws Exception {
    try (EmbeddedPostgres server = start()) {
      assertEquals("rwx------", permissions(server.folder()));
      assertEquals("rw-------", permissions(root.resolve("credentials.properties")));
      assertEquals("rw-------", permissions(root.resolve("postgres.log")));
      assertFalse(server.app().toString().contains(server.app().password()));
    }
  }

  @Test
  void aMissingPasswordFileIsNamed() throws Exception {
    start().close();
    Files.delete(root.resolve("credentials.properties"));
    EmbeddedPostgresException refusal = assertThrows(EmbeddedPostgresException.class, this::start);
    assertThat(refusal.getMessage(), containsString("credentials.properties is missing"));
  }

  private EmbeddedPostgres start() {
    return EmbeddedPostgres.start(root, PostgresResource.binaries());
  }

  private Process startWithoutLauncher() throws Exception {
    Programs programs = new Programs(Binaries.unpackInto(PostgresResource.binaries()));
    Path cluster = root.toRealPath().resolve("postgres");
    Process process =
        programs
            .command(
                "postgres",
                List.of(
                    "-D",
                    cluster.toString(),
                    "-p",
                    Integer.toString(FreePort.find()),
                    "-c",
                    "unix_socket_directories="))
            .redirectOutput(ProcessBuilder.Redirect.appendTo(root.resolve("postgres.log").toFile()))
            .start();
    for (Postmaster found = null; found == null || !found.ready(); ) {
      Thread.sleep(20);
      found = Postmaster.of(cluster);
    }
    return process;
  }

  private static void remember(EmbeddedPostgres server) throws SQLException {
    Sql.as(server, server.owner(), "CREATE TABLE memory AS SELECT 'Zürich' AS word");
  }

  private static void assertRemembered(EmbeddedPostgres server) throws SQLException {
    assertEquals("Zürich", Sql.as(server, server.owner(), "SELECT word FROM memory"));
  }

  private Path pidFile() {
    return root.resolve("postgres/postmaster.pid");
  }

  private Postmaster postmaster() throws Exception {
    return Objects.requireNonNull(Postmaster.of(root.resolve("postgres")));
  }

  private static ProcessHandle process(long pid) {
    return ProcessHandle.of(pid).orElseThrow();
  }

  private static String permissions(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
