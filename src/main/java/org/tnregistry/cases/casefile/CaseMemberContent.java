package org.tnregistry.cases.casefile;

import org.tnregistry.ledger.StoredContent;

/** That an incident was put in a case file, and that it was taken out, as two revisions. */
public final class CaseMemberContent implements StoredContent {
  @Override
  public String subjectKind() {
    return "case-member";
  }

  @Override
  public String table() {
    return "case_member";
  }

  @Override
  public String query() {
    return """
        SELECT subject, revision, content::text AS content FROM (
        SELECT id AS subject, 1 AS revision,
          jsonb_build_object('case', case_file, 'incident', incident, 'owner', owner,
            'reason', reason, 'addedAt', extract(epoch FROM added_at), 'addedBy', added_by)
            AS content
        FROM case_member
        UNION ALL
        SELECT id, 2,
          jsonb_build_object('remover', remover, 'reason', removal_reason,
            'removedAt', extract(epoch FROM removed_at), 'removedBy', removed_by)
        FROM case_member WHERE removed_at IS NOT NULL) AS acts
        """;
  }
}
