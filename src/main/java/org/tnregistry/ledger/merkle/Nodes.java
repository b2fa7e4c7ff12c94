package org.tnregistry.ledger.merkle;

/** Where the hashes of complete subtrees come from. */
@FunctionalInterface
public interface Nodes {
  /**
   * The hash over the leaves from {@code index << height} up to {@code (index + 1) << height}.
   *
   * @param height 0 for the hash of one leaf
   */
  Hash node(int height, long index);
}
