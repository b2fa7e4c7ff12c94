-- Who has the database can change a row and every row that should betray it. So that it is seen all the
-- same, each entry becomes a leaf of a Merkle tree whose signed roots are kept by others; see
-- docs/adr/0013. What stands here proves a content only together with its salt, which can be destroyed.

ALTER TABLE journal
  -- SHA-256 over salt and canonical JSON of what was written; null where nothing is stored beside it.
  ADD COLUMN commitment bytea CHECK (octet_length(commitment) = 32),
  -- Keeps the leaf from being guessed where there is no commitment. Never destroyed.
  ADD COLUMN leaf_salt bytea NOT NULL
    DEFAULT sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))
    CHECK (octet_length(leaf_salt) = 32);
CREATE INDEX journal_of_subject ON journal (subject, subject_revision);

CREATE TABLE ledger_salt (
  journal uuid PRIMARY KEY REFERENCES journal,
  agency uuid NOT NULL,
  subject uuid NOT NULL,
  salt bytea NOT NULL CHECK (octet_length(salt) = 32)
);
CREATE INDEX ledger_salt_of_subject ON ledger_salt (subject);

ALTER TABLE ledger_salt ENABLE ROW LEVEL SECURITY;
ALTER TABLE ledger_salt FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON ledger_salt
  USING (agency = (SELECT viewer_agency())) WITH CHECK (agency = (SELECT viewer_agency()));
-- Whose subject it is can have forgotten what others wrote about it, too.
CREATE POLICY whose_subject ON ledger_salt FOR SELECT USING (EXISTS (
  SELECT FROM journal j WHERE j.subject = ledger_salt.subject AND j.subject_revision = 1
    AND j.agency = (SELECT viewer_agency())));
CREATE POLICY whose_subject_forgets ON ledger_salt FOR DELETE USING (EXISTS (
  SELECT FROM journal j WHERE j.subject = ledger_salt.subject AND j.subject_revision = 1
    AND j.agency = (SELECT viewer_agency())));
CREATE POLICY administering ON ledger_salt
  USING ((SELECT viewer_is_system('administering')))
  WITH CHECK ((SELECT viewer_is_system('administering')));
-- No UPDATE: a salt stands or is gone.
GRANT SELECT, INSERT, DELETE ON ledger_salt TO "${app}";

-- The tree. Padding leaves have a random preimage instead of an entry, so that from outside nobody can
-- tell how many entries a checkpoint covers.
CREATE TABLE ledger_leaf (
  leaf bigint PRIMARY KEY CHECK (leaf >= 0),
  hash bytea NOT NULL CHECK (octet_length(hash) = 32),
  journal uuid UNIQUE REFERENCES journal,
  agency uuid,
  padding bytea CHECK (octet_length(padding) = 32),
  CHECK ((journal IS NULL) = (padding IS NOT NULL) AND (journal IS NULL) = (agency IS NULL))
);
-- The last entry in the tree, however much padding follows.
CREATE INDEX ledger_leaf_of_entry ON ledger_leaf (leaf) WHERE journal IS NOT NULL;

-- Hashes only, as they are served: up to 256 of them, one after the other; a tile only gets longer.
CREATE TABLE ledger_tile (
  level int NOT NULL CHECK (level BETWEEN 0 AND 7),
  number bigint NOT NULL CHECK (number >= 0),
  hashes bytea NOT NULL CHECK (octet_length(hashes) % 32 = 0 AND octet_length(hashes) <= 8192),
  PRIMARY KEY (level, number)
);

CREATE TABLE ledger_checkpoint (
  size bigint PRIMARY KEY CHECK (size > 0),
  root bytea NOT NULL CHECK (octet_length(root) = 32),
  at timestamptz NOT NULL,
  -- The signed note, as it is served, without the cosignatures of witnesses.
  note text NOT NULL
);

-- Keys of member agencies that cosign checkpoints. Public; nothing is ever taken away from it.
CREATE TABLE ledger_witness (
  id uuid PRIMARY KEY,
  agency uuid NOT NULL,
  verifier_key text NOT NULL UNIQUE,
  registered_at timestamptz NOT NULL,
  registered_by text NOT NULL
);
CREATE INDEX ledger_witness_of_agency ON ledger_witness (agency);
CREATE TABLE ledger_cosignature (
  size bigint NOT NULL REFERENCES ledger_checkpoint,
  witness uuid NOT NULL REFERENCES ledger_witness,
  agency uuid NOT NULL,
  at timestamptz NOT NULL,
  line text NOT NULL,
  PRIMARY KEY (size, witness)
);
CREATE INDEX ledger_cosignature_of_witness ON ledger_cosignature (witness, size);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['ledger_leaf', 'ledger_tile', 'ledger_checkpoint', 'ledger_witness',
    'ledger_cosignature'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO "${app}"', t);
  END LOOP;
  -- Hashes and signatures are for everybody who says who is asking, the public too.
  FOREACH t IN ARRAY ARRAY['ledger_tile', 'ledger_checkpoint', 'ledger_witness', 'ledger_cosignature'] LOOP
    EXECUTE format(
      'CREATE POLICY published ON %I FOR SELECT USING ((SELECT viewer_setting()) IS NOT NULL)', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['ledger_leaf', 'ledger_tile', 'ledger_checkpoint'] LOOP
    EXECUTE format('CREATE POLICY sequencing ON %I
      USING ((SELECT viewer_is_system(''sequencing'')))
      WITH CHECK ((SELECT viewer_is_system(''sequencing'')))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['ledger_witness', 'ledger_cosignature'] LOOP
    EXECUTE format('CREATE POLICY own ON %I FOR INSERT
      WITH CHECK (agency = (SELECT viewer_agency()))', t);
  END LOOP;
  -- Whoever verifies compares every row with the tree, and changes none.
  FOREACH t IN ARRAY ARRAY['journal', 'ledger_entry', 'ledger_salt', 'ledger_leaf'] LOOP
    EXECUTE format('CREATE POLICY verifying ON %I FOR SELECT
      USING ((SELECT viewer_is_system(''verifying'')))', t);
  END LOOP;
END $$;
CREATE POLICY own ON ledger_leaf FOR SELECT USING (agency = (SELECT viewer_agency()));
GRANT UPDATE (hashes) ON ledger_tile TO "${app}";

-- What entries are bound to is read beside them.
CREATE POLICY verifying ON incident FOR SELECT USING ((SELECT viewer_is_system('verifying')));
CREATE POLICY verifying ON incident_revision FOR SELECT USING ((SELECT viewer_is_system('verifying')));
