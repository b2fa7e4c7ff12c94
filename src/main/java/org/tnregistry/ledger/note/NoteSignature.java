package org.tnregistry.ledger.note;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

/** A signature line: em dash, key name, base64 of key id and signature. */
public final class NoteSignature {
  private static final Pattern LINE =
      Pattern.compile("— (\\S{1,200}) ([A-Za-z0-9+/]{8,8000}={0,2})");

  private final String name;
  private final byte[] payload;

  private NoteSignature(String name, byte[] payload) {
    this.name = name;
    this.payload = payload;
  }

  static NoteSignature of(VerifierKey key, byte[] signature) {
    return new NoteSignature(
        key.name(),
        ByteBuffer.allocate(Integer.BYTES + signature.length)
            .putInt(key.id())
            .put(signature)
            .array());
  }

  /**
   * @param line without its line feed
   */
  public static NoteSignature parse(String line) throws NoteException {
    var parts = LINE.matcher(line);
    if (!parts.matches() || !VerifierKey.isName(parts.group(1))) {
      throw new NoteException("A signature line is an em dash, a key name and base64.");
    }
    try {
      var payload = Base64.getDecoder().decode(parts.group(2));
      if (payload.length <= Integer.BYTES) {
        throw new NoteException("A signature line holds a key id and a signature.");
      }
      return new NoteSignature(parts.group(1), payload);
    } catch (IllegalArgumentException e) {
      throw new NoteException("The base64 of a signature line cannot be read.");
    }
  }

  String name() {
    return name;
  }

  int keyId() {
    return ByteBuffer.wrap(payload).getInt();
  }

  byte[] bytes() {
    return Arrays.copyOfRange(payload, Integer.BYTES, payload.length);
  }

  /** The line without its line feed. */
  @Override
  public String toString() {
    return "— " + name + " " + Base64.getEncoder().encodeToString(payload);
  }
}
