package org.tnregistry.ledger.verify;

import java.sql.Connection;
import java.sql.SQLException;

/** Finds rows that no leaf stands for, where each should have one or be too new for it. */
final class FeedCheck {
  private static final String BEFORE_THE_FIRST =
      "SELECT index, journal FROM ledger_entry WHERE index < 0 ORDER BY index LIMIT 1";

  /** The sequencer passes nothing by: what is older than its last entry is in the feed. */
  private static final String PASSED_BY =
      """
      SELECT j.id FROM journal j LEFT JOIN ledger_entry l ON l.journal = j.id
      WHERE l.journal IS NULL AND (j.xid, j.seq) <
        (SELECT last.xid, last.seq FROM ledger_entry e JOIN journal last ON last.id = e.journal
         ORDER BY e.index DESC LIMIT 1)
      ORDER BY j.xid, j.seq LIMIT 1
      """;

  private final Connection connection;

  FeedCheck(Connection connection) {
    this.connection = connection;
  }

  void run() throws SQLException, Tampering {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(BEFORE_THE_FIRST)) {
      if (row.next()) {
        throw new Tampering(
            "ledger_entry " + row.getLong(1), "inserted, with journal " + row.getString(2));
      }
    }
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(PASSED_BY)) {
      if (row.next()) {
        throw new Tampering(
            "journal " + row.getString(1), "inserted: it is older than the feed and not in it");
      }
    }
  }
}
