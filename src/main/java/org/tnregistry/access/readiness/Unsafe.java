package org.tnregistry.access.readiness;

/**
 * Something that must not be in production.
 *
 * @param property what the operator changes
 */
record Unsafe(String property, String reason) {
  @Override
  public String toString() {
    return property + " is refused: " + reason;
  }
}
