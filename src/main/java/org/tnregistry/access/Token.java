package org.tnregistry.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret of a credential: {@code tnr_} and 256 random bits in base64url. The prefix lets secret
 * scanners find a leaked one. Only its SHA-256 is ever stored.
 */
final class Token {
  static final String PREFIX = "tnr_";
  private static final SecureRandom RANDOM = new SecureRandom();

  private Token() {}

  static String random() {
    var bits = new byte[32];
    RANDOM.nextBytes(bits);
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
