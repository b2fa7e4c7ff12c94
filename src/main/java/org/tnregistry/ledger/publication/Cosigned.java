package org.tnregistry.ledger.publication;

import java.sql.Connection;
import java.sql.SQLException;
import org.tnregistry.ledger.tree.CheckpointTable;

/** Checkpoints with the signature lines that witnesses added. */
final class Cosigned {
  private static final String LINES =
      "SELECT line FROM ledger_cosignature WHERE size = ? ORDER BY at, witness";

  private Cosigned() {}

  static String note(Connection connection, CheckpointTable.Signed checkpoint) throws SQLException {
    var note = new StringBuilder(checkpoint.note());
    try (var statement = connection.prepareStatement(LINES)) {
      statement.setLong(1, checkpoint.tree().size());
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          note.append(rows.getString(1)).append('\n');
        }
      }
    }
    return note.toString();
  }
}
