package org.tnregistry.ledger.verify;

import java.util.Arrays;
import java.util.HexFormat;
import org.tnregistry.ledger.merkle.Frontier;
import org.tnregistry.ledger.merkle.Hash;

/** What somebody does who can compute the whole tree anew, but not sign it. */
final class Rewriting {
  private Rewriting() {}

  /** SQL that gives the checkpoints the roots of these leaf hashes. */
  static String checkpoints(String hashes, long... sizes) {
    var sql = new StringBuilder();
    var bytes = HexFormat.of().parseHex(hashes);
    for (long size : sizes) {
      var tree = new Frontier();
      for (int i = 0; i < size; i++) {
        tree.add(Hash.of(Arrays.copyOfRange(bytes, 32 * i, 32 * i + 32)));
      }
      sql.append(
          "UPDATE ledger_checkpoint SET root = '\\x%s' WHERE size = %d;"
              .formatted(HexFormat.of().formatHex(tree.root().bytes()), size));
    }
    return sql.toString();
  }
}
