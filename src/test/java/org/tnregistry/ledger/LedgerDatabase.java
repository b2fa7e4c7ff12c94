package org.tnregistry.ledger;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.tnregistry.ledger.note.NoteSigner;
import org.tnregistry.ledger.tree.Checkpoints;
import org.tnregistry.ledger.tree.Commitment;
import org.tnregistry.ledger.tree.LedgerConfig;
import org.tnregistry.ledger.tree.SigningKey;
import org.tnregistry.shared.postgres.EmbeddedPostgres;
import org.tnregistry.shared.postgres.Login;
import org.tnregistry.shared.start.CommandDatabase;
import org.tnregistry.shared.start.LocalConfig;

/** A ledger in a database of its own, which a test can break as it likes. */
public final class LedgerDatabase implements AutoCloseable {
  public static final UUID AGENCY = UUID.fromString("00000000-0000-4000-8000-0000000000a9");
  public static final String ORIGIN = "ledger.example/test";
  private static final Path KEY = Path.of("target", "ledger-database-key.pem");
  private static @Nullable EmbeddedPostgres server;
  private static int databases;

  private final String name;
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private Checkpoints checkpoints = newReplica();

  private LedgerDatabase(String name) {
    this.name = name;
  }

  /** Empty but for what the migrations make. */
  public static synchronized LedgerDatabase create() throws SQLException {
    return copyOf("tnr");
  }

  /** The state of this one, in another database. */
  public LedgerDatabase copy() throws SQLException {
    var copy = copyOf(name);
    copy.now = now;
    return copy;
  }

  private static synchronized LedgerDatabase copyOf(String template) throws SQLException {
    var copy = "ledger" + ++databases;
    try (var connection = connect(server().superuser(), "postgres");
        var statement = connection.createStatement()) {
      statement.execute(
          "CREATE DATABASE %s TEMPLATE %s OWNER %s"
              .formatted(copy, template, server().owner().username()));
      statement.execute("GRANT CONNECT ON DATABASE " + copy + " TO " + server().app().username());
    }
    return new LedgerDatabase(copy);
  }

  private static EmbeddedPostgres server() {
    if (server == null) {
      var binaries = System.getProperty("tnr.local.binaries-folder", "target/postgres-binaries");
      var started =
          EmbeddedPostgres.start(
              Path.of("target", "ledger-postgres-" + UUID.randomUUID()), Path.of(binaries));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> throwAway(started)));
      Flyway.configure()
          .dataSource(started.jdbcUrl(), started.owner().username(), started.owner().password())
          .placeholders(Map.of("app", started.app().username()))
          .load()
          .migrate();
      server = started;
    }
    return server;
  }

  private static Connection connect(Login login, String database) throws SQLException {
    return DriverManager.getConnection(
        server().jdbcUrl().replaceFirst("/tnr$", "/" + database),
        login.username(),
        login.password());
  }

  /** Entries of incidents with their content, one transaction each. */
  public void write(int incidents) throws SQLException {
    try (var connection = connect(server().superuser(), name)) {
      // Whose they are is a row without an entry as long as nobody asks for one.
      execute(connection, "SET session_replication_role = replica");
      for (int i = 0; i < incidents; i++) {
        incident(connection, UUID.randomUUID());
      }
    }
  }

  /** The agency that {@link #write} writes for, with its entry. */
  public void register() throws SQLException {
    var content = "{\"handle\": \"a\", \"name\": {}, \"kind\": \"ngo\", \"demo\": false}";
    try (var connection = connect(server().superuser(), name)) {
      execute(
          connection,
          "INSERT INTO agency (id, handle, name, kind, demo, created_at) VALUES ('%s', 'a', '{}', 'ngo', false, now())"
              .formatted(AGENCY));
      entry(connection, "agency", AGENCY, content);
    }
  }

  private static void incident(Connection connection, UUID id) throws SQLException {
    var document = "{\"title\": \"%s\", \"n\": 1.50}".formatted(id);
    execute(
        connection,
        """
        INSERT INTO incident (id, reference, owner, status, revision, schema_version, document, summary,
          earliest, latest, created_at, created_by, updated_at, amended_by)
        VALUES ('%1$s', '%1$s', '%2$s', 'draft', 1, '1.0', '%3$s', '{}', '2020-01-01', '2020-01-01',
          now(), 'x', now(), 'x');
        INSERT INTO incident_revision (incident, revision, owner, act, status, at, actor,
          schema_version, document)
        VALUES ('%1$s', 1, '%2$s', 'created', 'draft', now(), 'x', '1.0', '%3$s');
        """
            .formatted(id, AGENCY, document));
    entry(connection, "incident", id, document);
  }

  private static void entry(Connection connection, String kind, UUID subject, String content)
      throws SQLException {
    var commitment = Commitment.to(content);
    execute(
        connection,
        """
        WITH entry AS (INSERT INTO journal (id, at, agency, actor, act, subject_kind, subject,
            subject_revision, audience_after, commitment)
          VALUES (gen_random_uuid(), now(), '%1$s', 'a/x', '%2$s-created', '%2$s', '%3$s', 1,
            '{"marking": "TLP:RED"}', '\\x%4$s') RETURNING *)
        INSERT INTO ledger_salt SELECT id, agency, subject, '\\x%5$s' FROM entry
        """
            .formatted(AGENCY, kind, subject, hex(commitment.hash()), hex(commitment.salt())));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /** A minute later, sequenced and signed. */
  public void checkpoint() throws SQLException {
    now = now.plus(Duration.ofMinutes(1));
    checkpointAgainAtOnce();
  }

  public void checkpointAgainAtOnce() throws SQLException {
    try (var connection = connect(server().app(), name)) {
      connection.setAutoCommit(false);
      Sequencing.step(connection);
      checkpoints.signIfDue(connection);
    }
  }

  /** What the service asks at its start. */
  public void requireOwnCluster() throws SQLException {
    try (var connection = connect(server().app(), name)) {
      connection.setAutoCommit(false);
      Sequencing.requireOwnCluster(connection);
    }
  }

  /** As after a restart: what the one before remembered is gone. */
  public void restartReplica() {
    checkpoints = newReplica();
  }

  /** As after a restart with another key. */
  public void replaceKey(Path key, String... former) {
    checkpoints = newReplica(new Config(key, List.of(former)));
  }

  private Checkpoints newReplica() {
    return newReplica(new Config(KEY, List.of()));
  }

  private Checkpoints newReplica(Config config) {
    return new Checkpoints(config, new SigningKey(config, new Local(), "test"), new Now());
  }

  /** The last checkpoint's note; empty when there is none. */
  public String note() throws SQLException {
    return text("SELECT note FROM ledger_checkpoint ORDER BY size DESC LIMIT 1");
  }

  /** What a superuser does, past policies, foreign keys and triggers. */
  public void tamper(String sql) throws SQLException {
    try (var connection = connect(server().superuser(), name)) {
      execute(connection, "SET session_replication_role = replica");
      execute(connection, sql);
    }
  }

  /** The first column of the first row, as a superuser reads it; empty when there is none. */
  public String text(String sql) throws SQLException {
    try (var connection = connect(server().superuser(), name);
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      return row.next() && row.getString(1) != null ? row.getString(1) : "";
    }
  }

  public CommandDatabase forCommand() {
    return new CommandDatabase(
        server().jdbcUrl().replaceFirst("/tnr$", "/" + name),
        server().app(),
        new SmallRyeConfigBuilder()
            .withMapping(LocalConfig.class)
            .withDefaultValue("tnr.ledger.signing-key-file", KEY.toString())
            .withDefaultValue("tnr.ledger.origin", ORIGIN)
            .build());
  }

  public NoteSigner signer() {
    return new SigningKey(new Config(KEY, List.of()), new Local(), "test").signer();
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    try (var connection = connect(server().superuser(), "postgres")) {
      execute(connection, "DROP DATABASE " + name + " WITH (FORCE)");
    }
  }

  private static void throwAway(EmbeddedPostgres started) {
    started.close();
    try (var files = Files.walk(started.folder())) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private final class Now extends Clock {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private record Config(Path key, List<String> former) implements LedgerConfig {
    @Override
    public Optional<String> origin() {
      return Optional.of(ORIGIN);
    }

    @Override
    public Optional<Path> signingKeyFile() {
      return Optional.of(key);
    }

    @Override
    public Optional<List<String>> formerVerifierKeys() {
      return Optional.of(former);
    }

    @Override
    public Duration checkpointEvery() {
      return Duration.ofMinutes(1);
    }

    @Override
    public int leavesPerCheckpoint() {
      return 16;
    }
  }

  record Local() implements LocalConfig {
    @Override
    public Path dataFolder() {
      return Path.of("target");
    }

    @Override
    public Optional<Path> binariesFolder() {
      return Optional.empty();
    }
  }
}
