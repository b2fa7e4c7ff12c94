package org.tnregistry.ledger.merkle;

/**
 * Where hashes are kept (C2SP tlog-tiles): the tile holds up to 256 of them, each over a full tile
 * of the level below, those of level 0 over one leaf.
 */
public record Tile(int level, long number) {
  /** Binary levels of the tree in one level of tiles. */
  static final int HEIGHT = 8;

  public static final int WIDTH = 1 << HEIGHT;

  /** How many hashes the tile holds in a tree of this size; 0 when there is no such tile. */
  public int width(long size) {
    if (level * HEIGHT >= Long.SIZE - 1) {
      return 0;
    }
    long hashes = size >>> (level * HEIGHT);
    long before = number * WIDTH;
    return (int) Math.max(0, Math.min(WIDTH, hashes - before));
  }
}
