package org.tnregistry.ledger.merkle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks proofs with nothing but them, as their reader does (RFC 9162, sections 2.1.3 and 2.1.4).
 */
public final class Proofs {
  private Proofs() {}

  /** Whether a tree of this size and root holds the leaf at this place. */
  public static boolean isIncluded(Hash leaf, long index, TreeHead tree, List<Hash> proof) {
    return tree.root().equals(rootFrom(leaf, index, tree.size(), proof));
  }

  private static @Nullable Hash rootFrom(Hash leaf, long index, long size, List<Hash> proof) {
    if (index < 0 || index >= size) {
      return null;
    }
    long place = index;
    long last = size - 1;
    var hash = leaf;
    for (var sibling : proof) {
      if (last == 0) {
        return null;
      }
      if ((place & 1) == 1 || place == last) {
        hash = Hash.ofNode(sibling, hash);
        int up = (place & 1) == 1 ? 0 : Long.numberOfTrailingZeros(place);
        place >>>= up;
        last >>>= up;
      } else {
        hash = Hash.ofNode(hash, sibling);
      }
      place >>>= 1;
      last >>>= 1;
    }
    return last == 0 ? hash : null;
  }

  /** Whether the second tree holds all leaves of the first, in their places, and maybe more. */
  public static boolean isConsistent(TreeHead first, TreeHead second, List<Hash> proof) {
    if (first.size() < 1 || first.size() > second.size()) {
      return false;
    }
    if (first.size() == second.size()) {
      return proof.isEmpty() && first.root().equals(second.root());
    }
    boolean complete = Long.bitCount(first.size()) == 1;
    if (!complete && proof.isEmpty()) {
      return false;
    }
    var start = complete ? first.root() : proof.get(0);
    return isConsistent(first, second, start, complete ? proof : proof.subList(1, proof.size()));
  }

  private static boolean isConsistent(
      TreeHead first, TreeHead second, Hash start, List<Hash> proof) {
    int complete = Long.numberOfTrailingZeros(first.size());
    long place = (first.size() - 1) >>> complete;
    long last = (second.size() - 1) >>> complete;
    var old = start;
    var grown = start;
    for (var hash : proof) {
      if (last == 0) {
        return false;
      }
      if ((place & 1) == 1 || place == last) {
        old = Hash.ofNode(hash, old);
        grown = Hash.ofNode(hash, grown);
        int up = (place & 1) == 1 ? 0 : Long.numberOfTrailingZeros(place);
        place >>>= up;
        last >>>= up;
      } else {
        grown = Hash.ofNode(grown, hash);
      }
      place >>>= 1;
      last >>>= 1;
    }
    return last == 0 && old.equals(first.root()) && grown.equals(second.root());
  }
}
