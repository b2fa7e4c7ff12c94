package org.tnregistry.ledger.merkle;

import java.util.ArrayList;
import java.util.List;

/** The root of a tree whose leaves pass by once, kept in as many hashes as the tree is high. */
public final class Frontier {
  /** Of the complete subtrees from left to right, each larger than the next. */
  private final List<Hash> subtrees = new ArrayList<>();

  private long size;

  public long size() {
    return size;
  }

  public void add(Hash leaf) {
    var hash = leaf;
    for (long full = size; (full & 1) == 1; full >>>= 1) {
      hash = Hash.ofNode(subtrees.remove(subtrees.size() - 1), hash);
    }
    subtrees.add(hash);
    size++;
  }

  public Hash root() {
    if (size == 0) {
      return Hash.ofNothing();
    }
    var root = subtrees.get(subtrees.size() - 1);
    for (int i = subtrees.size() - 2; i >= 0; i--) {
      root = Hash.ofNode(subtrees.get(i), root);
    }
    return root;
  }
}
