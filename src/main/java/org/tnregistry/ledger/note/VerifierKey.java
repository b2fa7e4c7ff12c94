package org.tnregistry.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A public key with the name it signs under: {@code name+key id+base64 of type and key}. */
public final class VerifierKey {
  /** Signs the text of a note. */
  public static final byte NOTE = 1;

  /** Signs a checkpoint and the time at which it was seen. */
  public static final byte COSIGNATURE = 4;

  /** No spaces and no plus sign: they separate the parts of keys and signature lines. */
  private static final String NAME = "[\\x21-\\x2a\\x2c-\\x7e]{1,200}";

  private static final Pattern FORM =
      Pattern.compile("(" + NAME + ")\\+([0-9a-f]{8})\\+([A-Za-z0-9+/]{44})");
  private static final Pattern NAME_FORM = Pattern.compile(NAME);

  private final String name;
  private final byte type;
  private final byte[] key;

  VerifierKey(String name, byte type, byte[] key) {
    this.name = name;
    this.type = type;
    this.key = key;
  }

  public static VerifierKey parse(String text) throws NoteException {
    var parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new NoteException("A verifier key is name+8 hexadecimal digits+base64.");
    }
    var typed = decode(parts.group(3));
    if (typed.length != 1 + Ed25519.KEY_BYTES || (typed[0] != NOTE && typed[0] != COSIGNATURE)) {
      throw new NoteException("The verifier key is not one of Ed25519.");
    }
    var key = new VerifierKey(parts.group(1), typed[0], Arrays.copyOfRange(typed, 1, typed.length));
    if (!HexFormat.of().toHexDigits(key.id()).equals(parts.group(2))) {
      throw new NoteException("The verifier key's id is not that of its name and key.");
    }
    return key;
  }

  static boolean isName(String name) {
    return NAME_FORM.matcher(name).matches();
  }

  private static byte[] decode(String base64) throws NoteException {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new NoteException("The verifier key's base64 cannot be read.");
    }
  }

  public String name() {
    return name;
  }

  /** Tells keys of one name apart; too short to be more than that. */
  int id() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update((name + "\n").getBytes(UTF_8));
      digest.update(type);
      return ByteBuffer.wrap(digest.digest(key)).getInt();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether the line names this key; whether it is right is another question. */
  public boolean isOf(NoteSignature signature) {
    return signature.name().equals(name) && signature.keyId() == id();
  }

  /** Whether a signature line of this key is right for the text. */
  public boolean verifies(String text, NoteSignature signature) {
    var bytes = signature.bytes();
    if (!isOf(signature)) {
      return false;
    }
    if (type == NOTE) {
      return bytes.length == Ed25519.SIGNATURE_BYTES
          && Ed25519.verifies(key, text.getBytes(UTF_8), bytes);
    }
    if (bytes.length != Long.BYTES + Ed25519.SIGNATURE_BYTES) {
      return false;
    }
    long seconds = ByteBuffer.wrap(bytes).getLong();
    return seconds >= 0
        && Ed25519.verifies(
            key,
            cosigned(text, seconds).getBytes(UTF_8),
            Arrays.copyOfRange(bytes, Long.BYTES, bytes.length));
  }

  static String cosigned(String text, long seconds) {
    return "cosignature/v1\ntime " + seconds + "\n" + text;
  }

  @Override
  public String toString() {
    var typed = new ByteArrayOutputStream();
    typed.write(type);
    typed.writeBytes(key);
    return name
        + "+"
        + HexFormat.of().toHexDigits(id())
        + "+"
        + Base64.getEncoder().encodeToString(typed.toByteArray());
  }
}
