package org.tnregistry.classification;

import org.tnregistry.ledger.StoredContent;

/**
 * An assessment as it was made, its confirmation and its withdrawal, as revisions of one subject.
 */
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
        SELECT subject, revision, content::text AS content FROM (
        SELECT id AS subject, 1 AS revision,
          (jsonb_strip_nulls(jsonb_build_object('incident', incident, 'owner', owner,
              'definition', definition, 'definitionVersion', definition_version, 'state', state,
              'madeAt', extract(epoch FROM made_at), 'madeBy', made_by, 'supersedes', supersedes))
            || jsonb_build_object('answers', answers)) AS content
        FROM assessment
        UNION ALL
        SELECT assessment, CASE act WHEN 'confirmed' THEN 2 ELSE 3 END,
          jsonb_strip_nulls(jsonb_build_object('owner', owner, 'reason', reason,
            'at', extract(epoch FROM at), 'actor', actor))
        FROM assessment_act) AS acts
        """;
  }

  /** The state that it was made on counts what its author does not see. */
  @Override
  public boolean isKnownToItsAuthor(int revision) {
    return revision != 1;
  }
}
