package org.tnregistry.cases.casefile;

import org.tnregistry.ledger.StoredContent;

/** Where the ledger finds the last state of each case file. */
public final class CaseContent implements StoredContent {
  @Override
  public String subjectKind() {
    return "case";
  }

  @Override
  public String table() {
    return "case_file";
  }

  @Override
  public String query() {
    return """
        SELECT id AS subject, revision,
          (jsonb_strip_nulls(jsonb_build_object('owner', owner, 'reference', reference,
              'createdAt', extract(epoch FROM created_at), 'createdBy', created_by,
              'closedAt', extract(epoch FROM closed_at), 'closingReason', closing_reason))
            || jsonb_build_object('document', document))::text AS content
        FROM case_file
        """;
  }

  @Override
  public boolean keepsEveryRevision() {
    return false;
  }
}
