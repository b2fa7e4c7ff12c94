package org.tnregistry.access;

import org.tnregistry.ledger.StoredContent;

/** What an agency is decides what reaches it: its kind and jurisdiction never change. */
public final class AgencyContent implements StoredContent {
  @Override
  public String subjectKind() {
    return "agency";
  }

  @Override
  public String table() {
    return "agency";
  }

  @Override
  public String query() {
    return """
        SELECT id AS subject, 1 AS revision,
          jsonb_strip_nulls(jsonb_build_object('handle', handle, 'name', name, 'kind', kind,
            'jurisdiction', jurisdiction, 'demo', demo))::text AS content
        FROM agency
        """;
  }
}
