package org.tnregistry.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.postgres.EmbeddedPostgres;
import org.tnregistry.shared.postgres.Login;

/**
 * A server of its own with {@link #SIZE} incidents, made when first asked for and thrown away with
 * the JVM: the other tests' server stays small.
 */
public final class LoadedRegistry {
  public static final int SIZE = Integer.getInteger("tnr.bench.incidents", 200_000);

  private static final long SEED = 1;
  private static @Nullable EmbeddedPostgres server;

  private LoadedRegistry() {}

  /**
   * A transaction as the service begins one: restricted role, its session settings, the viewer
   * told.
   */
  public static Connection asking(UUID viewer) throws SQLException {
    return asking(viewer, server().app());
  }

  /** The same transaction of a role that no policy binds. */
  public static Connection askingUnbound(UUID viewer) throws SQLException {
    return asking(viewer, server().superuser());
  }

  private static Connection asking(UUID viewer, Login login) throws SQLException {
    var connection = connect(login);
    execute(connection, sessionSettings());
    connection.setAutoCommit(false);
    try (var statement = connection.prepareStatement("SELECT viewer_enters(?)")) {
      statement.setString(1, viewer.toString());
      statement.execute();
    }
    return connection;
  }

  /** Past row-level security, to know what there is. */
  public static Connection superuser() throws SQLException {
    return connect(server().superuser());
  }

  private static Connection connect(Login login) throws SQLException {
    return DriverManager.getConnection(server().jdbcUrl(), login.username(), login.password());
  }

  private static synchronized EmbeddedPostgres server() {
    if (server == null) {
      server = loaded();
    }
    return server;
  }

  private static EmbeddedPostgres loaded() {
    var binaries = System.getProperty("tnr.local.binaries-folder", "target/postgres-binaries");
    var started =
        EmbeddedPostgres.start(
            Path.of("target", "bench-postgres-" + UUID.randomUUID()), Path.of(binaries));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> throwAway(started)));
    var root = started.superuser();
    try (var connection =
        DriverManager.getConnection(started.jdbcUrl(), root.username(), root.password())) {
      // Nothing here outlives the JVM.
      execute(connection, "ALTER SYSTEM SET fsync = off");
      execute(connection, "ALTER SYSTEM SET full_page_writes = off");
      execute(connection, "ALTER SYSTEM SET max_wal_size = '8GB'");
      execute(connection, "SELECT pg_reload_conf()");
      Flyway.configure()
          .dataSource(started.jdbcUrl(), started.owner().username(), started.owner().password())
          .placeholders(Map.of("app", started.app().username()))
          .load()
          .migrate();
      new IncidentLoad(started.jdbcUrl(), root.username(), root.password())
          .run(new IncidentGenerator(SEED, SIZE), SIZE);
    } catch (Exception e) {
      throw new IllegalStateException("the generated registry could not be loaded", e);
    }
    return started;
  }

  private static String sessionSettings() {
    var properties = new Properties();
    try (InputStream file = LoadedRegistry.class.getResourceAsStream("/application.properties")) {
      properties.load(Objects.requireNonNull(file));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return properties.getProperty("quarkus.datasource.jdbc.new-connection-sql");
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void throwAway(EmbeddedPostgres server) {
    server.close();
    try (var files = Files.walk(server.folder())) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
