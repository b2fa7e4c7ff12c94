package org.tnregistry.ledger.merkle;

import java.util.List;

/** The definition of RFC 6962, section 2.1, word for word, and tiles in a map. */
final class NaiveTree {
  private NaiveTree() {}

  static Hash root(List<Hash> leaves) {
    if (leaves.isEmpty()) {
      return Hash.ofNothing();
    }
    if (leaves.size() == 1) {
      return leaves.get(0);
    }
    int k = 1;
    while (k * 2 < leaves.size()) {
      k *= 2;
    }
    return Hash.ofNode(root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
  }

  static Nodes nodes(List<Hash> leaves) {
    return (height, index) -> {
      int from = Math.toIntExact(index << height);
      return root(leaves.subList(from, from + (1 << height)));
    };
  }
}
