package org.tnregistry.ledger.publication;

import org.tnregistry.shared.problem.ProblemType;

/** What can be wrong with a question to the ledger, or with what a witness sends. */
enum LedgerProblem implements ProblemType {
  RECEIPT_NOT_YET("receipt-not-yet", 409, "The write is not under a signed checkpoint yet"),
  MALFORMED_NOTE("malformed-note", 400, "The body is not a signed checkpoint"),
  WITNESS_KEY_TAKEN("witness-key-taken", 409, "This verifier key is already registered"),
  UNKNOWN_CHECKPOINT("unknown-checkpoint", 422, "This ledger has not signed such a checkpoint"),
  COSIGNATURE_UNVERIFIED(
      "cosignature-unverified",
      422,
      "No signature of a key that your agency registered is right for this checkpoint"),
  COSIGNATURE_STALE(
      "cosignature-stale", 409, "The witness has already cosigned a larger checkpoint");

  private final String slug;
  private final int status;
  private final String title;

  LedgerProblem(String slug, int status, String title) {
    this.slug = slug;
    this.status = status;
    this.title = title;
  }

  @Override
  public String slug() {
    return slug;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public int retryAfterSeconds() {
    return this == RECEIPT_NOT_YET ? 60 : 0;
  }
}
