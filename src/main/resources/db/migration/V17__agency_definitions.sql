-- Agencies judge by definitions of their own, which the registry does not ship: versioned, immutable once
-- published, and superseded by a later version only.

CREATE TABLE agency_definition (
  id uuid PRIMARY KEY,
  -- Begins with the handle of its agency and a dot, which no definition of the registry's own holds.
  definition text NOT NULL,
  -- 1, 2, ...: shown as 1.0, 2.0, ...
  version int NOT NULL CHECK (version > 0),
  owner uuid NOT NULL REFERENCES agency,
  content jsonb NOT NULL,
  published_at timestamptz NOT NULL,
  published_by text NOT NULL,
  UNIQUE (definition, version)
);
CREATE INDEX agency_definition_of ON agency_definition (owner);

ALTER TABLE agency_definition ENABLE ROW LEVEL SECURITY;
ALTER TABLE agency_definition FORCE ROW LEVEL SECURITY;

-- A shared vocabulary, read by anybody; what a quarantined agency says is hidden like all it posted.
CREATE POLICY published ON agency_definition FOR SELECT
  USING (owner = (SELECT viewer_agency()) OR owner <> ALL ((SELECT viewer_quarantined())::uuid[]));
-- Nobody publishes under the name of another agency, whatever the service says.
CREATE POLICY publishing ON agency_definition FOR INSERT
  WITH CHECK (owner = (SELECT viewer_agency())
    AND EXISTS (SELECT FROM agency a WHERE a.id = owner AND starts_with(definition, a.handle || '.')));
CREATE POLICY verifying ON agency_definition FOR SELECT USING ((SELECT viewer_is_system('verifying')));
-- Never edited, never deleted.
GRANT SELECT, INSERT ON agency_definition TO "${app}";
