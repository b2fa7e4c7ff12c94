-- Every accepted write appends one entry here in its own transaction; feed, audit and proofs read the
-- order that the sequencer gives to the committed entries, and nothing else.
-- Entries hold identifiers and audiences, no personal data: erasure never has to touch them.

CREATE TABLE journal (
  id uuid PRIMARY KEY,
  -- The order in which transactions took their ids; see the sequencer.
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  seq bigint GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL,
  agency uuid NOT NULL,
  actor text NOT NULL,
  act text NOT NULL,
  subject_kind text NOT NULL,
  subject uuid NOT NULL,
  subject_revision int NOT NULL,
  audience_before jsonb,
  audience_after jsonb
);
CREATE UNIQUE INDEX journal_order ON journal (xid, seq);

-- index, not a sequence: the sequencer assigns it, so that it has no gap.
CREATE TABLE ledger_entry (
  index bigint PRIMARY KEY,
  journal uuid NOT NULL UNIQUE REFERENCES journal,
  agency uuid NOT NULL
);
-- With the journal id, so that a page of an agency with few entries never comes from the primary key,
-- past those of all others.
CREATE INDEX ledger_entry_of_agency ON ledger_entry (agency, index) INCLUDE (journal);

ALTER TABLE journal ENABLE ROW LEVEL SECURITY;
ALTER TABLE journal FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON journal
  USING (agency = (SELECT viewer_agency())) WITH CHECK (agency = (SELECT viewer_agency()));
-- The operator registers agencies and issues first credentials on behalf of others.
CREATE POLICY administering ON journal FOR INSERT
  WITH CHECK ((SELECT viewer_is_system('administering')));
CREATE POLICY sequencing ON journal FOR SELECT USING ((SELECT viewer_is_system('sequencing')));

ALTER TABLE ledger_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE ledger_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON ledger_entry FOR SELECT USING (agency = (SELECT viewer_agency()));
CREATE POLICY sequencing ON ledger_entry
  USING ((SELECT viewer_is_system('sequencing'))) WITH CHECK ((SELECT viewer_is_system('sequencing')));

-- Append only: no UPDATE, no DELETE.
GRANT SELECT, INSERT ON journal, ledger_entry TO "${app}";

-- Wakes the sequencer when the writer has committed.
CREATE FUNCTION announce_journal_entry() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog
AS $$ BEGIN PERFORM pg_notify('tnr_journal', ''); RETURN NULL; END $$;
CREATE TRIGGER announce AFTER INSERT ON journal
  FOR EACH STATEMENT EXECUTE FUNCTION announce_journal_entry();
