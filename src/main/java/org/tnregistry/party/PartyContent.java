package org.tnregistry.party;

import org.tnregistry.ledger.StoredContent;

/** Where the ledger finds the last state of each party: its document, and its identity sealed. */
public final class PartyContent implements StoredContent {
  @Override
  public String subjectKind() {
    return "party";
  }

  @Override
  public String table() {
    return "party";
  }

  @Override
  public String query() {
    return """
        SELECT p.id AS subject, p.revision,
          (jsonb_strip_nulls(jsonb_build_object(
              'sealedIdentity', encode(sha256(i.ciphertext), 'hex')))
            || jsonb_build_object('document', p.document))::text AS content
        FROM party p LEFT JOIN party_identity i ON i.party = p.id
        """;
  }

  @Override
  public boolean keepsEveryRevision() {
    return false;
  }
}
