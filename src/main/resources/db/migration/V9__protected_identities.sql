-- A dump or a backup of this database must name nobody: people in these records can be killed by a
-- leak. What names, locates or describes a person or an organisation is encrypted from here on, each
-- row with a key of its own; the key that wraps those keys is never in the database.
-- Rows still in clear are sealed by the service at its next start, which has the keys.

-- For every table with the columns master_key and wrapped_key: a rotation of the master key sees all
-- of them, whoever they belong to. A row that it did not see would be lost with the old key.
CREATE PROCEDURE protect_keys(protected regclass)
  LANGUAGE plpgsql
AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', protected);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', protected);
  EXECUTE format('CREATE POLICY finding_keys ON %s FOR SELECT
    USING ((SELECT viewer_is_system(''rewrapping'')))', protected);
  EXECUTE format('CREATE POLICY rewrapping ON %s FOR UPDATE
    USING ((SELECT viewer_is_system(''rewrapping'')))
    WITH CHECK ((SELECT viewer_is_system(''rewrapping'')))', protected);
  EXECUTE format('GRANT UPDATE (master_key, wrapped_key) ON %s TO "${app}"', protected);
END
$$;
REVOKE ALL ON PROCEDURE protect_keys FROM PUBLIC;

-- The firewall of audiences, for tables that the registry itself must see whole at the named task:
-- rows of a quarantined agency too, which the restrictive policy hides from everybody else.
CREATE PROCEDURE let_through(protected regclass, task text)
  LANGUAGE plpgsql
AS $$
BEGIN
  EXECUTE format('ALTER POLICY barred ON %s USING (%s OR (SELECT viewer_is_system(%L)))', protected,
    (SELECT qual FROM pg_policies
     WHERE schemaname = 'public' AND tablename = protected::text AND policyname = 'barred'), task);
END
$$;
REVOKE ALL ON PROCEDURE let_through FROM PUBLIC;

-- The keys of fingerprints: by one names are found, by the other repeated requests are recognised.
CREATE TABLE prf_key (
  purpose text PRIMARY KEY,
  master_key text NOT NULL,
  wrapped_key bytea NOT NULL
);
CALL protect_keys('prf_key');
CREATE POLICY known ON prf_key FOR SELECT USING ((SELECT viewer_setting()) IS NOT NULL);
CREATE POLICY keeping_keys ON prf_key FOR INSERT
  WITH CHECK ((SELECT viewer_is_system('keeping-keys')));
GRANT SELECT, INSERT ON prf_key TO "${app}";

-- The document holds what is no secret among those who may see the party; the rest is party_identity.
ALTER TABLE party
  ADD COLUMN reach int NOT NULL DEFAULT 0,
  ADD COLUMN bars int NOT NULL DEFAULT 0,
  ADD COLUMN erased_at timestamptz,
  ADD COLUMN erasure_reason text,
  ADD COLUMN erasure_text text;
CALL protect_by_audience('party');
CALL let_through('party', 'keeping-identities');
CREATE POLICY finding_clear_names ON party FOR SELECT
  USING ((SELECT viewer_is_system('keeping-identities')));
CREATE POLICY sealing ON party FOR UPDATE
  USING ((SELECT viewer_is_system('keeping-identities')))
  WITH CHECK ((SELECT viewer_is_system('keeping-identities')));
-- Empty once all are sealed: what finds them must not read every party at every start.
CREATE INDEX party_in_clear ON party (id) WHERE jsonb_exists_any(document, ARRAY['names', 'note']);

CREATE TABLE party_identity (
  party uuid PRIMARY KEY REFERENCES party,
  owner uuid NOT NULL REFERENCES agency,
  reach int NOT NULL,
  bars int NOT NULL,
  master_key text NOT NULL,
  wrapped_key bytea NOT NULL,
  ciphertext bytea NOT NULL,
  -- By which rules and key its names were indexed; others have to be indexed again.
  index_version text NOT NULL,
  written_at timestamptz NOT NULL
);
CREATE INDEX party_identity_indexed ON party_identity (index_version, party);
CALL protect_by_audience('party_identity');
CALL protect_keys('party_identity');
CALL let_through('party_identity', 'rewrapping');
CALL let_through('party_identity', 'keeping-identities');
CREATE POLICY keeping ON party_identity
  USING ((SELECT viewer_is_system('keeping-identities')))
  WITH CHECK ((SELECT viewer_is_system('keeping-identities')));
GRANT SELECT, INSERT, DELETE ON party_identity TO "${app}";
GRANT UPDATE (reach, bars, ciphertext, index_version, written_at) ON party_identity TO "${app}";

-- The blind index: 16 bits of a keyed fingerprint of each form that a name is found by. Different
-- forms share a token, on purpose (docs/adr/0015).
CREATE TABLE party_name_token (
  token int NOT NULL,
  party uuid NOT NULL REFERENCES party,
  owner uuid NOT NULL,
  reach int NOT NULL,
  bars int NOT NULL,
  PRIMARY KEY (token, party) INCLUDE (owner, reach, bars)
);
CREATE INDEX party_name_token_of ON party_name_token (party);
CALL protect_by_audience('party_name_token');
CALL let_through('party_name_token', 'keeping-identities');
CREATE POLICY keeping ON party_name_token
  USING ((SELECT viewer_is_system('keeping-identities')))
  WITH CHECK ((SELECT viewer_is_system('keeping-identities')));
GRANT SELECT, INSERT, DELETE ON party_name_token TO "${app}";
GRANT UPDATE (reach, bars) ON party_name_token TO "${app}";

-- Who read whose identity, and what for: for the agency that read and for the owner, to account for it
-- to the person. What the reader wrote may name somebody, so it is sealed; erasure takes its key.
CREATE TABLE identity_reading (
  id uuid PRIMARY KEY,
  party uuid NOT NULL REFERENCES party,
  owner uuid NOT NULL REFERENCES agency,
  reader uuid NOT NULL REFERENCES agency,
  person text NOT NULL,
  legal_basis text NOT NULL,
  at timestamptz NOT NULL,
  master_key text,
  wrapped_key bytea,
  purpose bytea
);
CREATE INDEX identity_reading_of_party ON identity_reading (party, at, id);
CREATE INDEX identity_reading_of_owner ON identity_reading (owner, at) WHERE purpose IS NOT NULL;
CALL protect_keys('identity_reading');
CREATE POLICY own ON identity_reading FOR SELECT USING (owner = (SELECT viewer_agency()));
CREATE POLICY reading ON identity_reading FOR SELECT USING (reader = (SELECT viewer_agency()));
CREATE POLICY accounting ON identity_reading FOR INSERT
  WITH CHECK (reader = (SELECT viewer_agency()));
CREATE POLICY erasing ON identity_reading FOR UPDATE
  USING (owner = (SELECT viewer_agency())) WITH CHECK (owner = (SELECT viewer_agency()));
GRANT SELECT, INSERT ON identity_reading TO "${app}";
GRANT UPDATE (purpose) ON identity_reading TO "${app}";

-- How long an agency keeps what. ISO 8601 periods.
CREATE TABLE agency_retention (
  agency uuid PRIMARY KEY REFERENCES agency,
  identities_after_last_use text,
  readings_after text,
  updated_at timestamptz NOT NULL,
  updated_by text NOT NULL
);
ALTER TABLE agency_retention ENABLE ROW LEVEL SECURITY;
ALTER TABLE agency_retention FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON agency_retention
  USING (agency = (SELECT viewer_agency())) WITH CHECK (agency = (SELECT viewer_agency()));
CREATE POLICY retaining ON agency_retention FOR SELECT
  USING ((SELECT viewer_is_system('retaining')));
GRANT SELECT, INSERT, UPDATE ON agency_retention TO "${app}";

-- An answer kept for replay holds a record, and a hash of a short request can be guessed.
ALTER TABLE idempotent_answer
  ALTER body DROP NOT NULL,
  ADD COLUMN master_key text,
  ADD COLUMN wrapped_key bytea,
  ADD COLUMN sealed bytea,
  ADD CONSTRAINT in_clear_or_sealed CHECK ((body IS NULL) <> (sealed IS NULL));
CALL protect_keys('idempotent_answer');
CREATE INDEX idempotent_answer_in_clear ON idempotent_answer (created_at) WHERE body IS NOT NULL;
CREATE POLICY finding_clear_answers ON idempotent_answer FOR SELECT
  USING ((SELECT viewer_is_system('keeping-keys')));
CREATE POLICY sealing ON idempotent_answer FOR UPDATE
  USING ((SELECT viewer_is_system('keeping-keys')))
  WITH CHECK ((SELECT viewer_is_system('keeping-keys')));
GRANT UPDATE (body, body_hash, sealed) ON idempotent_answer TO "${app}";
