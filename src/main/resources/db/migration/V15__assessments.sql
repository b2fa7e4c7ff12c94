-- Whoever sees a record says what it is under an official definition: the answers, never the verdict, which
-- follows from them and from the record.

CREATE TABLE assessment (
  id uuid PRIMARY KEY,
  incident uuid NOT NULL REFERENCES incident,
  -- The agency that assesses.
  owner uuid NOT NULL REFERENCES agency,
  definition text NOT NULL,
  definition_version text NOT NULL,
  -- The last revision of the record that its assessor could see, as the owner of the record counts.
  state int NOT NULL,
  answers jsonb NOT NULL,
  made_at timestamptz NOT NULL,
  made_by text NOT NULL,
  -- The former one of the same agency under the same definition; each is superseded once.
  supersedes uuid UNIQUE REFERENCES assessment
);
CREATE INDEX assessment_of ON assessment (incident, made_at, id);
-- Each agency has one chain of them under each definition, and so one that counts.
CREATE UNIQUE INDEX assessment_first ON assessment (incident, owner, definition) WHERE supersedes IS NULL;

ALTER TABLE assessment ENABLE ROW LEVEL SECURITY;
ALTER TABLE assessment FORCE ROW LEVEL SECURITY;

-- Seen by exactly those who see the incident, for its own policies apply to the sub-select. What a
-- quarantined agency says is hidden like all it posted.
CREATE POLICY with_incident ON assessment FOR SELECT
  USING ((owner = (SELECT viewer_agency()) OR owner <> ALL ((SELECT viewer_quarantined())::uuid[]))
    AND EXISTS (SELECT FROM incident i WHERE i.id = incident));
CREATE POLICY assessing ON assessment FOR INSERT
  WITH CHECK (owner = (SELECT viewer_agency()) AND EXISTS (SELECT FROM incident i WHERE i.id = incident));
CREATE POLICY verifying ON assessment FOR SELECT USING ((SELECT viewer_is_system('verifying')));
-- Never edited, never deleted.
GRANT SELECT, INSERT ON assessment TO "${app}";
