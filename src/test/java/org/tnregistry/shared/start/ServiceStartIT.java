package org.tnregistry.shared.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar, started in an empty folder without any configuration. */
class ServiceStartIT {

  private static final int NOBODY = 65534;
  private static final List<String> AS_NOBODY =
      List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

  @TempDir Path folder;

  @Test
  void itSurvivesAKillAndEndsCleanly() throws Exception {
    surviveAKillAndEndCleanly(List.of(), jar());
  }

  @Test
  void itRunsAsAnOrdinaryUserToo() throws Exception {
    assumeTrue(userId() == 0, "The other tests already run as an ordinary user");
    Path application = folder.resolve("application");
    copy(jar().resolveSibling(""), application);
    Path own = Files.createDirectory(folder.resolve("own"));
    Files.setAttribute(own, "unix:uid", NOBODY);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    folder = own;
    surviveAKillAndEndCleanly(AS_NOBODY, application.resolve("quarkus-run.jar"));
  }

  @Test
  void aSecondServiceOnTheSameDataIsRefused() throws Exception {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    try (RunningService first = RunningService.start(List.of(), jar(), folder, binaries())) {
      first.awaitReady();
      String sameData = "-Dtnr.local.data-folder=" + folder.resolve("data");
      try (RunningService second =
          RunningService.start(List.of(), jar(), elsewhere, binaries(), sameData)) {
        assertEquals(1, second.awaitEnd());
        assertTrue(second.log().contains("Another service is running on the data folder"));
      }
      first.awaitReady();
      first.terminate();
    }
  }

  @Test
  void productionWithoutADatabaseIsRefused() throws Exception {
    try (RunningService service =
        RunningService.start(List.of(), jar(), folder, "-Dtnr.mode=production")) {
      assertEquals(1, service.awaitEnd());
      assertTrue(service.log().contains("quarkus.datasource.jdbc.url"));
    }
    assertFalse(Files.exists(folder.resolve("data")));
  }

  @Test
  void aModeThatIsNoneIsRefusedInOneLine() throws Exception {
    assertRefused("tnr.mode is neither local nor production", "-Dtnr.mode=prod");
  }

  @Test
  void demoAgenciesInAGivenDatabaseAreRefused() throws Exception {
    assertRefused(
        "tnr.mode is local, but a database is given",
        "-Dtnr.mode=local",
        "-Dquarkus.datasource.jdbc.url=jdbc:postgresql://127.0.0.1:1/none");
  }

  private void assertRefused(String why, String... options) throws Exception {
    try (RunningService service = RunningService.start(List.of(), jar(), folder, options)) {
      assertEquals(1, service.awaitEnd());
      assertTrue(service.log().startsWith(why), service.log());
      assertEquals(1, service.log().lines().count(), service.log());
    }
    assertFalse(Files.exists(folder.resolve("data")));
  }

  @Test
  void itEndsWithItsDatabaseAndSaysSo() throws Exception {
    try (RunningService service = RunningService.start(List.of(), jar(), folder, binaries())) {
      service.awaitReady();
      service.postgres().destroyForcibly();
      assertEquals(1, service.awaitEnd());
      assertTrue(service.log().contains("PostgreSQL ended by itself"), service.log());
    }
  }

  @Test
  void aUrlInTheConfigurationFileIsUsedInsteadOfAnOwnServer() throws Exception {
    Files.createDirectory(folder.resolve("config"));
    Files.writeString(
        folder.resolve("config/application.properties"),
        "quarkus.datasource.jdbc.url=jdbc:postgresql://127.0.0.1:1/none\n");
    try (RunningService service = RunningService.start(List.of(), jar(), folder)) {
      assertEquals(1, service.awaitEnd());
    }
    assertFalse(Files.exists(folder.resolve("data")));
  }

  private void surviveAKillAndEndCleanly(List<String> wrapper, Path jar) throws Exception {
    ProcessHandle postgres;
    try (RunningService service = RunningService.start(wrapper, jar, folder, binaries())) {
      service.awaitReady();
      assertFalse(service.log().contains("WARN"), service.log());
      assertTrue(service.read("/q/swagger-ui/").contains("/q/openapi"));
      assertTrue(service.read("/q/openapi").contains("scheme: bearer"));
      postgres = service.postgres();
      service.kill();
      RunningService.awaitEnd(postgres);
    }
    try (RunningService service = RunningService.start(wrapper, jar, folder, binaries())) {
      service.awaitReady();
      postgres = service.postgres();
      service.terminate();
      assertFalse(postgres.isAlive());
    }
    String serverLog = Files.readString(folder.resolve("data/postgres.log"));
    assertTrue(serverLog.endsWith("database system is shut down\n"), serverLog);
    assertFalse(serverLog.contains("not properly shut down"), serverLog);
  }

  /** Shared by tests of one user; another user's cache would be refused. */
  private String binaries() throws IOException {
    return "-Dtnr.local.binaries-folder="
        + (owner(folder) == userId()
            ? System.getProperty("tnr.local.binaries-folder")
            : folder.resolve("binaries"));
  }

  private static Path jar() {
    return Path.of(System.getProperty("service.jar"));
  }

  private static int userId() throws IOException {
    return owner(Path.of("/proc/self"));
  }

  private static int owner(Path path) throws IOException {
    return (int) Files.getAttribute(path, "unix:uid");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
