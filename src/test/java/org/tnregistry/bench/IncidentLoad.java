package org.tnregistry.bench;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.PGConnection;
import org.tnregistry.incident.IncidentRow;
import org.tnregistry.taxonomy.Taxonomies;

/**
 * Fills a migrated database with generated incidents by COPY. To be run as superuser: the load goes
 * past row-level security, foreign keys and triggers, for the generator makes nothing they refuse.
 */
public final class IncidentLoad {
  private static final int CHUNK = 1_000;
  private static final String FACETS = "incident_facet";

  private final String url;
  private final String user;
  private final String password;
  private final Taxonomies taxonomies = new Taxonomies();
  private final GeneratedSharing sharing = new GeneratedSharing();

  public IncidentLoad(String url, String user, String password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  /** Arguments: JDBC URL, superuser, its password, and how many incidents. */
  public static void main(String... arguments) throws Exception {
    var started = System.nanoTime();
    new IncidentLoad(arguments[0], arguments[1], arguments[2])
        .run(
            new IncidentGenerator(1, Integer.parseInt(arguments[3])),
            Integer.parseInt(arguments[3]));
    System.out.printf("%d ms%n", (System.nanoTime() - started) / 1_000_000);
  }

  /** Returns when everything is loaded, indexed and analysed. */
  public void run(IncidentGenerator generator, int size)
      throws SQLException, InterruptedException, ExecutionException {
    try (var connection = connect()) {
      for (var owner : IncidentGenerator.owners()) {
        execute(
            connection,
            "INSERT INTO agency VALUES ('%s', '%s', '{\"en\": \"Generated\"}', 'law-enforcement', '%s', false, now())"
                .formatted(owner.id(), owner.handle(), sharing.jurisdiction(owner)));
      }
      for (var statement : sharing.reaches()) {
        execute(connection, statement);
      }
      // Ten million rows are indexed several times faster at the end than one by one.
      var rebuild = dropIndexes(connection, FACETS);
      copyAll(generator, size);
      for (var statement : rebuild) {
        execute(connection, statement);
      }
      for (var statement : sharing.bars()) {
        execute(connection, statement);
      }
      sequence(connection);
      // The visibility map is what lets index-only scans be that.
      execute(
          connection,
          "VACUUM (ANALYZE) incident, incident_facet, incident_revision, incident_external_id,"
              + " incident_proceeding, incident_proceeding_key,"
              + " journal, ledger_entry, agency, reach, reach_principal, bar_set, bar_principal");
    }
  }

  private Connection connect() throws SQLException {
    var connection = DriverManager.getConnection(url, user, password);
    execute(connection, "SET session_replication_role = replica");
    execute(connection, "SET synchronous_commit = off");
    execute(connection, "SET maintenance_work_mem = '256MB'");
    return connection;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Returns the statements that make the indexes again. */
  private static List<String> dropIndexes(Connection connection, String table) throws SQLException {
    var rebuild = new ArrayList<String>();
    var drops = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid), c.conname,
                  pg_get_constraintdef(c.oid)
                FROM pg_index i LEFT JOIN pg_constraint c ON c.conindid = i.indexrelid AND c.contype = 'p'
                WHERE i.indrelid = '%s'::regclass
                """
                    .formatted(table))) {
      while (rows.next()) {
        var constraint = rows.getString(3);
        drops.add(
            constraint == null
                ? "DROP INDEX " + rows.getString(1)
                : "ALTER TABLE " + table + " DROP CONSTRAINT " + constraint);
        rebuild.add(
            constraint == null
                ? rows.getString(2)
                : "ALTER TABLE "
                    + table
                    + " ADD CONSTRAINT "
                    + constraint
                    + " "
                    + rows.getString(4));
      }
    }
    for (var drop : drops) {
      execute(connection, drop);
    }
    return rebuild;
  }

  private void copyAll(IncidentGenerator generator, int size)
      throws InterruptedException, ExecutionException {
    int workers = Math.max(2, Runtime.getRuntime().availableProcessors());
    var threads = Executors.newFixedThreadPool(workers);
    var next = new AtomicInteger();
    try {
      var running = new ArrayList<Future<?>>();
      for (int i = 0; i < workers; i++) {
        running.add(
            threads.submit(
                () -> {
                  try (var connection = connect()) {
                    for (int from; (from = next.getAndAdd(CHUNK)) < size; ) {
                      copy(connection, generator, from, Math.min(size, from + CHUNK));
                    }
                  }
                  return null;
                }));
      }
      for (var worker : running) {
        worker.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private void copy(Connection connection, IncidentGenerator generator, int from, int to)
      throws SQLException, IOException {
    var incidents = new CopyText();
    var facets = new CopyText();
    var revisions = new CopyText();
    var externalIds = new CopyText();
    var journal = new CopyText();
    var proceedings = new CopyText();
    var keys = new CopyText();
    for (int number = from; number < to; number++) {
      var generated = generator.incident(number);
      int reach = sharing.reachOf(number, generated);
      int bars = sharing.barsOf(generated);
      var row = IncidentRow.of(generated, taxonomies, IncidentGenerator.TODAY, reach, bars);
      incidents.row(row.columns().toArray());
      for (var facet : row.facets()) {
        facets.row(
            generated.owner().id(), facet.facet(), facet.value(), generated.id(), reach, bars);
      }
      row.proceedings().forEach(proceedings::row);
      row.proceedingKeys().forEach(keys::row);
      for (int revision = 1; revision <= generated.revisions(); revision++) {
        var act = revision == 1 ? "created" : "amended";
        var actor = generated.owner().handle() + "/officer";
        revisions.row(
            generated.id(),
            revision,
            generated.owner().id(),
            act,
            "DRAFT",
            generated.createdAt(),
            actor,
            "1.0",
            row.document());
        journal.row(
            new UUID(generated.id().getLeastSignificantBits(), revision),
            generated.createdAt(),
            generated.owner().id(),
            actor,
            "incident-" + act,
            "incident",
            generated.id(),
            revision,
            "{\"marking\":\"TLP:RED\"}",
            reach,
            bars);
      }
      var given = generated.document().externalIds();
      if (given != null) {
        given.forEach(e -> externalIds.row(generated.owner().id(), e.id(), generated.id()));
      }
    }
    send(connection, "incident (" + IncidentRow.COLUMNS + ")", incidents);
    send(connection, FACETS + " (owner, facet, value, incident, reach, bars)", facets);
    send(
        connection,
        "incident_revision (incident, revision, owner, act, status, at, actor, schema_version, document)",
        revisions);
    send(connection, "incident_proceeding (" + IncidentRow.PROCEEDING_COLUMNS + ")", proceedings);
    send(connection, "incident_proceeding_key (" + IncidentRow.KEY_COLUMNS + ")", keys);
    send(connection, "incident_external_id (owner, external_id, incident)", externalIds);
    send(
        connection,
        "journal (id, at, agency, actor, act, subject_kind, subject, subject_revision, audience_after, reach_after, bars_after)",
        journal);
  }

  private static void send(Connection connection, String target, CopyText rows)
      throws SQLException, IOException {
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn("COPY " + target + " FROM STDIN", new StringReader(rows.toString()));
  }

  /** As the sequencer does, which may not be running. */
  private static void sequence(Connection connection) throws SQLException {
    execute(
        connection,
        """
        INSERT INTO ledger_entry (index, journal, agency, subject_kind, reach_after, bars_after)
        SELECT (SELECT COALESCE(max(index), -1) FROM ledger_entry)
            + row_number() OVER (ORDER BY xid, seq), id, agency, subject_kind, reach_after, bars_after
        FROM journal j WHERE NOT EXISTS (SELECT FROM ledger_entry l WHERE l.journal = j.id)
        """);
  }
}
