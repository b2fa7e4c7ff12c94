package org.tnregistry.incident.dispute;

import org.tnregistry.ledger.StoredContent;

/** A dispute as it was filed, its answer and its withdrawal, as three revisions of one subject. */
public final class DisputeContent implements StoredContent {
  @Override
  public String subjectKind() {
    return "dispute";
  }

  @Override
  public String table() {
    return "incident_dispute";
  }

  @Override
  public String query() {
    return """
        SELECT subject, revision, content::text AS content FROM (
        SELECT id AS subject, 1 AS revision,
          jsonb_strip_nulls(jsonb_build_object('incident', incident, 'owner', owner, 'kind', kind,
              'pointer', pointer, 'filedAt', extract(epoch FROM filed_at), 'filedBy', filed_by))
            || jsonb_build_object('statement', statement, 'sources', sources) AS content
        FROM incident_dispute
        UNION ALL
        SELECT dispute, CASE act WHEN 'answered' THEN 2 ELSE 3 END,
          jsonb_strip_nulls(jsonb_build_object('owner', owner, 'outcome', outcome,
            'reason', reason, 'at', extract(epoch FROM at), 'actor', actor))
        FROM incident_dispute_act) AS acts
        """;
  }
}
