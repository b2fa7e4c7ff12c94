package org.tnregistry.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Base64;
import java.util.List;

/** An Ed25519 key that signs under a name. */
public final class NoteSigner {
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";

  private final String name;
  private final KeyPair keys;

  private NoteSigner(String name, KeyPair keys) {
    this.name = name;
    this.keys = keys;
  }

  /**
   * @param pem a private key in PKCS#8, as {@code openssl genpkey -algorithm ed25519} writes it
   * @throws NoteException when it is none of Ed25519, or the name is none for a key
   */
  public static NoteSigner of(String name, String pem) throws NoteException {
    if (!VerifierKey.isName(name)) {
      throw new NoteException("The name of a key has no spaces and no plus sign.");
    }
    int begin = pem.indexOf(BEGIN);
    int end = pem.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new NoteException("There is no private key in PKCS#8 PEM form.");
    }
    try {
      var encoded = Base64.getMimeDecoder().decode(pem.substring(begin + BEGIN.length(), end));
      return new NoteSigner(name, Ed25519.pair(encoded));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new NoteException("The private key is not one of Ed25519.");
    }
  }

  /** A new private key, in PKCS#8 PEM form. */
  public static String newKey() {
    try {
      var encoded = Ed25519.generate().getPrivate().getEncoded();
      return BEGIN + "\n" + Base64.getMimeEncoder().encodeToString(encoded) + "\n" + END + "\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** For those who check signatures of notes. */
  public VerifierKey verifierKey() {
    return key(VerifierKey.NOTE);
  }

  /** For those who check cosignatures of checkpoints. */
  public VerifierKey cosignatureKey() {
    return key(VerifierKey.COSIGNATURE);
  }

  private VerifierKey key(byte type) {
    return new VerifierKey(name, type, Ed25519.bytes(keys.getPublic()));
  }

  /**
   * @param text ends with a line feed
   */
  public SignedNote sign(String text) {
    var signature = sign(text.getBytes(UTF_8));
    return new SignedNote(text, List.of(NoteSignature.of(verifierKey(), signature)));
  }

  /**
   * As a witness does that has seen the checkpoint at that time.
   *
   * @param text the checkpoint's, without signatures
   * @param seconds since 1970 began, in UTC
   */
  public NoteSignature cosign(String text, long seconds) {
    var signature = sign(VerifierKey.cosigned(text, seconds).getBytes(UTF_8));
    var stamped = ByteBuffer.allocate(Long.BYTES + signature.length);
    return NoteSignature.of(cosignatureKey(), stamped.putLong(seconds).put(signature).array());
  }

  private byte[] sign(byte[] message) {
    try {
      return Ed25519.sign(keys.getPrivate(), message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
