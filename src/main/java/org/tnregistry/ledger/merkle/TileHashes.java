package org.tnregistry.ledger.merkle;

import java.util.Arrays;

/** The hashes of a tile, one after the other; a tile that grows only gets longer. */
public final class TileHashes {
  private final byte[] bytes;

  private TileHashes(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * @throws IllegalArgumentException when it is not between 0 and 256 hashes
   */
  public static TileHashes of(byte[] bytes) {
    if (bytes.length % Hash.BYTES != 0 || bytes.length > Tile.WIDTH * Hash.BYTES) {
      throw new IllegalArgumentException("a tile holds up to " + Tile.WIDTH + " hashes");
    }
    return new TileHashes(bytes.clone());
  }

  static TileHashes none() {
    return new TileHashes(new byte[0]);
  }

  public int width() {
    return bytes.length / Hash.BYTES;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  public Hash get(int place) {
    return Hash.of(Arrays.copyOfRange(bytes, place * Hash.BYTES, (place + 1) * Hash.BYTES));
  }

  /**
   * The same with no more than so many hashes.
   *
   * @throws IllegalStateException when there are fewer
   */
  public TileHashes first(int width) {
    if (width > width()) {
      throw new IllegalStateException("a tile of the tree is too short");
    }
    return width == width() ? this : new TileHashes(Arrays.copyOf(bytes, width * Hash.BYTES));
  }

  TileHashes and(Hash hash) {
    var longer = Arrays.copyOf(bytes, bytes.length + Hash.BYTES);
    System.arraycopy(hash.bytes(), 0, longer, bytes.length, Hash.BYTES);
    return new TileHashes(longer);
  }

  /** Over {@code 1 << height} hashes of the tile, from a place that is a multiple of them. */
  Hash subtree(int height, int place) {
    if (height == 0) {
      return get(place);
    }
    int half = 1 << (height - 1);
    return Hash.ofNode(subtree(height - 1, place), subtree(height - 1, place + half));
  }
}
