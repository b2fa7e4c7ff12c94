package org.tnregistry.ledger;

import java.sql.Connection;
import java.sql.SQLException;

/** What the ledger's own transactions, which no request began, have in common. */
final class LedgerSql {
  private LedgerSql() {}

  /** Says who is asking, in this transaction. */
  static void enter(Connection connection, String viewer) throws SQLException {
    try (var statement = connection.prepareStatement("SELECT viewer_enters(?)")) {
      statement.setString(1, viewer);
      statement.execute();
    }
  }
}
