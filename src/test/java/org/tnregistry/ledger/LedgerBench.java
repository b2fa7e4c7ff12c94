package org.tnregistry.ledger;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Connections of their own beside the service's pool: writers, a reader, and the superuser. */
@Singleton
public class LedgerBench {
  private static final long PATIENCE_NANOS = 30_000_000_000L;

  record Read(long index, UUID journal) {}

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  @ConfigProperty(name = "quarkus.datasource.username")
  String app;

  @ConfigProperty(name = "quarkus.datasource.password")
  String password;

  @ConfigProperty(name = "tnr.test.superuser.username")
  Optional<String> superuser;

  @ConfigProperty(name = "tnr.test.superuser.password")
  Optional<String> superuserPassword;

  /** In a transaction that says who is asking. */
  Connection as(String viewer) throws SQLException {
    var connection = DriverManager.getConnection(url, app, password);
    connection.setAutoCommit(false);
    say(connection, viewer);
    return connection;
  }

  public static void say(Connection connection, String viewer) throws SQLException {
    try (var set = connection.prepareStatement("SELECT viewer_enters(?)")) {
      set.setString(1, viewer);
      set.execute();
    }
  }

  static UUID append(Connection connection, UUID agency) throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            INSERT INTO journal (id, at, agency, actor, act, subject_kind, subject, subject_revision)
            VALUES (?, now(), ?, 'test/writer', 'test', 'test', ?, 1)
            """)) {
      var id = UUID.randomUUID();
      insert.setObject(1, id);
      insert.setObject(2, agency);
      insert.setObject(3, UUID.randomUUID());
      insert.executeUpdate();
      return id;
    }
  }

  /** What is sequenced above an index. */
  static List<Read> above(Connection connection, long index) throws SQLException {
    say(connection, "system:sequencing");
    var read = new ArrayList<Read>();
    try (var select =
        connection.prepareStatement(
            "SELECT index, journal FROM ledger_entry WHERE index > ? ORDER BY index")) {
      select.setLong(1, index);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          read.add(new Read(rows.getLong(1), rows.getObject(2, UUID.class)));
        }
      }
    }
    connection.commit();
    return read;
  }

  static long last(Connection connection) throws SQLException {
    var all = above(connection, -1);
    return all.isEmpty() ? -1 : all.get(all.size() - 1).index();
  }

  /** A server that the tests were given may not have told them its superuser. */
  private Connection asSuperuser() throws SQLException {
    assumeTrue(superuser.isPresent(), "only a superuser can break this server on purpose");
    return DriverManager.getConnection(
        url, superuser.orElseThrow(), superuserPassword.orElseThrow());
  }

  public void superuser(String sql) throws SQLException {
    try (var connection = asSuperuser();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** What a superuser reads, past the policies. */
  public List<List<Object>> rows(String sql) throws SQLException {
    try (var connection = asSuperuser();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var read = new ArrayList<List<Object>>();
      while (rows.next()) {
        var row = new ArrayList<Object>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.add(rows.getObject(i));
        }
        read.add(row);
      }
      return read;
    }
  }

  public interface Condition {
    boolean holds() throws SQLException;
  }

  public void until(Condition condition) throws SQLException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.holds()) {
      if (System.nanoTime() >= deadline) {
        throw new AssertionError("it does not come: " + sequencing());
      }
      Thread.sleep(20);
    }
  }

  /** What a test that waited in vain tells of the sequencers and of what holds the horizon back. */
  private String sequencing() throws SQLException {
    var threads =
        Thread.getAllStackTraces().entrySet().stream()
            .filter(thread -> thread.getKey().getName().equals("ledger-sequencer"))
            .map(thread -> List.of(thread.getValue()).stream().limit(12).toList())
            .toList();
    var sessions =
        rows(
            """
            SELECT pid, state, wait_event, backend_xid::text, now() - xact_start, left(query, 80)
            FROM pg_stat_activity
            WHERE backend_xid IS NOT NULL OR query LIKE '%advisory%' OR pid =
            """
                + leader());
    return "lead by " + leader() + ", threads " + threads + ", sessions " + sessions;
  }

  int entriesAbout(UUID subject) throws SQLException {
    try (var connection = asSuperuser();
        var select =
            connection.prepareStatement("SELECT count(*) FROM journal WHERE subject = ?")) {
      select.setObject(1, subject);
      try (var row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  /** The server process that holds the sequencers' lock; 0 when none does. */
  int leader() throws SQLException {
    try (var connection = asSuperuser();
        var select =
            connection.prepareStatement(
                """
                SELECT pid FROM pg_locks
                WHERE locktype = 'advisory' AND granted
                  AND (classid::bigint << 32) | objid::bigint = ?
                """)) {
      select.setLong(1, Sequencer.LOCK);
      try (var row = select.executeQuery()) {
        return row.next() ? row.getInt(1) : 0;
      }
    }
  }
}
