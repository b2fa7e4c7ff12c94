package org.tnregistry.ledger.verify;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.tnregistry.ledger.merkle.Frontier;
import org.tnregistry.ledger.merkle.Hash;
import org.tnregistry.ledger.merkle.Tile;
import org.tnregistry.ledger.merkle.TileHashes;
import org.tnregistry.ledger.tree.TileTable;

/** Compares the stored tiles, from which proofs are made, with the hashes they should hold. */
final class TileCheck {
  private final TileTable table;
  private final List<Level> levels = new ArrayList<>();

  private static final class Level {
    private Frontier inTile = new Frontier();
    private long number = -1;
    private long count;
    private TileHashes stored = TileHashes.of(new byte[0]);
  }

  TileCheck(Connection connection) {
    this.table = new TileTable(connection);
  }

  void add(Hash leaf) throws Tampering {
    add(0, leaf);
  }

  private void add(int height, Hash hash) throws Tampering {
    if (height == levels.size()) {
      levels.add(new Level());
    }
    var level = levels.get(height);
    if (!isStored(height, level.count, hash)) {
      throw new Tampering("ledger_tile %d/%d".formatted(height, level.number), "altered");
    }
    level.count++;
    level.inTile.add(hash);
    if (level.inTile.size() == Tile.WIDTH) {
      var full = level.inTile.root();
      level.inTile = new Frontier();
      add(height + 1, full);
    }
  }

  /** Whether the tiles have this hash for the leaf that comes next. */
  boolean holds(long leaf, Hash hash) {
    if (levels.isEmpty()) {
      levels.add(new Level());
    }
    return isStored(0, leaf, hash);
  }

  private boolean isStored(int height, long index, Hash hash) {
    var level = levels.get(height);
    long number = index / Tile.WIDTH;
    if (level.number != number) {
      level.stored = table.read(new Tile(height, number));
      level.number = number;
    }
    int place = (int) (index % Tile.WIDTH);
    return place < level.stored.width() && level.stored.get(place).equals(hash);
  }
}
