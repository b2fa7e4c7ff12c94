-- When an agency is quarantined, or joins or leaves a group, others lose or gain sight of records, and the
-- change feed must tell them. And whoever sees a record can dispute it without touching it.

-- The registry itself at telling who lost or gained sight: what is shared with somebody, and no drafts.
CREATE POLICY telling ON incident FOR SELECT
  USING (reach > 0 AND (SELECT viewer_is_system('telling')));

-- What a quarantined agency does meanwhile is told to nobody else: its release tells what stands then.
CREATE FUNCTION journal_of_a_quarantined_agency() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog
AS $$
BEGIN
  IF NEW.agency = public.viewer_agency() AND NEW.agency = ANY (public.viewer_quarantined()) THEN
    NEW.reach_before := 0;
    NEW.reach_after := 0;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER quarantine BEFORE INSERT ON journal
  FOR EACH ROW WHEN (NEW.reach_before > 0 OR NEW.reach_after > 0)
  EXECUTE FUNCTION journal_of_a_quarantined_agency();

CREATE TABLE incident_dispute (
  id uuid PRIMARY KEY,
  incident uuid NOT NULL REFERENCES incident,
  -- The agency that disputes.
  owner uuid NOT NULL REFERENCES agency,
  kind text NOT NULL,
  statement jsonb NOT NULL,
  pointer text,
  sources jsonb NOT NULL,
  filed_at timestamptz NOT NULL,
  filed_by text NOT NULL
);
CREATE INDEX incident_dispute_of ON incident_dispute (incident, filed_at, id);

-- One answer, one withdrawal, each for ever.
CREATE TABLE incident_dispute_act (
  dispute uuid NOT NULL REFERENCES incident_dispute,
  act text NOT NULL CHECK (act IN ('answered', 'withdrawn')),
  owner uuid NOT NULL REFERENCES agency,
  outcome text,
  reason text NOT NULL,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  PRIMARY KEY (dispute, act)
);

ALTER TABLE incident_dispute ENABLE ROW LEVEL SECURITY;
ALTER TABLE incident_dispute FORCE ROW LEVEL SECURITY;
ALTER TABLE incident_dispute_act ENABLE ROW LEVEL SECURITY;
ALTER TABLE incident_dispute_act FORCE ROW LEVEL SECURITY;

-- Seen by exactly those who see the incident, for its own policies apply to the sub-select. What a
-- quarantined agency filed is hidden like all it posted.
CREATE POLICY with_incident ON incident_dispute FOR SELECT
  USING ((owner = (SELECT viewer_agency()) OR owner <> ALL ((SELECT viewer_quarantined())::uuid[]))
    AND EXISTS (SELECT FROM incident i WHERE i.id = incident));
CREATE POLICY filing ON incident_dispute FOR INSERT
  WITH CHECK (owner = (SELECT viewer_agency())
    AND EXISTS (SELECT FROM incident i WHERE i.id = incident AND i.owner <> (SELECT viewer_agency())));
CREATE POLICY with_dispute ON incident_dispute_act FOR SELECT
  USING ((SELECT viewer_setting()) IS NOT NULL
    AND EXISTS (SELECT FROM incident_dispute d WHERE d.id = dispute));
CREATE POLICY acting ON incident_dispute_act FOR INSERT
  WITH CHECK (owner = (SELECT viewer_agency())
    AND EXISTS (SELECT FROM incident_dispute d JOIN incident i ON i.id = d.incident
      WHERE d.id = dispute
        AND CASE act WHEN 'answered' THEN i.owner ELSE d.owner END = (SELECT viewer_agency())));
-- Never edited, never deleted.
GRANT SELECT, INSERT ON incident_dispute, incident_dispute_act TO "${app}";
