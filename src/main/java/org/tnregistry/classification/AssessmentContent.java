package org.tnregistry.classification;

import org.tnregistry.ledger.StoredContent;

/** An assessment as it was made: what is written of it later follows as further revisions. */
public final class AssessmentContent implements StoredContent {
  @Override
  public String subjectKind() {
    return "assessment";
  }

  @Override
  public String table() {
    return "assessment";
  }

  @Override
  public String query() {
    return """
        SELECT id AS subject, 1 AS revision,
          (jsonb_strip_nulls(jsonb_build_object('incident', incident, 'owner', owner,
              'definition', definition, 'definitionVersion', definition_version, 'state', state,
              'madeAt', extract(epoch FROM made_at), 'madeBy', made_by, 'supersedes', supersedes))
            || jsonb_build_object('answers', answers))::text AS content
        FROM assessment
        """;
  }

  @Override
  public boolean keepsEveryRevision() {
    return true;
  }
}
