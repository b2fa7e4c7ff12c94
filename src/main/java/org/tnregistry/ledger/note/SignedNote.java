package org.tnregistry.ledger.note;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A text with signatures.
 *
 * @param text with its last line feed, without the blank line
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
  private static final int MAX_SIGNATURES = 100;
  private static final String SEPARATOR = "\n\n";

  public static SignedNote parse(String note) throws NoteException {
    if (note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
      throw new NoteException("A note holds no control characters.");
    }
    int end = note.lastIndexOf(SEPARATOR);
    if (end < 0 || !note.endsWith("\n")) {
      throw new NoteException("A note is a text, a blank line and signature lines.");
    }
    var lines = note.substring(end + SEPARATOR.length()).lines().toList();
    if (lines.isEmpty() || lines.size() > MAX_SIGNATURES) {
      throw new NoteException("A note has at least one signature line and at most 100.");
    }
    var signatures = new ArrayList<NoteSignature>();
    for (var line : lines) {
      signatures.add(NoteSignature.parse(line));
    }
    return new SignedNote(note.substring(0, end + 1), signatures);
  }

  /** Whether there is a signature of the key, and every one of them is right. */
  public boolean isSignedBy(VerifierKey key) {
    var own = signatures.stream().filter(key::isOf).toList();
    return !own.isEmpty() && own.stream().allMatch(s -> key.verifies(text, s));
  }

  /** The same text with these signatures behind those that are there. */
  public SignedNote and(List<NoteSignature> more) {
    return new SignedNote(text, Stream.concat(signatures.stream(), more.stream()).toList());
  }

  @Override
  public String toString() {
    var note = new StringBuilder(text).append('\n');
    signatures.forEach(s -> note.append(s).append('\n'));
    return note.toString();
  }
}
