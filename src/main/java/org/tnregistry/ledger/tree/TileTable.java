package org.tnregistry.ledger.tree;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.tnregistry.ledger.merkle.Tile;
import org.tnregistry.ledger.merkle.TileHashes;
import org.tnregistry.ledger.merkle.Tiles;

/** The tiles in the database, read and written in the transaction of a connection. */
public final class TileTable implements Tiles.Store {
  private static final String READ =
      "SELECT hashes FROM ledger_tile WHERE level = ? AND number = ?";

  private static final String WRITE =
      """
      INSERT INTO ledger_tile (level, number, hashes) VALUES (?, ?, ?)
      ON CONFLICT (level, number) DO UPDATE SET hashes = EXCLUDED.hashes
      """;

  private final Connection connection;

  /**
   * @param connection in a transaction of whoever may read or write the tree
   */
  public TileTable(Connection connection) {
    this.connection = connection;
  }

  @Override
  public TileHashes read(Tile tile) {
    try (var statement = connection.prepareStatement(READ)) {
      statement.setInt(1, tile.level());
      statement.setLong(2, tile.number());
      try (var row = statement.executeQuery()) {
        return TileHashes.of(row.next() ? row.getBytes(1) : new byte[0]);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void write(Map<Tile, TileHashes> tiles) throws SQLException {
    try (var statement = connection.prepareStatement(WRITE)) {
      for (var tile : tiles.entrySet()) {
        statement.setInt(1, tile.getKey().level());
        statement.setLong(2, tile.getKey().number());
        statement.setBytes(3, tile.getValue().bytes());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
