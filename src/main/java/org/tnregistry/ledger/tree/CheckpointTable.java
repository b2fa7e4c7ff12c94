package org.tnregistry.ledger.tree;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.tnregistry.ledger.merkle.Hash;
import org.tnregistry.ledger.merkle.TreeHead;

/** The signed checkpoints. */
public final class CheckpointTable {
  /**
   * A checkpoint with its own signature only.
   *
   * @param note the signed note
   */
  public record Signed(TreeHead tree, Instant at, String note) {}

  private static final String COLUMNS = "SELECT size, root, at, note FROM ledger_checkpoint ";

  private CheckpointTable() {}

  /** Of the largest tree; empty before the first. */
  public static Optional<Signed> last(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement(COLUMNS + "ORDER BY size DESC LIMIT 1");
        var row = statement.executeQuery()) {
      return read(row);
    }
  }

  public static Optional<Signed> ofSize(Connection connection, long size) throws SQLException {
    try (var statement = connection.prepareStatement(COLUMNS + "WHERE size = ?")) {
      statement.setLong(1, size);
      try (var row = statement.executeQuery()) {
        return read(row);
      }
    }
  }

  /** The last one that a witness has cosigned. */
  public static Optional<Signed> lastCosigned(Connection connection) throws SQLException {
    try (var statement =
            connection.prepareStatement(
                COLUMNS + "WHERE size = (SELECT max(size) FROM ledger_cosignature)");
        var row = statement.executeQuery()) {
      return read(row);
    }
  }

  private static Optional<Signed> read(ResultSet row) throws SQLException {
    return row.next()
        ? Optional.of(
            new Signed(
                new TreeHead(row.getLong(1), Hash.of(row.getBytes(2))),
                row.getTimestamp(3).toInstant(),
                row.getString(4)))
        : Optional.empty();
  }

  static void write(Connection connection, Signed checkpoint) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "INSERT INTO ledger_checkpoint (size, root, at, note) VALUES (?, ?, ?, ?)")) {
      statement.setLong(1, checkpoint.tree().size());
      statement.setBytes(2, checkpoint.tree().root().bytes());
      statement.setTimestamp(3, Timestamp.from(checkpoint.at()));
      statement.setString(4, checkpoint.note());
      statement.executeUpdate();
    }
  }
}
