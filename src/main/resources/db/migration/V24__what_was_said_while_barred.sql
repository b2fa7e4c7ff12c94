-- What others said about a record while an agency was barred from it does not come to be seen by that agency
-- when the bar is lifted, as little as the revisions of the record (V23).

-- The bars of the record when it was said. 0 is nobody.
ALTER TABLE incident_dispute ADD COLUMN bars int NOT NULL DEFAULT 0;
ALTER TABLE incident_dispute_act ADD COLUMN bars int NOT NULL DEFAULT 0;
-- Beside its own bars, to which the ledger is bound. Nobody is to learn the numbers of others' records by trying.
ALTER TABLE incident_contribution ADD COLUMN record_bars int NOT NULL DEFAULT 0;
ALTER TABLE incident_contribution_act ADD COLUMN bars int NOT NULL DEFAULT 0;
ALTER TABLE case_member
  ADD COLUMN bars int NOT NULL DEFAULT 0,
  ADD COLUMN removal_bars int NOT NULL DEFAULT 0;

-- The bars of the record when an assessment was made, and when it was confirmed, withdrawn or superseded: whoever
-- may not see that one counts no more does not see it at all, and takes no outdated verdict for one that counts.
CREATE TABLE assessment_bars (
  assessment uuid NOT NULL REFERENCES assessment,
  bars int NOT NULL,
  -- The agency that assesses.
  owner uuid NOT NULL REFERENCES agency,
  PRIMARY KEY (assessment, bars)
);

-- Nobody kept whom the records were barred from earlier: at least those who are barred now. Past the policies.
DO $$
DECLARE
  said text[] := ARRAY['incident', 'incident_dispute', 'incident_dispute_act', 'incident_contribution',
    'incident_contribution_act', 'assessment', 'case_member'];
  t text;
BEGIN
  FOREACH t IN ARRAY said LOOP
    EXECUTE format('ALTER TABLE %I NO FORCE ROW LEVEL SECURITY', t);
  END LOOP;
  UPDATE incident_dispute d SET bars = i.bars FROM incident i WHERE i.id = d.incident AND i.bars <> 0;
  UPDATE incident_dispute_act a SET bars = d.bars FROM incident_dispute d
    WHERE d.id = a.dispute AND d.bars <> 0;
  UPDATE incident_contribution c SET record_bars = i.bars FROM incident i
    WHERE i.id = c.incident AND i.bars <> 0;
  UPDATE incident_contribution_act a SET bars = c.record_bars FROM incident_contribution c
    WHERE c.id = a.contribution AND c.record_bars <> 0;
  UPDATE case_member m SET bars = i.bars, removal_bars = i.bars FROM incident i
    WHERE i.id = m.incident AND i.bars <> 0;
  INSERT INTO assessment_bars (assessment, bars, owner)
    SELECT s.id, i.bars, s.owner FROM assessment s JOIN incident i ON i.id = s.incident WHERE i.bars <> 0;
  FOREACH t IN ARRAY said LOOP
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;

-- By the database, so that nothing that is said is without it, during a rollout by an earlier build too. Whoever
-- says something sees the incident: else the bars are NULL, which is refused.
CREATE FUNCTION bars_of_incident(asked uuid) RETURNS int
  LANGUAGE sql STABLE
  SET search_path = pg_catalog
AS $$ SELECT i.bars FROM public.incident i WHERE i.id = asked $$;

CREATE FUNCTION bars_when_said() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog
AS $$
BEGIN
  NEW.bars := public.bars_of_incident(NEW.incident);
  RETURN NEW;
END
$$;
CREATE TRIGGER bars BEFORE INSERT ON incident_dispute FOR EACH ROW EXECUTE FUNCTION bars_when_said();
CREATE TRIGGER bars BEFORE INSERT ON case_member FOR EACH ROW EXECUTE FUNCTION bars_when_said();

CREATE FUNCTION bars_when_contributed() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog
AS $$
BEGIN
  NEW.record_bars := public.bars_of_incident(NEW.incident);
  RETURN NEW;
END
$$;
CREATE TRIGGER bars BEFORE INSERT ON incident_contribution
  FOR EACH ROW EXECUTE FUNCTION bars_when_contributed();

CREATE FUNCTION bars_when_removed() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog
AS $$
BEGIN
  NEW.removal_bars := public.bars_of_incident(NEW.incident);
  RETURN NEW;
END
$$;
CREATE TRIGGER removal_bars BEFORE UPDATE OF removal_reason ON case_member
  FOR EACH ROW EXECUTE FUNCTION bars_when_removed();

CREATE FUNCTION bars_when_dispute_settled() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog
AS $$
BEGIN
  NEW.bars := (SELECT public.bars_of_incident(d.incident) FROM public.incident_dispute d WHERE d.id = NEW.dispute);
  RETURN NEW;
END
$$;
CREATE TRIGGER bars BEFORE INSERT ON incident_dispute_act
  FOR EACH ROW EXECUTE FUNCTION bars_when_dispute_settled();

CREATE FUNCTION bars_when_contribution_settled() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog
AS $$
BEGIN
  NEW.bars := (SELECT public.bars_of_incident(c.incident) FROM public.incident_contribution c
    WHERE c.id = NEW.contribution);
  RETURN NEW;
END
$$;
CREATE TRIGGER bars BEFORE INSERT ON incident_contribution_act
  FOR EACH ROW EXECUTE FUNCTION bars_when_contribution_settled();

CREATE FUNCTION bars_when_assessed() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog
AS $$
BEGIN
  INSERT INTO public.assessment_bars (assessment, bars, owner)
    SELECT s.id, public.bars_of_incident(s.incident), s.owner FROM public.assessment s
    WHERE s.id IN (NEW.id, NEW.supersedes)
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;
CREATE TRIGGER bars AFTER INSERT ON assessment FOR EACH ROW EXECUTE FUNCTION bars_when_assessed();

CREATE FUNCTION bars_when_assessment_settled() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog
AS $$
BEGIN
  INSERT INTO public.assessment_bars (assessment, bars, owner)
    SELECT s.id, public.bars_of_incident(s.incident), s.owner FROM public.assessment s
    WHERE s.id = NEW.assessment
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;
CREATE TRIGGER bars AFTER INSERT ON assessment_act
  FOR EACH ROW EXECUTE FUNCTION bars_when_assessment_settled();

-- Deny beats allow. Not for whoever said it, nor for the owner of the record, who may be barred from their own by
-- what stands in it. The registry at its tasks is barred from nothing.
CREATE POLICY barred ON incident_dispute AS RESTRICTIVE FOR SELECT
  USING (owner = (SELECT viewer_agency()) OR bars <> ALL ((SELECT viewer_bars())::int[])
    OR EXISTS (SELECT FROM incident i
      WHERE i.id = incident_dispute.incident AND i.owner = (SELECT viewer_agency())));
CREATE POLICY barred ON incident_dispute_act AS RESTRICTIVE FOR SELECT
  USING (owner = (SELECT viewer_agency()) OR bars <> ALL ((SELECT viewer_bars())::int[])
    OR EXISTS (SELECT FROM incident_dispute d JOIN incident i ON i.id = d.incident
      WHERE d.id = incident_dispute_act.dispute AND i.owner = (SELECT viewer_agency())));
-- The bars of its own hold for the owner of the record too.
ALTER POLICY barred ON incident_contribution
  USING (owner = (SELECT viewer_agency()) OR (SELECT viewer_is_system('verifying'))
    OR (bars <> ALL ((SELECT viewer_bars())::int[])
      AND owner <> ALL ((SELECT viewer_quarantined())::uuid[])
      AND (record_bars <> ALL ((SELECT viewer_bars())::int[])
        OR EXISTS (SELECT FROM incident i
          WHERE i.id = incident_contribution.incident AND i.owner = (SELECT viewer_agency())))));
CREATE POLICY barred ON incident_contribution_act AS RESTRICTIVE FOR SELECT
  USING (owner = (SELECT viewer_agency()) OR bars <> ALL ((SELECT viewer_bars())::int[])
    OR EXISTS (SELECT FROM incident_contribution c JOIN incident i ON i.id = c.incident
      WHERE c.id = incident_contribution_act.contribution AND i.owner = (SELECT viewer_agency())));
CREATE POLICY barred ON case_member AS RESTRICTIVE FOR SELECT
  USING (owner = (SELECT viewer_agency())
    OR (bars <> ALL ((SELECT viewer_bars())::int[]) AND removal_bars <> ALL ((SELECT viewer_bars())::int[]))
    OR EXISTS (SELECT FROM incident i
      WHERE i.id = case_member.incident AND i.owner = (SELECT viewer_agency())));

ALTER TABLE assessment_bars ENABLE ROW LEVEL SECURITY;
ALTER TABLE assessment_bars FORCE ROW LEVEL SECURITY;
-- Whom they bar sees them too, or the policy of assessments would not find them. None of these policies names
-- assessments, whose policy asks them.
CREATE POLICY own ON assessment_bars FOR SELECT USING (owner = (SELECT viewer_agency()));
CREATE POLICY barring ON assessment_bars FOR SELECT USING (bars = ANY ((SELECT viewer_bars())::int[]));
CREATE POLICY assessing ON assessment_bars FOR INSERT WITH CHECK (owner = (SELECT viewer_agency()));
GRANT SELECT, INSERT ON assessment_bars TO "${app}";
CREATE POLICY barred ON assessment AS RESTRICTIVE FOR SELECT
  USING (owner = (SELECT viewer_agency())
    OR NOT EXISTS (SELECT FROM assessment_bars b
      WHERE b.assessment = assessment.id AND b.bars = ANY ((SELECT viewer_bars())::int[]))
    OR EXISTS (SELECT FROM incident i
      WHERE i.id = assessment.incident AND i.owner = (SELECT viewer_agency())));
