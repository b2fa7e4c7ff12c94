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
