package org.tnregistry.ledger.publication;

import org.tnregistry.ledger.StoredContent;

/** The keys of witnesses: who could exchange one could cosign in its place. */
public final class WitnessContent implements StoredContent {
  @Override
  public String subjectKind() {
    return "witness";
  }

  @Override
  public String table() {
    return "ledger_witness";
  }

  @Override
  public String query() {
    return "SELECT id AS subject, 1 AS revision,"
        + " jsonb_build_object('verifierKey', verifier_key)::text AS content FROM ledger_witness";
  }
}
