-- Which verdicts change when an agency supersedes its definition, for the records that it sees: worked out in
-- the background, once, and read by that agency alone.

CREATE TABLE reevaluation (
  id uuid PRIMARY KEY,
  owner uuid NOT NULL REFERENCES agency,
  definition text NOT NULL,
  former int NOT NULL,
  version int NOT NULL,
  requested_at timestamptz NOT NULL,
  requested_by text NOT NULL,
  started_at timestamptz,
  finished_at timestamptz,
  -- How often a batch could not be evaluated; after some it is given up.
  failures int NOT NULL DEFAULT 0,
  -- Each version is compared once with the one it supersedes.
  UNIQUE (owner, definition, version)
);
CREATE INDEX reevaluation_open ON reevaluation (requested_at) WHERE finished_at IS NULL;

-- A row for each incident to evaluate: what is done and what is left survives any restart.
CREATE TABLE reevaluation_item (
  reevaluation uuid NOT NULL REFERENCES reevaluation,
  incident uuid NOT NULL REFERENCES incident,
  owner uuid NOT NULL REFERENCES agency,
  evaluated_at timestamptz,
  PRIMARY KEY (reevaluation, incident)
);

CREATE TABLE reevaluation_change (
  reevaluation uuid NOT NULL,
  incident uuid NOT NULL,
  owner uuid NOT NULL REFERENCES agency,
  -- Whose answers the verdicts follow from.
  assessor uuid NOT NULL REFERENCES agency,
  former_verdict text NOT NULL,
  verdict text NOT NULL,
  decided_by jsonb NOT NULL,
  PRIMARY KEY (reevaluation, incident, assessor),
  FOREIGN KEY (reevaluation, incident) REFERENCES reevaluation_item
);

ALTER TABLE reevaluation ENABLE ROW LEVEL SECURITY;
ALTER TABLE reevaluation FORCE ROW LEVEL SECURITY;
ALTER TABLE reevaluation_item ENABLE ROW LEVEL SECURITY;
ALTER TABLE reevaluation_item FORCE ROW LEVEL SECURITY;
ALTER TABLE reevaluation_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE reevaluation_change FORCE ROW LEVEL SECURITY;

CREATE POLICY own ON reevaluation
  USING (owner = (SELECT viewer_agency())) WITH CHECK (owner = (SELECT viewer_agency()));
-- The registry itself, to find whose turn it is. It evaluates in the name of that agency.
CREATE POLICY reevaluating ON reevaluation FOR SELECT
  USING (finished_at IS NULL AND (SELECT viewer_is_system('reevaluating')));
-- An incident that the agency no longer sees is neither listed nor counted, for the incident's own policies
-- apply to the sub-select.
CREATE POLICY own ON reevaluation_item
  USING (owner = (SELECT viewer_agency()) AND EXISTS (SELECT FROM incident i WHERE i.id = incident))
  WITH CHECK (owner = (SELECT viewer_agency())
    AND EXISTS (SELECT FROM reevaluation r WHERE r.id = reevaluation)
    AND EXISTS (SELECT FROM incident i WHERE i.id = incident));
-- Nor what a quarantined agency answered.
CREATE POLICY own ON reevaluation_change
  USING (owner = (SELECT viewer_agency())
    AND (assessor = owner OR assessor <> ALL ((SELECT viewer_quarantined())::uuid[]))
    AND EXISTS (SELECT FROM reevaluation_item t
      WHERE t.reevaluation = reevaluation_change.reevaluation AND t.incident = reevaluation_change.incident))
  WITH CHECK (owner = (SELECT viewer_agency()) AND EXISTS (SELECT FROM reevaluation_item t
      WHERE t.reevaluation = reevaluation_change.reevaluation AND t.incident = reevaluation_change.incident));

GRANT SELECT, INSERT ON reevaluation, reevaluation_item, reevaluation_change TO "${app}";
GRANT UPDATE (started_at, finished_at, failures) ON reevaluation TO "${app}";
GRANT UPDATE (evaluated_at) ON reevaluation_item TO "${app}";
