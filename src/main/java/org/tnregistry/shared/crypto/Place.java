package org.tnregistry.shared.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Where a ciphertext stands. It is authenticated with it, so that a ciphertext that was moved to
 * another row, column or table does not open.
 *
 * @param row the key of the row
 */
public record Place(String table, String column, String row) {
  byte[] bytes() {
    return (table + '\n' + column + '\n' + row).getBytes(UTF_8);
  }
}
