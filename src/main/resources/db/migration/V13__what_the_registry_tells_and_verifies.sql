-- Verifying saw no row of a quarantined agency, and would have named them all as deleted. It reads parties
-- now as well; and their readers are told, like those of incidents, when a quarantine or a group takes
-- them away or gives them.

CREATE POLICY verifying ON party FOR SELECT USING ((SELECT viewer_is_system('verifying')));
CREATE POLICY verifying ON party_identity FOR SELECT USING ((SELECT viewer_is_system('verifying')));
-- Whoever changes what an agency is, a token's hash, a standing, a group or what was answered to a record
-- changes who sees what, or what was said.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['credential', 'agency_standing', 'sharing_group_change', 'incident_dispute',
    'incident_dispute_act'] LOOP
    EXECUTE format(
      'CREATE POLICY verifying ON %I FOR SELECT USING ((SELECT viewer_is_system(''verifying'')))', t);
  END LOOP;
END $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['incident', 'incident_revision', 'party', 'party_identity'] LOOP
    EXECUTE format('CALL let_through(%L, ''verifying'')', t);
  END LOOP;
END $$;

CREATE POLICY telling ON party FOR SELECT
  USING (reach > 0 AND (SELECT viewer_is_system('telling')));

-- Whoever read an identity has an entry about the party, and is not the one to forget what was written.
ALTER POLICY whose_subject ON ledger_salt USING (EXISTS (
  SELECT FROM journal j WHERE j.subject = ledger_salt.subject AND j.subject_revision = 1
    AND j.subject_kind <> 'identity-reading' AND j.agency = (SELECT viewer_agency())));
ALTER POLICY whose_subject_forgets ON ledger_salt USING (EXISTS (
  SELECT FROM journal j WHERE j.subject = ledger_salt.subject AND j.subject_revision = 1
    AND j.subject_kind <> 'identity-reading' AND j.agency = (SELECT viewer_agency())));
