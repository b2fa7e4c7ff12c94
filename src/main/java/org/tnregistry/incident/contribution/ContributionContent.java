package org.tnregistry.incident.contribution;

import org.tnregistry.ledger.StoredContent;

/** A contribution as it was filed and each act on it, as revisions of one subject. */
public final class ContributionContent implements StoredContent {
  @Override
  public String subjectKind() {
    return "contribution";
  }

  @Override
  public String table() {
    return "incident_contribution";
  }

  @Override
  public String query() {
    return """
        SELECT subject, revision, content::text AS content FROM (
        SELECT id AS subject, 1 AS revision,
          jsonb_build_object('incident', incident, 'owner', owner, 'ownerOnly', owner_only,
            'bars', bars, 'barred', barred, 'parts', parts, 'anchors', anchors, 'reason', reason,
            'filedAt', extract(epoch FROM filed_at), 'filedBy', filed_by) AS content
        FROM incident_contribution
        UNION ALL
        SELECT contribution, 1 + step,
          jsonb_build_object('act', act, 'owner', owner, 'reason', reason,
            'at', extract(epoch FROM at), 'actor', actor)
        FROM incident_contribution_act) AS acts
        """;
  }
}
