package org.tnregistry.ledger.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.tnregistry.ledger.merkle.Hash;
import org.tnregistry.ledger.merkle.MerkleTree;
import org.tnregistry.ledger.merkle.Tile;
import org.tnregistry.ledger.merkle.Tiles;
import org.tnregistry.ledger.tree.CheckpointTable;
import org.tnregistry.ledger.tree.LedgerSql;
import org.tnregistry.ledger.tree.TileTable;

/** Reads what everybody may see of the tree, as nobody in particular. */
@ApplicationScoped
class PublishedTree {
  @FunctionalInterface
  private interface Reading<T> {
    T from(Connection connection) throws SQLException;
  }

  private final DataSource database;

  PublishedTree(DataSource database) {
    this.database = database;
  }

  /**
   * The last checkpoint with its cosignatures.
   *
   * @param cosigned the last that has any
   */
  Optional<String> checkpoint(boolean cosigned) {
    return read(
        connection -> {
          var last =
              cosigned
                  ? CheckpointTable.lastCosigned(connection)
                  : CheckpointTable.last(connection);
          return last.isPresent()
              ? Optional.of(Cosigned.note(connection, last.get()))
              : Optional.empty();
        });
  }

  /** As many hashes of a tile as asked for; empty when the tree has fewer. */
  Optional<byte[]> tile(Tile tile, int width) {
    return read(
        connection ->
            tile.width(size(connection)) < width
                ? Optional.empty()
                : Optional.of(new TileTable(connection).read(tile).first(width).bytes()));
  }

  /** Of the last checkpoint; 0 before the first. */
  long size() {
    return read(PublishedTree::size);
  }

  private static long size(Connection connection) throws SQLException {
    return CheckpointTable.last(connection).map(last -> last.tree().size()).orElse(0L);
  }

  List<Hash> inclusion(long leaf, long size) {
    return read(connection -> tree(connection, size).inclusion(leaf, size));
  }

  List<Hash> consistency(long from, long to) {
    return read(connection -> tree(connection, to).consistency(from, to));
  }

  private static MerkleTree tree(Connection connection, long size) {
    return new MerkleTree(new Tiles(new TileTable(connection), size));
  }

  private <T> T read(Reading<T> reading) {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        LedgerSql.enter(connection, "anonymous");
        return reading.from(connection);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
