package org.tnregistry.ledger.note;

import java.util.Base64;
import java.util.regex.Pattern;
import org.tnregistry.ledger.merkle.Hash;
import org.tnregistry.ledger.merkle.TreeHead;

/** What a log states of its tree: origin, size and root, each on a line. */
public record Checkpoint(String origin, TreeHead tree) {
  private static final Pattern TEXT =
      Pattern.compile("(\\S[^\\n]{0,199})\\n(0|[1-9][0-9]{0,17})\\n([A-Za-z0-9+/]{43}=)\\n");

  /** Lines after the root, which others may use, are refused: this log writes none. */
  public static Checkpoint parse(String text) throws NoteException {
    var lines = TEXT.matcher(text);
    if (!lines.matches()) {
      throw new NoteException("A checkpoint has three lines: origin, size, base64 of the root.");
    }
    return new Checkpoint(
        lines.group(1), new TreeHead(Long.parseLong(lines.group(2)), root(lines.group(3))));
  }

  private static Hash root(String base64) throws NoteException {
    try {
      return Hash.of(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException e) {
      throw new NoteException("The root of a checkpoint is the base64 of 32 bytes.");
    }
  }

  public String text() {
    return origin + "\n" + tree.size() + "\n" + tree.root().base64() + "\n";
  }
}
