package org.tnregistry.shared.crypto;

/**
 * A data key as the database keeps it.
 *
 * @param master which master key wrapped it
 */
@SuppressWarnings("ArrayRecordComponent")
public record WrappedKey(String master, byte[] bytes) {}
