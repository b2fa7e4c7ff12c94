package org.tnregistry.shared.crypto;

/** What is encrypted, with the wrapped key that opens it. Without the key it is gone. */
@SuppressWarnings("ArrayRecordComponent")
public record Sealed(WrappedKey key, byte[] ciphertext) {}
