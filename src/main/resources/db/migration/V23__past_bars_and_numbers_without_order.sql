-- Who was barred when a revision was written does not come to see it when the bar is lifted, as who is named
-- later does not see what was written before.
ALTER TABLE incident_revision ADD COLUMN bars int NOT NULL DEFAULT 0;
-- Nobody kept whom the earlier ones were barred from: at least those who are barred now. Past the policies,
-- which let nobody change a revision.
ALTER TABLE incident NO FORCE ROW LEVEL SECURITY;
ALTER TABLE incident_revision NO FORCE ROW LEVEL SECURITY;
UPDATE incident_revision r SET bars = i.bars FROM incident i WHERE i.id = r.incident AND i.bars <> 0;
ALTER TABLE incident FORCE ROW LEVEL SECURITY;
ALTER TABLE incident_revision FORCE ROW LEVEL SECURITY;
ALTER POLICY barred ON incident_revision USING (
  owner = (SELECT viewer_agency()) OR (SELECT viewer_is_system('verifying'))
  OR (bars <> ALL ((SELECT viewer_bars())::int[])
    AND EXISTS (SELECT FROM incident i WHERE i.id = incident_revision.incident)));

-- Whoever disputes, assesses or contributes to a record has an entry about it too, and is not the one to
-- forget what binds it. Only parties are forgotten.
ALTER POLICY whose_subject ON ledger_salt USING (EXISTS (
  SELECT FROM journal j WHERE j.subject = ledger_salt.subject AND j.subject_revision = 1
    AND j.subject_kind = 'party' AND j.agency = (SELECT viewer_agency())));
ALTER POLICY whose_subject_forgets ON ledger_salt USING (EXISTS (
  SELECT FROM journal j WHERE j.subject = ledger_salt.subject AND j.subject_revision = 1
    AND j.subject_kind = 'party' AND j.agency = (SELECT viewer_agency())));

-- A receipt shows its agency the numbers of its record's audience and bars. In order, they told whether
-- somebody had used the same bars before: that there is a record which names the same states.
CREATE FUNCTION number_without_order(numbered regclass) RETURNS int
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog
AS $$
DECLARE
  number int;
  taken boolean;
BEGIN
  LOOP
    number := ('x' || encode(substr(uuid_send(gen_random_uuid()), 1, 4), 'hex'))::bit(32)::int & 2147483647;
    EXECUTE format('SELECT EXISTS (SELECT FROM %s WHERE id = $1)', numbered) INTO taken USING number;
    -- 0 is nobody, and no bars.
    EXIT WHEN number > 0 AND NOT taken;
  END LOOP;
  RETURN number;
END
$$;
ALTER TABLE reach ALTER id DROP IDENTITY;
ALTER TABLE reach ALTER id SET DEFAULT number_without_order('reach');
ALTER TABLE bar_set ALTER id DROP IDENTITY;
ALTER TABLE bar_set ALTER id SET DEFAULT number_without_order('bar_set');
