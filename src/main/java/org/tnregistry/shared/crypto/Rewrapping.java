package org.tnregistry.shared.crypto;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Wraps data keys anew, in small transactions beside a running service. A table is found by its
 * columns wrapped_key and master_key, so that none can be forgotten.
 */
final class Rewrapping {
  private static final int BATCH = 200;
  private static final int PAUSE_MILLIS = 50;

  /** Longer than any transaction of the service may take. */
  private static final int MAX_PAUSES = 2_400;

  private final Connection connection;
  private final KeysetFile keys;

  private record Row(String place, WrappedKey key) {}

  /**
   * @param connection as the service's role, without automatic commit
   */
  Rewrapping(Connection connection, KeysetFile keys) {
    this.connection = connection;
    this.keys = keys;
  }

  List<String> tables() throws SQLException {
    var tables = new ArrayList<String>();
    try (var select =
            connection.prepareStatement(
                """
                SELECT c.relname FROM pg_class c
                JOIN pg_attribute w ON w.attrelid = c.oid AND w.attname = 'wrapped_key'
                JOIN pg_attribute m ON m.attrelid = c.oid AND m.attname = 'master_key'
                WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
                ORDER BY c.relname
                """);
        var rows = select.executeQuery()) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    connection.commit();
    return tables;
  }

  /** How many keys of the table another master key than the current one wraps. */
  long left(String table) throws SQLException {
    enter();
    try (var count =
        connection.prepareStatement("SELECT count(*) FROM " + table + " WHERE master_key <> ?")) {
      count.setString(1, keys.current());
      try (var row = count.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } finally {
      connection.commit();
    }
  }

  /** Until none is left; rows that the service holds just now are taken when it lets go. */
  long rewrap(String table) throws SQLException, InterruptedException {
    long done = 0;
    for (int pauses = 0; pauses < MAX_PAUSES; ) {
      int taken = batch(table);
      done += taken;
      if (taken == 0) {
        if (left(table) == 0) {
          return done;
        }
        pauses++;
        Thread.sleep(PAUSE_MILLIS);
      }
    }
    throw new CryptoException("rows of " + table + " stay locked; repeat the command");
  }

  private int batch(String table) throws SQLException {
    enter();
    try (var update =
        connection.prepareStatement(
            "UPDATE " + table + " SET master_key = ?, wrapped_key = ? WHERE ctid = ?::tid")) {
      var rows = locked(table);
      for (var row : rows) {
        var wrapped = keys.wrap(keys.unwrap(row.key()));
        update.setString(1, wrapped.master());
        update.setBytes(2, wrapped.bytes());
        update.setString(3, row.place());
        update.addBatch();
      }
      update.executeBatch();
      connection.commit();
      return rows.size();
    } catch (SQLException | CryptoException e) {
      connection.rollback();
      throw e;
    }
  }

  private List<Row> locked(String table) throws SQLException {
    var rows = new ArrayList<Row>();
    try (var select =
        connection.prepareStatement(
            "SELECT ctid::text, master_key, wrapped_key FROM "
                + table
                + " WHERE master_key <> ? LIMIT "
                + BATCH
                + " FOR UPDATE SKIP LOCKED")) {
      select.setString(1, keys.current());
      try (var found = select.executeQuery()) {
        while (found.next()) {
          rows.add(
              new Row(found.getString(1), new WrappedKey(found.getString(2), found.getBytes(3))));
        }
      }
    }
    return rows;
  }

  /**
   * Waits until every transaction that writes now has ended: it may hold a key that an older master
   * key wrapped, which nobody can see before it commits.
   */
  void awaitWriters() throws SQLException, InterruptedException {
    var horizon = text("SELECT pg_snapshot_xmax(pg_current_snapshot())::text");
    for (int pauses = 0; pauses < MAX_PAUSES; pauses++) {
      var ended = text("SELECT pg_snapshot_xmin(pg_current_snapshot()) >= '" + horizon + "'::xid8");
      if (ended.equals("t")) {
        return;
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    throw new CryptoException("a transaction does not end; no key was removed");
  }

  private String text(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    } finally {
      connection.commit();
    }
  }

  private void enter() throws SQLException {
    try (var viewer = connection.prepareStatement("SELECT viewer_enters('system:rewrapping')")) {
      viewer.execute();
    }
  }
}
