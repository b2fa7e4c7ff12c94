-- Whoever says something beside a record, such as a dispute, has an entry about it too, which binds nothing.
ALTER POLICY whose_subject ON ledger_salt USING (EXISTS (
  SELECT FROM journal j WHERE j.subject = ledger_salt.subject AND j.subject_revision = 1
    AND j.subject_kind <> 'identity-reading' AND j.commitment IS NOT NULL
    AND j.agency = (SELECT viewer_agency())));
ALTER POLICY whose_subject_forgets ON ledger_salt USING (EXISTS (
  SELECT FROM journal j WHERE j.subject = ledger_salt.subject AND j.subject_revision = 1
    AND j.subject_kind <> 'identity-reading' AND j.commitment IS NOT NULL
    AND j.agency = (SELECT viewer_agency())));
