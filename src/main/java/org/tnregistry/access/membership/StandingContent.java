package org.tnregistry.access.membership;

import org.tnregistry.ledger.StoredContent;

/** Which agencies were suspended or quarantined, by whom and why. */
public final class StandingContent implements StoredContent {
  @Override
  public String subjectKind() {
    return "agency-standing";
  }

  @Override
  public String table() {
    return "agency_standing";
  }

  @Override
  public String query() {
    return """
        SELECT id AS subject, 1 AS revision,
          jsonb_build_object('agency', agency, 'suspended', suspended,
            'quarantined', quarantined, 'reason', reason, 'at', extract(epoch FROM at),
            'actor', actor)::text AS content
        FROM agency_standing
        """;
  }
}
