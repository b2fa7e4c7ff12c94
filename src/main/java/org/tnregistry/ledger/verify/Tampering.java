package org.tnregistry.ledger.verify;

/** What does not agree with the checkpoint: the first of it that was found. */
final class Tampering extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param row table and key
   * @param what in words, without any stored value
   */
  Tampering(String row, String what) {
    super(row + ": " + what);
  }
}
