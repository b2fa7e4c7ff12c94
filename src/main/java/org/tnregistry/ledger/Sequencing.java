package org.tnregistry.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import org.tnregistry.ledger.tree.LedgerSql;

/**
 * One step of giving committed journal entries their index.
 *
 * <p>A sequence alone would lose entries: a transaction that took its number early can commit after
 * a reader went past it. So an entry is taken only when every transaction that began before the
 * oldest one still running has ended (its id is below the snapshot's xmin). Ordered by transaction
 * id, then number, nothing can appear below what was taken.
 */
final class Sequencing {
  private static final int BATCH = 2_000;

  private static final String LAST =
      """
      SELECT l.index, j.xid::text, j.seq
      FROM ledger_entry l JOIN journal j ON j.id = l.journal
      ORDER BY l.index DESC LIMIT 1
      """;
  private static final String TAKE =
      """
      INSERT INTO ledger_entry
        (index, journal, agency, subject_kind, reach_before, bars_before, reach_after, bars_after)
      SELECT ? + row_number() OVER (ORDER BY xid, seq), id, agency,
        subject_kind, reach_before, bars_before, reach_after, bars_after
      FROM (
        SELECT id, agency, subject_kind, xid, seq, reach_before, bars_before, reach_after, bars_after
        FROM journal
        WHERE (xid, seq) > (?::xid8, ?) AND xid < pg_snapshot_xmin(pg_current_snapshot())
        ORDER BY xid, seq LIMIT ?) AS committed
      """;

  private static final String PENDING =
      "SELECT EXISTS (SELECT FROM journal WHERE (xid, seq) > (?::xid8, ?))";

  private static final String BEYOND =
      "SELECT EXISTS (SELECT FROM journal WHERE xid >= pg_snapshot_xmax(pg_current_snapshot()))";

  private record Last(long index, String xid, long seq) {}

  private Sequencing() {}

  /**
   * Takes at most one batch, in one transaction of its own.
   *
   * @param connection without automatic commit, held by the only sequencer
   * @return how many entries got their index
   */
  static int step(Connection connection) throws SQLException {
    var last = last(connection);
    try (var take = connection.prepareStatement(TAKE)) {
      take.setLong(1, last.index());
      take.setString(2, last.xid());
      take.setLong(3, last.seq());
      take.setInt(4, BATCH);
      int taken = take.executeUpdate();
      connection.commit();
      return taken;
    }
  }

  /**
   * After a logical restore the new cluster counts transactions from the beginning: what is written
   * then would lie before what was taken, and never be taken.
   *
   * @param connection without automatic commit
   * @throws IllegalStateException when the journal comes from another cluster
   */
  static void requireOwnCluster(Connection connection) throws SQLException {
    LedgerSql.enter(connection, "system:sequencing");
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(BEYOND)) {
      if (row.next() && row.getBoolean(1)) {
        throw new IllegalStateException(
            "The journal has transaction ids that this PostgreSQL cluster has not given yet, as after"
                + " pg_dump and restore: what is written now would never appear in the feed. Restore a"
                + " physical backup, or number it anew, as docs/runbooks/local-data.md says.");
      }
    } finally {
      connection.rollback();
    }
  }

  /** Whether entries are committed that the horizon does not let through yet. */
  static boolean hasPending(Connection connection) throws SQLException {
    var last = last(connection);
    try (var pending = connection.prepareStatement(PENDING)) {
      pending.setString(1, last.xid());
      pending.setLong(2, last.seq());
      try (var row = pending.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private static Last last(Connection connection) throws SQLException {
    LedgerSql.enter(connection, "system:sequencing");
    try (var statement = connection.prepareStatement(LAST);
        var row = statement.executeQuery()) {
      return row.next()
          ? new Last(row.getLong(1), row.getString(2), row.getLong(3))
          : new Last(-1, "0", 0);
    }
  }
}
