package org.tnregistry.ledger.merkle;

import java.util.LinkedHashMap;
import java.util.Map;

/** The tree in its tiles: reads them as they are asked for, and adds leaves at its right edge. */
public final class Tiles implements Nodes {
  /** Where tiles are kept. */
  @FunctionalInterface
  public interface Store {
    /** The stored hashes; none when there is no such tile. */
    TileHashes read(Tile tile);
  }

  /** Beyond it, those read first go first: the edge of a large tree is a few tiles. */
  private static final int REMEMBERED = 64;

  private final Store store;
  private final Map<Tile, TileHashes> changed = new LinkedHashMap<>();
  private final Map<Tile, TileHashes> read =
      new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Tile, TileHashes> eldest) {
          return size() > REMEMBERED;
        }
      };
  private long size;

  /**
   * @param size of the tree: hashes beyond it are not looked at
   */
  public Tiles(Store store, long size) {
    this.store = store;
    this.size = size;
  }

  public long size() {
    return size;
  }

  @Override
  public Hash node(int height, long index) {
    int level = height / Tile.HEIGHT;
    int rest = height % Tile.HEIGHT;
    long first = index << rest;
    var tile = new Tile(level, first >>> Tile.HEIGHT);
    int place = (int) (first & (Tile.WIDTH - 1));
    var hashes = hashes(tile);
    return hashes.first(place + (1 << rest)).subtree(rest, place);
  }

  /** Adds a leaf; {@link #changed} then holds the tiles that it changed. */
  public void add(Hash leaf) {
    put(0, size, leaf);
    size++;
  }

  private void put(int level, long index, Hash hash) {
    var tile = new Tile(level, index >>> Tile.HEIGHT);
    var stored = changed.containsKey(tile) ? hashes(tile) : edge(tile);
    var longer = stored.and(hash);
    changed.put(tile, longer);
    if (longer.width() == Tile.WIDTH) {
      put(level + 1, tile.number(), longer.subtree(Tile.HEIGHT, 0));
    }
  }

  /** As much of the tile as the tree holds before anything is added. */
  private TileHashes edge(Tile tile) {
    int width = tile.width(size);
    if (width == 0) {
      return TileHashes.none();
    }
    return hashes(tile).first(width);
  }

  public Map<Tile, TileHashes> changed() {
    return Map.copyOf(changed);
  }

  private TileHashes hashes(Tile tile) {
    var own = changed.get(tile);
    return own != null ? own : read.computeIfAbsent(tile, store::read);
  }
}
