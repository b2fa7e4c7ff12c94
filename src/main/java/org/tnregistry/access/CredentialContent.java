package org.tnregistry.access;

import org.tnregistry.ledger.StoredContent;

/** Who could exchange the hash of a token, or undo a revocation, could enter as somebody else. */
public final class CredentialContent implements StoredContent {
  @Override
  public String subjectKind() {
    return "credential";
  }

  @Override
  public String table() {
    return "credential";
  }

  @Override
  public String query() {
    return """
        SELECT id AS subject, 1 AS revision,
          jsonb_build_object('agency', agency, 'person', person,
            'tokenHash', encode(token_hash, 'hex'), 'permissions', permissions,
            'expiresAt', extract(epoch FROM expires_at))::text AS content
        FROM credential
        UNION ALL
        SELECT id, 2, jsonb_build_object('revokedAt', extract(epoch FROM revoked_at),
            'revokedBy', revoked_by, 'reason', revocation_reason)::text
        FROM credential WHERE revoked_at IS NOT NULL
        """;
  }
}
