-- Records are shared now. Who sees a record beside its owner is decided here and nowhere else: a record
-- reaches the principals of its interned audience (reach), and never those of its interned bars.
-- Interned, because a row of a facet must carry the answer itself: the policy compares two integers
-- with lists that were made once, when the transaction said who is asking.

ALTER TABLE agency
  -- Nobody of a suspended agency can sign in.
  ADD COLUMN suspended_at timestamptz,
  -- What a quarantined agency posted is hidden from all others, not deleted; it sees its own only.
  ADD COLUMN quarantined_at timestamptz;
GRANT UPDATE (suspended_at, quarantined_at) ON agency TO "${app}";

-- NULL, which equals no owner, for the registry itself and for the public.
CREATE OR REPLACE FUNCTION viewer_agency() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  SET search_path = pg_catalog
AS $$
  SELECT CASE WHEN s LIKE 'system:%' OR s = 'anonymous' THEN NULL ELSE s::uuid END
  FROM public.viewer_setting() AS s
$$;

-- A directory, for whoever says who is asking.
ALTER TABLE agency ENABLE ROW LEVEL SECURITY;
ALTER TABLE agency FORCE ROW LEVEL SECURITY;
CREATE POLICY directory ON agency FOR SELECT USING ((SELECT viewer_setting()) IS NOT NULL);
CREATE POLICY administering ON agency
  USING ((SELECT viewer_is_system('administering')))
  WITH CHECK ((SELECT viewer_is_system('administering')));

CREATE TABLE sharing_group (
  handle text PRIMARY KEY,
  name jsonb NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE TABLE sharing_group_member (
  sharing_group text NOT NULL REFERENCES sharing_group,
  agency uuid NOT NULL REFERENCES agency,
  since timestamptz NOT NULL,
  PRIMARY KEY (agency, sharing_group)
);

-- Who is meant, as principals: 'agency:<id>', 'state:BE', 'group:<handle>', 'governments', 'ngos',
-- 'member', 'anyone'. Of every clause the viewer must be one.
CREATE TABLE reach (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key text COLLATE "C" NOT NULL UNIQUE,
  clauses int NOT NULL CHECK (clauses > 0)
);
CREATE TABLE reach_principal (
  principal text COLLATE "C" NOT NULL,
  reach int NOT NULL REFERENCES reach,
  clause int NOT NULL,
  PRIMARY KEY (principal, reach, clause)
);
CREATE TABLE bar_set (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key text COLLATE "C" NOT NULL UNIQUE
);
CREATE TABLE bar_principal (
  principal text COLLATE "C" NOT NULL,
  bar_set int NOT NULL REFERENCES bar_set,
  PRIMARY KEY (principal, bar_set)
);

-- They name no record; members and the registry itself need them, the public does not.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['sharing_group', 'sharing_group_member', 'reach', 'reach_principal',
    'bar_set', 'bar_principal'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY known ON %I FOR SELECT USING ((SELECT viewer_setting()) IS NOT NULL)', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['reach', 'reach_principal', 'bar_set', 'bar_principal'] LOOP
    EXECUTE format('CREATE POLICY interning ON %I FOR INSERT
      WITH CHECK ((SELECT viewer_agency()) IS NOT NULL OR (SELECT viewer_is_system(''administering'')))', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO "${app}"', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['sharing_group', 'sharing_group_member'] LOOP
    EXECUTE format('CREATE POLICY administering ON %I
      USING ((SELECT viewer_is_system(''administering'')))
      WITH CHECK ((SELECT viewer_is_system(''administering'')))', t);
    EXECUTE format('GRANT SELECT, INSERT, DELETE ON %I TO "${app}"', t);
  END LOOP;
END $$;

-- What an agency, or the public, is.
CREATE FUNCTION principals_of(viewer uuid) RETURNS text[]
  LANGUAGE sql STABLE
  SET search_path = pg_catalog
AS $$
  SELECT COALESCE(
    (SELECT ARRAY['anyone', 'agency:' || a.id]
        || CASE WHEN a.kind = 'ngo' THEN 'ngos' ELSE 'governments' END
        || CASE WHEN a.quarantined_at IS NULL THEN ARRAY['member'] ELSE '{}' END
        || CASE WHEN a.jurisdiction IS NULL OR a.quarantined_at IS NOT NULL THEN '{}'
             ELSE ARRAY['state:' || a.jurisdiction] END
        || CASE WHEN a.quarantined_at IS NOT NULL THEN '{}'
             ELSE ARRAY(SELECT 'group:' || m.sharing_group FROM public.sharing_group_member m
                        WHERE m.agency = a.id) END
      FROM public.agency a WHERE a.id = viewer),
    ARRAY['anyone'])
$$;

-- The states and agencies a bar can name that the viewer is: quarantine takes none of them away.
CREATE FUNCTION barrable_as(viewer uuid) RETURNS text[]
  LANGUAGE sql STABLE
  SET search_path = pg_catalog
AS $$
  SELECT ARRAY(
    SELECT p FROM public.agency a,
      unnest(ARRAY['agency:' || a.id, 'state:' || a.jurisdiction]) AS p
    WHERE a.id = viewer AND p IS NOT NULL)
$$;

-- The reaches in whose every clause one of the principals is named.
CREATE FUNCTION reaches_of(principals text[]) RETURNS int[]
  LANGUAGE sql STABLE
  SET search_path = pg_catalog
AS $$
  SELECT ARRAY(
    SELECT p.reach FROM public.reach_principal p JOIN public.reach r ON r.id = p.reach
    WHERE p.principal = ANY (principals)
    GROUP BY p.reach, r.clauses HAVING count(DISTINCT p.clause) = r.clauses
    ORDER BY p.reach)
$$;

-- Says who is asking, for this transaction: an agency's id, 'anonymous', or 'system:' and a task. What
-- that viewer can reach is worked out once, here, and not row by row.
CREATE FUNCTION viewer_enters(viewer text) RETURNS void
  LANGUAGE plpgsql
  SET search_path = pg_catalog
AS $$
DECLARE
  asking uuid;
  quarantined boolean;
  bars int[] := '{}';
  reaches int[] := '{}';
BEGIN
  PERFORM set_config('tnr.viewer', viewer, true);
  asking := public.viewer_agency();
  IF viewer NOT LIKE 'system:%' THEN
    SELECT a.quarantined_at IS NOT NULL INTO quarantined FROM public.agency a WHERE a.id = asking;
    IF quarantined IS NOT TRUE THEN
      reaches := public.reaches_of(public.principals_of(asking));
    END IF;
    bars := ARRAY(SELECT DISTINCT b.bar_set FROM public.bar_principal b
                  WHERE b.principal = ANY (public.barrable_as(asking)));
  END IF;
  PERFORM set_config('tnr.reaches', reaches::text, true);
  PERFORM set_config('tnr.bars', bars::text, true);
  PERFORM set_config('tnr.quarantined',
    ARRAY(SELECT a.id FROM public.agency a WHERE a.quarantined_at IS NOT NULL)::text, true);
END
$$;

CREATE FUNCTION viewer_list(name text) RETURNS text
  LANGUAGE plpgsql STABLE PARALLEL SAFE
  SET search_path = pg_catalog
AS $$
DECLARE
  list text := NULLIF(current_setting('tnr.' || name, true), '');
BEGIN
  IF list IS NULL THEN
    RAISE EXCEPTION 'this transaction does not say who is asking' USING ERRCODE = 'TN001';
  END IF;
  RETURN list;
END
$$;

-- The reaches the viewer is in, the bars that name the viewer, the agencies whose posts are hidden.
CREATE FUNCTION viewer_reaches() RETURNS int[] LANGUAGE sql STABLE PARALLEL SAFE
  SET search_path = pg_catalog AS $$ SELECT public.viewer_list('reaches')::int[] $$;
CREATE FUNCTION viewer_bars() RETURNS int[] LANGUAGE sql STABLE PARALLEL SAFE
  SET search_path = pg_catalog AS $$ SELECT public.viewer_list('bars')::int[] $$;
CREATE FUNCTION viewer_quarantined() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
  SET search_path = pg_catalog AS $$ SELECT public.viewer_list('quarantined')::uuid[] $$;

-- The firewall policy for a table whose rows have owner, reach and bars. Deny beats allow: it is
-- restrictive, so that no policy that is added later can let a barred agency in.
CREATE PROCEDURE protect_by_audience(protected regclass)
  LANGUAGE plpgsql
AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', protected);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', protected);
  EXECUTE format('DROP POLICY IF EXISTS own ON %s', protected);
  EXECUTE format('CREATE POLICY own ON %s USING (owner = (SELECT viewer_agency()))
    WITH CHECK (owner = (SELECT viewer_agency()))', protected);
  EXECUTE format('CREATE POLICY shared ON %s FOR SELECT
    USING (reach = ANY ((SELECT viewer_reaches())::int[]))', protected);
  EXECUTE format('CREATE POLICY barred ON %s AS RESTRICTIVE FOR SELECT
    USING (owner = (SELECT viewer_agency()) OR (bars <> ALL ((SELECT viewer_bars())::int[])
      AND owner <> ALL ((SELECT viewer_quarantined())::uuid[])))', protected);
END
$$;
REVOKE ALL ON PROCEDURE protect_by_audience FROM PUBLIC;

-- Entries tell an audience change to those who lose sight and to those who gain it.
ALTER TABLE journal
  ADD COLUMN reach_before int NOT NULL DEFAULT 0,
  ADD COLUMN bars_before int NOT NULL DEFAULT 0,
  ADD COLUMN reach_after int NOT NULL DEFAULT 0,
  ADD COLUMN bars_after int NOT NULL DEFAULT 0;
ALTER TABLE ledger_entry
  ADD COLUMN reach_before int NOT NULL DEFAULT 0,
  ADD COLUMN bars_before int NOT NULL DEFAULT 0,
  ADD COLUMN reach_after int NOT NULL DEFAULT 0,
  ADD COLUMN bars_after int NOT NULL DEFAULT 0;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['journal', 'ledger_entry'] LOOP
    EXECUTE format('CREATE POLICY shared ON %I FOR SELECT USING (
      (reach_after = ANY ((SELECT viewer_reaches())::int[])
        AND bars_after <> ALL ((SELECT viewer_bars())::int[]))
      OR (reach_before = ANY ((SELECT viewer_reaches())::int[])
        AND bars_before <> ALL ((SELECT viewer_bars())::int[])))', t);
  END LOOP;
END $$;
-- A page of the feed must not be filled with entries that it does not show.
ALTER TABLE ledger_entry ADD COLUMN subject_kind text COLLATE "C";
SELECT viewer_enters('system:sequencing');
UPDATE ledger_entry l SET subject_kind = j.subject_kind FROM journal j WHERE j.id = l.journal;
ALTER TABLE ledger_entry ALTER subject_kind SET NOT NULL;
CREATE INDEX ledger_entry_gained ON ledger_entry (reach_after, index)
  INCLUDE (agency, journal, subject_kind, bars_after, reach_before, bars_before)
  WHERE reach_after > 0;
CREATE INDEX ledger_entry_lost ON ledger_entry (reach_before, index)
  INCLUDE (agency, journal, subject_kind, bars_before, reach_after, bars_after)
  WHERE reach_before > 0;
DROP INDEX ledger_entry_of_agency;
CREATE INDEX ledger_entry_of_agency ON ledger_entry (agency, index)
  INCLUDE (journal, subject_kind, reach_after, bars_after, reach_before, bars_before);
