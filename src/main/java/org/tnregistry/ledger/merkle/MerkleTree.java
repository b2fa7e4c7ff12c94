package org.tnregistry.ledger.merkle;

import java.util.ArrayList;
import java.util.List;

/** Roots and proofs of RFC 6962, section 2.1, for a tree of any size. */
public final class MerkleTree {
  private final Nodes nodes;

  public MerkleTree(Nodes nodes) {
    this.nodes = nodes;
  }

  /**
   * The root of the first so many leaves.
   *
   * @throws IllegalArgumentException for a negative size
   */
  public Hash root(long size) {
    if (size < 0) {
      throw new IllegalArgumentException("a tree has no fewer than 0 leaves");
    }
    return size == 0 ? Hash.ofNothing() : hash(0, size);
  }

  /**
   * What it takes to compute the root from the leaf, from the leaf's sibling upwards.
   *
   * @throws IllegalArgumentException when no tree of this size has the leaf
   */
  public List<Hash> inclusion(long leaf, long size) {
    if (leaf < 0 || leaf >= size) {
      throw new IllegalArgumentException("the leaf is not in the tree");
    }
    var proof = new ArrayList<Hash>();
    include(leaf, 0, size, proof);
    return proof;
  }

  /**
   * What it takes to see that the tree of the first size was only added to; nothing for equal
   * sizes.
   *
   * @throws IllegalArgumentException when the first size is 0 or the larger one
   */
  public List<Hash> consistency(long from, long to) {
    if (from < 1 || from > to) {
      throw new IllegalArgumentException("no tree of the second size extends one of the first");
    }
    var proof = new ArrayList<Hash>();
    if (from < to) {
      extend(from, new Range(0, to), true, proof);
    }
    return proof;
  }

  private record Range(long begin, long end) {
    long size() {
      return end - begin;
    }
  }

  private Hash hash(long begin, long end) {
    long size = end - begin;
    if (Long.bitCount(size) == 1) {
      int height = Long.numberOfTrailingZeros(size);
      return nodes.node(height, begin >>> height);
    }
    long middle = begin + split(size);
    return Hash.ofNode(hash(begin, middle), hash(middle, end));
  }

  private void include(long leaf, long begin, long end, List<Hash> proof) {
    if (end - begin == 1) {
      return;
    }
    long middle = begin + split(end - begin);
    if (leaf < middle) {
      include(leaf, begin, middle, proof);
      proof.add(hash(middle, end));
    } else {
      include(leaf, middle, end, proof);
      proof.add(hash(begin, middle));
    }
  }

  /**
   * @param known whether the reader knows the hash of the range when it is the whole first tree
   */
  private void extend(long from, Range range, boolean known, List<Hash> proof) {
    if (from == range.end()) {
      if (!known) {
        proof.add(hash(range.begin(), range.end()));
      }
      return;
    }
    long middle = range.begin() + split(range.size());
    if (from <= middle) {
      extend(from, new Range(range.begin(), middle), known, proof);
      proof.add(hash(middle, range.end()));
    } else {
      extend(from, new Range(middle, range.end()), false, proof);
      proof.add(hash(range.begin(), middle));
    }
  }

  /** The largest power of two smaller than the size: how many leaves the left subtree has. */
  private static long split(long size) {
    return Long.highestOneBit(size - 1);
  }
}
