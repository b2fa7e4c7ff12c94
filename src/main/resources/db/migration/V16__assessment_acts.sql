-- A second person of the agency stands behind an assessment, or the agency withdraws it: each once, for ever.

CREATE TABLE assessment_act (
  assessment uuid NOT NULL REFERENCES assessment,
  act text NOT NULL CHECK (act IN ('confirmed', 'withdrawn')),
  owner uuid NOT NULL REFERENCES agency,
  reason text,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  PRIMARY KEY (assessment, act)
);

ALTER TABLE assessment_act ENABLE ROW LEVEL SECURITY;
ALTER TABLE assessment_act FORCE ROW LEVEL SECURITY;

CREATE POLICY with_assessment ON assessment_act FOR SELECT
  USING ((SELECT viewer_setting()) IS NOT NULL
    AND EXISTS (SELECT FROM assessment s WHERE s.id = assessment));
-- Nobody confirms what they made, whatever the service says.
CREATE POLICY acting ON assessment_act FOR INSERT
  WITH CHECK (owner = (SELECT viewer_agency())
    AND EXISTS (SELECT FROM assessment s WHERE s.id = assessment AND s.owner = (SELECT viewer_agency())
      AND (act <> 'confirmed' OR s.made_by <> actor)));
CREATE POLICY verifying ON assessment_act FOR SELECT USING ((SELECT viewer_is_system('verifying')));
-- Never edited, never deleted.
GRANT SELECT, INSERT ON assessment_act TO "${app}";
