-- Case files group incidents of any owners. What a case file says is its owner's and is shared like a record;
-- what is in it is seen by those who see the case file and the incident.

CREATE TABLE case_file (
  id uuid PRIMARY KEY,
  reference text NOT NULL UNIQUE,
  owner uuid NOT NULL REFERENCES agency,
  kind text NOT NULL,
  revision int NOT NULL,
  reach int NOT NULL,
  bars int NOT NULL,
  document jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  updated_at timestamptz NOT NULL,
  closed_at timestamptz,
  closing_reason text
);
CREATE INDEX case_file_recent ON case_file (created_at, id) INCLUDE (owner, reach, bars);
CALL protect_by_audience('case_file');
GRANT SELECT, INSERT ON case_file TO "${app}";
GRANT UPDATE (kind, revision, reach, bars, document, updated_at, closed_at, closing_reason) ON case_file TO "${app}";

-- That an agency put an incident in a case file, and that it was taken out again.
CREATE TABLE case_member (
  id uuid PRIMARY KEY,
  case_file uuid NOT NULL REFERENCES case_file,
  incident uuid NOT NULL REFERENCES incident,
  -- The agency that put it there.
  owner uuid NOT NULL REFERENCES agency,
  reason text NOT NULL,
  added_at timestamptz NOT NULL,
  added_by text NOT NULL,
  removed_at timestamptz,
  removed_by text,
  -- The agency that took it out.
  remover uuid REFERENCES agency,
  removal_reason text,
  CHECK ((removed_at IS NULL) = (removal_reason IS NULL))
);
CREATE INDEX case_member_of ON case_member (case_file, added_at, id);
CREATE INDEX case_member_incident ON case_member (incident);
-- Each agency says for itself what belongs together, so that what another one said is no matter to it.
CREATE UNIQUE INDEX case_member_stands ON case_member (case_file, incident, owner) WHERE removed_at IS NULL;

ALTER TABLE case_member ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_member FORCE ROW LEVEL SECURITY;
CREATE POLICY with_case_and_incident ON case_member FOR SELECT
  USING ((owner = (SELECT viewer_agency()) OR owner <> ALL ((SELECT viewer_quarantined())::uuid[]))
    AND EXISTS (SELECT FROM case_file c WHERE c.id = case_file)
    AND EXISTS (SELECT FROM incident i WHERE i.id = incident));
CREATE POLICY adding ON case_member FOR INSERT
  WITH CHECK (owner = (SELECT viewer_agency())
    AND EXISTS (SELECT FROM case_file c WHERE c.id = case_file)
    AND EXISTS (SELECT FROM incident i WHERE i.id = incident));
CREATE POLICY removing ON case_member FOR UPDATE
  USING (removed_at IS NULL AND (owner = (SELECT viewer_agency())
    OR EXISTS (SELECT FROM case_file c WHERE c.id = case_file AND c.owner = (SELECT viewer_agency()))))
  WITH CHECK (remover = (SELECT viewer_agency()));
CREATE POLICY verifying ON case_file FOR SELECT USING ((SELECT viewer_is_system('verifying')));
CALL let_through('case_file', 'verifying');
CREATE POLICY verifying ON case_member FOR SELECT USING ((SELECT viewer_is_system('verifying')));
GRANT SELECT, INSERT ON case_member TO "${app}";
GRANT UPDATE (removed_at, removed_by, remover, removal_reason) ON case_member TO "${app}";

-- The registry itself, when an incident gets new bars: what its owner wrote about it in a case file is not for
-- those it is barred from.
CREATE POLICY barring ON case_file USING ((SELECT viewer_is_system('barring-cases')))
  WITH CHECK ((SELECT viewer_is_system('barring-cases')));
CREATE POLICY barring ON case_member FOR SELECT USING ((SELECT viewer_is_system('barring-cases')));
CREATE POLICY barring_cases ON incident FOR SELECT USING ((SELECT viewer_is_system('barring-cases')));
CREATE POLICY barring_cases ON bar_set FOR INSERT WITH CHECK ((SELECT viewer_is_system('barring-cases')));
CREATE POLICY barring_cases ON bar_principal FOR INSERT WITH CHECK ((SELECT viewer_is_system('barring-cases')));
