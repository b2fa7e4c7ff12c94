package org.tnregistry.access.membership;

import org.tnregistry.ledger.StoredContent;

/** Who was let into a group of those that records are shared with, and who was put out. */
public final class GroupContent implements StoredContent {
  @Override
  public String subjectKind() {
    return "group-change";
  }

  @Override
  public String table() {
    return "sharing_group_change";
  }

  @Override
  public String query() {
    return """
        SELECT id AS subject, 1 AS revision,
          jsonb_strip_nulls(jsonb_build_object('group', sharing_group, 'act', act,
            'agency', agency, 'reason', reason, 'at', extract(epoch FROM at),
            'actor', actor))::text AS content
        FROM sharing_group_change
        """;
  }
}
