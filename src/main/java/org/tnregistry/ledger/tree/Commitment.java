package org.tnregistry.ledger.tree;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/**
 * A promise of a content that says nothing of it: SHA-256 over 32 random bytes and the content's
 * canonical JSON. With the salt it proves the content; without, nobody can tell by trying whether a
 * guess is right. Destroying the salt is forgetting.
 */
public final class Commitment {
  private static final int SALT_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] hash;
  private final byte[] salt;

  public Commitment(byte[] hash, byte[] salt) {
    this.hash = hash.clone();
    this.salt = salt.clone();
  }

  /**
   * A new promise, with a salt of its own.
   *
   * @param content JSON
   */
  public static Commitment to(String content) {
    var salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return new Commitment(hash(salt, content), salt);
  }

  public byte[] hash() {
    return hash.clone();
  }

  public byte[] salt() {
    return salt.clone();
  }

  /**
   * Whether it is this content that was promised.
   *
   * @throws IllegalStateException when the content is no JSON within the registry's bounds
   */
  public boolean isTo(String content) {
    return MessageDigest.isEqual(hash, hash(salt, content));
  }

  private static byte[] hash(byte[] salt, String content) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      return digest.digest(CanonicalJson.of(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
