-- An incident is one document with an index beside it: a read of one record is one row, and the facets
-- exist only to search and count.

CREATE TABLE incident (
  id uuid,
  reference text NOT NULL UNIQUE,
  owner uuid NOT NULL REFERENCES agency,
  status text NOT NULL,
  revision int NOT NULL,
  schema_version text NOT NULL,
  document jsonb NOT NULL,
  -- What a list shows, made when the document is written: a page of a list parses no document.
  summary jsonb NOT NULL,
  -- Bounds of the period; 0001-01-01 or 9999-12-31 where it is open or unknown.
  earliest date NOT NULL,
  latest date NOT NULL,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  updated_at timestamptz NOT NULL,
  -- Author of the latest document: recording takes somebody else.
  amended_by text NOT NULL,
  submitted_by text,
  recorded_at timestamptz,
  -- Why it was withdrawn or merged, and into what: such a record keeps answering.
  closing_reason text,
  replaced_by uuid,
  -- A search that begins at the facets reads owner and sort keys here and not in the wide rows.
  PRIMARY KEY (id) INCLUDE (owner, updated_at, earliest, latest, recorded_at),
  FOREIGN KEY (replaced_by) REFERENCES incident
);
-- Each sort with what the other filters ask, so that a walk past incidents that do not match reads
-- no row of them.
CREATE INDEX incident_by_update ON incident (owner, updated_at, id) INCLUDE (earliest, latest);
CREATE INDEX incident_by_occurrence ON incident (owner, earliest, id) INCLUDE (latest, updated_at);
CREATE INDEX incident_by_end ON incident (owner, latest, id) INCLUDE (earliest, updated_at);
CREATE INDEX incident_by_recording ON incident (owner, recorded_at, id)
  INCLUDE (earliest, latest, updated_at) WHERE recorded_at IS NOT NULL;
-- When it plans, the server does not know who is asking, and takes every agency for an average one.
-- Where one owns most, that is wrong by the number of agencies. With one distinct value it plans for
-- the largest, which costs the others nothing.
ALTER TABLE incident ALTER owner SET (n_distinct = 1);

CREATE TABLE incident_revision (
  incident uuid NOT NULL REFERENCES incident,
  revision int NOT NULL,
  owner uuid NOT NULL,
  act text NOT NULL,
  status text NOT NULL,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  reason text,
  replaced_by uuid,
  schema_version text NOT NULL,
  document jsonb NOT NULL,
  PRIMARY KEY (incident, revision)
);
CREATE INDEX incident_revision_as_of ON incident_revision (incident, at);

CREATE TABLE incident_external_id (
  owner uuid NOT NULL,
  external_id text NOT NULL,
  incident uuid NOT NULL REFERENCES incident,
  PRIMARY KEY (owner, external_id)
);
CREATE INDEX incident_external_id_of ON incident_external_id (incident);

-- One table with plain equality on (owner, facet, value): operators on arrays, jsonb and text search are
-- not leak-proof and would be evaluated after the policy, row by row (docs/adr/0003).
CREATE TABLE incident_facet (
  owner uuid NOT NULL,
  -- Compared for equality only: bytes do, and are much cheaper than the order of a language.
  facet text COLLATE "C" NOT NULL,
  value text COLLATE "C" NOT NULL,
  incident uuid NOT NULL REFERENCES incident,
  PRIMARY KEY (owner, facet, value, incident)
);
CREATE INDEX incident_facet_of ON incident_facet (incident, facet);
ALTER TABLE incident_facet ALTER owner SET (n_distinct = 1);
-- Facet and value depend on each other wholly; without this the planner multiplies their frequencies.
CREATE STATISTICS incident_facet_values (mcv, dependencies, ndistinct) ON facet, value FROM incident_facet;
ALTER STATISTICS incident_facet_values SET STATISTICS 1000;
-- An index-only scan needs the visibility map, which vacuum makes; by default inserts wait for a fifth
-- of the table.
ALTER TABLE incident SET (autovacuum_vacuum_insert_scale_factor = 0.02);
ALTER TABLE incident_facet SET (autovacuum_vacuum_insert_scale_factor = 0.02);

ALTER TABLE incident ENABLE ROW LEVEL SECURITY;
ALTER TABLE incident FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON incident
  USING (owner = (SELECT viewer_agency())) WITH CHECK (owner = (SELECT viewer_agency()));
ALTER TABLE incident_revision ENABLE ROW LEVEL SECURITY;
ALTER TABLE incident_revision FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON incident_revision
  USING (owner = (SELECT viewer_agency())) WITH CHECK (owner = (SELECT viewer_agency()));
ALTER TABLE incident_external_id ENABLE ROW LEVEL SECURITY;
ALTER TABLE incident_external_id FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON incident_external_id
  USING (owner = (SELECT viewer_agency())) WITH CHECK (owner = (SELECT viewer_agency()));
ALTER TABLE incident_facet ENABLE ROW LEVEL SECURITY;
ALTER TABLE incident_facet FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON incident_facet
  USING (owner = (SELECT viewer_agency())) WITH CHECK (owner = (SELECT viewer_agency()));

GRANT SELECT, INSERT, UPDATE ON incident TO "${app}";
-- Revisions are history: no UPDATE, no DELETE.
GRANT SELECT, INSERT ON incident_revision TO "${app}";
GRANT SELECT, INSERT, DELETE ON incident_external_id, incident_facet TO "${app}";
