package org.tnregistry.ledger.tree;

import java.sql.Connection;
import java.sql.SQLException;

/** What the ledger's own transactions, which no request began, have in common. */
public final class LedgerSql {
  private LedgerSql() {}

  /** Says who is asking, in this transaction. */
  public static void enter(Connection connection, String viewer) throws SQLException {
    try (var statement = connection.prepareStatement("SELECT FROM viewer_enters(?) AS ledger")) {
      statement.setString(1, viewer);
      statement.execute();
    }
  }
}
