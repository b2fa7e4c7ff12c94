-- Incidents are seen by those they reach. Every table that reveals one carries the answer (reach, bars),
-- so that a policy compares integers; every index that a search walks holds them, so that it reads no
-- row only to learn that it may not be shown.
-- Incidents stored before are seen by their owner alone until they are amended.

-- The checks of constraints ask as well.
SELECT viewer_enters('system:migrating');

ALTER TABLE incident
  ADD COLUMN reach int NOT NULL DEFAULT 0,
  ADD COLUMN bars int NOT NULL DEFAULT 0,
  -- Who sees it and who is barred, and why, in words: for the owner.
  ADD COLUMN audience jsonb NOT NULL DEFAULT '{"marking":"TLP:RED","shared":false}',
  -- What those it is shared with count and are told as its last change: edits that they cannot see
  -- must not show in a number. 0 and NULL until it is shared for the first time.
  ADD COLUMN shared_revision int NOT NULL DEFAULT 0,
  ADD COLUMN shared_at timestamptz,
  ADD COLUMN shared_summary jsonb;

ALTER TABLE incident_revision
  -- Who may see this revision, beside seeing the incident as it stands now.
  ADD COLUMN reach int NOT NULL DEFAULT 0,
  ADD COLUMN shared_revision int NOT NULL DEFAULT 0;

ALTER TABLE incident_facet
  ADD COLUMN reach int NOT NULL DEFAULT 0,
  ADD COLUMN bars int NOT NULL DEFAULT 0;

ALTER TABLE incident DROP CONSTRAINT incident_pkey CASCADE;
ALTER TABLE incident ADD PRIMARY KEY (id)
  INCLUDE (owner, reach, bars, updated_at, shared_at, earliest, latest, recorded_at);
ALTER TABLE incident ADD FOREIGN KEY (replaced_by) REFERENCES incident;
ALTER TABLE incident_revision ADD FOREIGN KEY (incident) REFERENCES incident;
ALTER TABLE incident_external_id ADD FOREIGN KEY (incident) REFERENCES incident;
ALTER TABLE incident_facet ADD FOREIGN KEY (incident) REFERENCES incident;

-- The parts that are marked more strictly than their record, such as 'sources/s1', and whom each reaches.
CREATE TABLE incident_part (
  incident uuid NOT NULL REFERENCES incident,
  revision int NOT NULL,
  part text COLLATE "C" NOT NULL,
  owner uuid NOT NULL,
  reach int NOT NULL,
  PRIMARY KEY (incident, revision, part)
);

-- Who never sees an incident, and since when: adding a bar is one act, lifting one takes two people.
CREATE TABLE incident_bar (
  incident uuid NOT NULL REFERENCES incident,
  principal text COLLATE "C" NOT NULL,
  owner uuid NOT NULL,
  since timestamptz NOT NULL,
  lift_proposed_by text,
  lift_reason text,
  PRIMARY KEY (incident, principal)
);

ALTER TABLE incident_facet DROP CONSTRAINT incident_facet_pkey;
ALTER TABLE incident_facet
  ADD PRIMARY KEY (owner, facet, value, incident) INCLUDE (reach, bars);
CREATE INDEX incident_facet_shared ON incident_facet (reach, facet, value, incident)
  INCLUDE (owner, bars) WHERE reach > 0;
ALTER TABLE incident_facet ALTER reach SET (n_distinct = 1);

ALTER TABLE incident ALTER reach SET (n_distinct = 1);
DROP INDEX incident_by_update, incident_by_occurrence, incident_by_end, incident_by_recording;
CREATE INDEX incident_by_update ON incident (owner, updated_at, id)
  INCLUDE (earliest, latest, reach, bars);
CREATE INDEX incident_by_occurrence ON incident (owner, earliest, id)
  INCLUDE (latest, updated_at, reach, bars);
CREATE INDEX incident_by_end ON incident (owner, latest, id)
  INCLUDE (earliest, updated_at, reach, bars);
CREATE INDEX incident_by_recording ON incident (owner, recorded_at, id)
  INCLUDE (earliest, latest, updated_at, reach, bars) WHERE recorded_at IS NOT NULL;
CREATE INDEX incident_shared_by_update ON incident (reach, shared_at, id)
  INCLUDE (owner, bars, earliest, latest) WHERE reach > 0;
CREATE INDEX incident_shared_by_occurrence ON incident (reach, earliest, id)
  INCLUDE (owner, bars, latest, shared_at) WHERE reach > 0;
CREATE INDEX incident_shared_by_end ON incident (reach, latest, id)
  INCLUDE (owner, bars, earliest, shared_at) WHERE reach > 0;
CREATE INDEX incident_shared_by_recording ON incident (reach, recorded_at, id)
  INCLUDE (owner, bars, earliest, latest, shared_at) WHERE reach > 0;

CALL protect_by_audience('incident');
CALL protect_by_audience('incident_facet');

-- A revision, or a part, is seen by whom it reaches among those who see the incident as it stands.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['incident_revision', 'incident_part'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('DROP POLICY IF EXISTS own ON %I', t);
    EXECUTE format('CREATE POLICY own ON %I USING (owner = (SELECT viewer_agency()))
      WITH CHECK (owner = (SELECT viewer_agency()))', t);
    EXECUTE format('CREATE POLICY shared ON %I FOR SELECT
      USING (reach = ANY ((SELECT viewer_reaches())::int[]))', t);
    EXECUTE format('CREATE POLICY barred ON %I AS RESTRICTIVE FOR SELECT
      USING (owner = (SELECT viewer_agency())
        OR EXISTS (SELECT FROM incident i WHERE i.id = %I.incident))', t, t);
  END LOOP;
END $$;
ALTER TABLE incident_bar ENABLE ROW LEVEL SECURITY;
ALTER TABLE incident_bar FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON incident_bar
  USING (owner = (SELECT viewer_agency())) WITH CHECK (owner = (SELECT viewer_agency()));

GRANT SELECT, INSERT ON incident_part TO "${app}";
GRANT SELECT, INSERT, UPDATE, DELETE ON incident_bar TO "${app}";

-- A reader whose cursor leads to an entry that it can no longer see goes on from there all the same.
CREATE POLICY resuming ON ledger_entry FOR SELECT USING ((SELECT viewer_is_system('resuming')));
