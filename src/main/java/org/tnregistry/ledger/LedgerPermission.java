package org.tnregistry.ledger;

/** What the ledger's operations take; features above list them among what a member may do. */
public final class LedgerPermission {
  /** To fetch receipts of one's own agency's writes, and proofs. */
  public static final String READ = "ledger:read";

  /** To register a key of one's agency as a witness, and to cosign checkpoints with it. */
  public static final String WITNESS = "ledger:witness";

  private LedgerPermission() {}
}
