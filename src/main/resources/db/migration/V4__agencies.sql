-- Who posts and who reads: agencies, the credentials the registry issues to their people, and the
-- answers kept for replay under an Idempotency-Key.

-- A directory every member may read; it reveals no record, hence no row-level security.
CREATE TABLE agency (
  id uuid PRIMARY KEY,
  handle text NOT NULL UNIQUE,
  name jsonb NOT NULL,
  kind text NOT NULL,
  -- ISO 3166-1; NULL for bodies that belong to no state.
  jurisdiction text,
  demo boolean NOT NULL,
  created_at timestamptz NOT NULL
);
GRANT SELECT, INSERT ON agency TO "${app}";

CREATE TABLE credential (
  id uuid PRIMARY KEY,
  agency uuid NOT NULL REFERENCES agency,
  person text NOT NULL,
  -- SHA-256 of the token: with 256 random bits there is nothing for a slow hash to protect.
  token_hash bytea NOT NULL UNIQUE,
  permissions text[] NOT NULL,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  last_used_at timestamptz
);
CREATE INDEX credential_of_agency ON credential (agency, created_at, id);
ALTER TABLE credential ENABLE ROW LEVEL SECURITY;
ALTER TABLE credential FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON credential
  USING (agency = (SELECT viewer_agency())) WITH CHECK (agency = (SELECT viewer_agency()));
CREATE POLICY authenticating ON credential
  USING ((SELECT viewer_is_system('authenticating'))) WITH CHECK ((SELECT viewer_is_system('authenticating')));
CREATE POLICY administering ON credential
  USING ((SELECT viewer_is_system('administering'))) WITH CHECK ((SELECT viewer_is_system('administering')));
GRANT SELECT, INSERT ON credential TO "${app}";
GRANT UPDATE (revoked_at, last_used_at) ON credential TO "${app}";

CREATE TABLE idempotent_answer (
  agency uuid NOT NULL REFERENCES agency,
  person text NOT NULL,
  operation text NOT NULL,
  key text NOT NULL,
  body_hash bytea NOT NULL,
  status int NOT NULL,
  location text,
  etag text,
  body text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (agency, person, operation, key)
);
CREATE INDEX idempotent_answer_age ON idempotent_answer (created_at);
ALTER TABLE idempotent_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotent_answer FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON idempotent_answer
  USING (agency = (SELECT viewer_agency())) WITH CHECK (agency = (SELECT viewer_agency()));
CREATE POLICY expiring ON idempotent_answer FOR DELETE USING ((SELECT viewer_is_system('expiring')));
CREATE POLICY finding_expired ON idempotent_answer FOR SELECT USING ((SELECT viewer_is_system('expiring')));
GRANT SELECT, INSERT, DELETE ON idempotent_answer TO "${app}";
