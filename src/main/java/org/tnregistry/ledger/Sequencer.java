package org.tnregistry.ledger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.tnregistry.ledger.tree.Checkpoints;

/**
 * Gives the committed journal entries their gap-free index, and has the tree over them signed.
 * Every replica runs one; the one that holds the advisory lock works, and when its connection dies
 * the lock passes to another. The lock belongs to the connection that writes: a replica that lost
 * it can write no more.
 */
@ApplicationScoped
class Sequencer {
  private static final Logger LOG = Logger.getLogger(Sequencer.class);

  /** "TNRLEDGR" in ASCII. */
  static final long LOCK = 0x544E524C45444752L;

  /** The bound on a lost wake-up, and how often a waiting replica asks for the lock. */
  private static final int WAIT_MILLIS = 1_000;

  /** How soon to look again while some transaction holds the horizon back. */
  private static final int RETRY_MILLIS = 20;

  /** Longer than PostgreSQL lets a statement of the service run. */
  private static final int READ_MILLIS = 60_000;

  private final DataSource database;
  private final Checkpoints checkpoints;
  private volatile boolean stopping;
  private @Nullable Thread thread;

  Sequencer(DataSource database, Checkpoints checkpoints) {
    this.database = database;
    this.checkpoints = checkpoints;
  }

  /**
   * @throws org.tnregistry.shared.start.RefusedStart when the journal comes from another cluster
   */
  void starts(@Observes StartupEvent event) throws SQLException {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      Sequencing.requireOwnCluster(connection);
      connection.setAutoCommit(true);
    }
    thread = new Thread(this::run, "ledger-sequencer");
    thread.setDaemon(true);
    thread.start();
  }

  void stops(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    if (thread != null) {
      thread.join(2L * WAIT_MILLIS);
    }
  }

  /** Whatever happens it begins again: entries without an index are changes nobody is told of. */
  private void run() {
    while (!stopping) {
      try {
        takePart();
      } catch (SQLException e) {
        if (!stopping) {
          LOG.warnf(
              "The sequencer's database connection failed (%s), it connects again",
              e.getSQLState());
          pause();
        }
      } catch (RuntimeException | Error e) {
        LOG.errorf(e, "The sequencer failed, it begins again");
        pause();
      }
    }
  }

  private void takePart() throws SQLException {
    try (var connection = database.getConnection()) {
      boolean clean = false;
      try {
        work(connection);
        leave(connection);
        clean = true;
      } finally {
        if (!clean) {
          // The lock belongs to the session: in the pool it would be held by nobody who works.
          end(connection.unwrap(PGConnection.class));
        }
      }
    }
  }

  private void work(Connection connection) throws SQLException {
    connection.setAutoCommit(true);
    // A peer that vanished without a word would be waited for ever.
    connection.setNetworkTimeout(Runnable::run, READ_MILLIS);
    execute(connection, "LISTEN tnr_journal");
    while (!stopping && !leads(connection)) {
      pause();
    }
    while (!stopping) {
      connection.setAutoCommit(false);
      int taken = Sequencing.step(connection);
      checkpoints.signIfDue(connection);
      connection.setAutoCommit(true);
      if (taken == 0) {
        var wait = hasPending(connection) ? RETRY_MILLIS : untilCheckpoint();
        connection.unwrap(PGConnection.class).getNotifications(wait);
      }
    }
  }

  private static void leave(Connection connection) throws SQLException {
    execute(connection, "UNLISTEN *");
    execute(connection, "SELECT pg_advisory_unlock_all()");
    connection.setNetworkTimeout(Runnable::run, 0);
  }

  private static void end(PGConnection session) throws SQLException {
    ((Connection) session).abort(Runnable::run);
  }

  /** At least one, because zero waits for ever. */
  private int untilCheckpoint() {
    return (int) Math.max(1, Math.min(WAIT_MILLIS, checkpoints.untilDue().toMillis()));
  }

  private static boolean leads(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
      statement.setLong(1, LOCK);
      try (var row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private static boolean hasPending(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try {
      return Sequencing.hasPending(connection);
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(WAIT_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
