-- An agency that lost control of its credentials, or posts what it should not, must be stopped in one act
-- and let back in one act, and the reason kept. The same holds for who belongs to the groups that records
-- are shared with, and for a credential that was revoked.

CREATE TABLE agency_standing (
  id uuid PRIMARY KEY,
  agency uuid NOT NULL REFERENCES agency,
  suspended boolean NOT NULL,
  quarantined boolean NOT NULL,
  reason text NOT NULL,
  at timestamptz NOT NULL,
  actor text NOT NULL
);
CREATE INDEX agency_standing_of ON agency_standing (agency, at);

CREATE TABLE sharing_group_change (
  id uuid PRIMARY KEY,
  sharing_group text NOT NULL REFERENCES sharing_group,
  act text NOT NULL,
  agency uuid REFERENCES agency,
  reason text,
  at timestamptz NOT NULL,
  actor text NOT NULL
);

-- Both are the operator's alone: a reason can tell an infiltrated agency what is known of it.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['agency_standing', 'sharing_group_change'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY administering ON %I
      USING ((SELECT viewer_is_system(''administering'')))
      WITH CHECK ((SELECT viewer_is_system(''administering'')))', t);
    -- History: no UPDATE, no DELETE.
    EXECUTE format('GRANT SELECT, INSERT ON %I TO "${app}"', t);
  END LOOP;
END $$;

ALTER TABLE credential
  ADD COLUMN revoked_by text,
  ADD COLUMN revocation_reason text;
GRANT UPDATE (revoked_by, revocation_reason) ON credential TO "${app}";
