-- Incidents know persons by pseudonymous id only; names in every script they were given in stand here.

CREATE TABLE party (
  id uuid PRIMARY KEY,
  reference text NOT NULL UNIQUE,
  owner uuid NOT NULL REFERENCES agency,
  kind text NOT NULL,
  revision int NOT NULL,
  document jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX party_of_owner ON party (owner, created_at, id);
ALTER TABLE party ENABLE ROW LEVEL SECURITY;
ALTER TABLE party FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON party
  USING (owner = (SELECT viewer_agency())) WITH CHECK (owner = (SELECT viewer_agency()));
GRANT SELECT, INSERT, UPDATE ON party TO "${app}";
