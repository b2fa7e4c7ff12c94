package org.tnregistry.definition;

import org.tnregistry.ledger.StoredContent;

/** A version of an agency's definition as it was published: each is a subject of its own. */
public final class DefinitionContent implements StoredContent {
  @Override
  public String subjectKind() {
    return "definition";
  }

  @Override
  public String table() {
    return "agency_definition";
  }

  @Override
  public String query() {
    return """
        SELECT id AS subject, 1 AS revision,
          jsonb_build_object('definition', definition, 'version', version, 'owner', owner,
            'content', content, 'publishedAt', extract(epoch FROM published_at),
            'publishedBy', published_by)::text AS content
        FROM agency_definition
        """;
  }
}
