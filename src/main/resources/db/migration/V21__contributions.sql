-- Whoever sees a record of another agency can offer sources, claims, responses and a counter-view to it. The
-- owner takes them into the record, declines them or lets them stand beside it. None is edited or deleted.

CREATE TABLE incident_contribution (
  id uuid PRIMARY KEY,
  incident uuid NOT NULL REFERENCES incident,
  -- The agency that contributes.
  owner uuid NOT NULL REFERENCES agency,
  owner_only boolean NOT NULL,
  -- Who never sees it, beside those who are barred from the record.
  bars int NOT NULL,
  barred jsonb NOT NULL,
  parts jsonb NOT NULL,
  -- What each claim is about, by the local id of the item: places differ between readers.
  anchors jsonb NOT NULL,
  reason text NOT NULL,
  filed_at timestamptz NOT NULL,
  filed_by text NOT NULL
);
CREATE INDEX incident_contribution_of ON incident_contribution (incident, filed_at, id);

-- One act after the other: of two at once, one finds its step taken.
CREATE TABLE incident_contribution_act (
  contribution uuid NOT NULL REFERENCES incident_contribution,
  step int NOT NULL CHECK (step IN (1, 2)),
  act text NOT NULL CHECK (act IN ('accepted', 'declined', 'standing', 'withdrawn')),
  owner uuid NOT NULL REFERENCES agency,
  reason text NOT NULL,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  PRIMARY KEY (contribution, step)
);

ALTER TABLE incident_contribution ENABLE ROW LEVEL SECURITY;
ALTER TABLE incident_contribution FORCE ROW LEVEL SECURITY;
ALTER TABLE incident_contribution_act ENABLE ROW LEVEL SECURITY;
ALTER TABLE incident_contribution_act FORCE ROW LEVEL SECURITY;

-- Seen by those who see the incident, for its own policies apply to the sub-select, unless the contribution
-- itself bars them or is for the owner of the record alone.
CREATE POLICY with_incident ON incident_contribution FOR SELECT
  USING (EXISTS (SELECT FROM incident i WHERE i.id = incident_contribution.incident
    AND (NOT incident_contribution.owner_only OR i.owner = (SELECT viewer_agency())
      OR incident_contribution.owner = (SELECT viewer_agency()))));
CREATE POLICY verifying ON incident_contribution FOR SELECT
  USING ((SELECT viewer_is_system('verifying')));
-- Deny beats allow. What a quarantined agency contributed is hidden like all it posted.
CREATE POLICY barred ON incident_contribution AS RESTRICTIVE FOR SELECT
  USING (owner = (SELECT viewer_agency()) OR (SELECT viewer_is_system('verifying'))
    OR (bars <> ALL ((SELECT viewer_bars())::int[])
      AND owner <> ALL ((SELECT viewer_quarantined())::uuid[])));
CREATE POLICY filing ON incident_contribution FOR INSERT
  WITH CHECK (owner = (SELECT viewer_agency())
    AND EXISTS (SELECT FROM incident i WHERE i.id = incident_contribution.incident
      AND i.owner <> (SELECT viewer_agency()) AND i.status = 'RECORDED'));
CREATE POLICY with_contribution ON incident_contribution_act FOR SELECT
  USING ((SELECT viewer_setting()) IS NOT NULL
    AND EXISTS (SELECT FROM incident_contribution c WHERE c.id = contribution));
CREATE POLICY verifying ON incident_contribution_act FOR SELECT
  USING ((SELECT viewer_is_system('verifying')));
CREATE POLICY acting ON incident_contribution_act FOR INSERT
  WITH CHECK (owner = (SELECT viewer_agency())
    AND EXISTS (SELECT FROM incident_contribution c JOIN incident i ON i.id = c.incident
      WHERE c.id = contribution
        AND CASE act WHEN 'withdrawn' THEN c.owner ELSE i.owner END = (SELECT viewer_agency())));
-- Never edited, never deleted.
GRANT SELECT, INSERT ON incident_contribution, incident_contribution_act TO "${app}";
