package org.tnregistry.shared.crypto;

/**
 * Wraps data keys with a key that never enters the database. The seam for a key management service:
 * it needs to know no more than this. Implementations are thread-safe.
 */
public interface MasterKey {
  WrappedKey wrap(byte[] dataKey);

  /**
   * @throws CryptoException when the master key that wrapped it is not there
   */
  byte[] unwrap(WrappedKey key);

  /** Which master key wraps now. */
  String current();
}
