-- Limits must hold for all replicas together, so they are counted here: one row for each person, agency
-- and address that asked lately. Rows hold a counter under a hash: no name, no address, no record.

CREATE TABLE rate_limit (
  id text COLLATE "C" PRIMARY KEY,
  state bytea,
  -- Milliseconds since 1970: when the counter is whole again and can be forgotten.
  expires_at bigint
) WITH (fillfactor = 70);
-- No index on expires_at: every update would have to write it. Expired rows are sought once in an hour.

-- The connections that count belong to that task for as long as they live, and see nothing else.
ALTER TABLE rate_limit ENABLE ROW LEVEL SECURITY;
ALTER TABLE rate_limit FORCE ROW LEVEL SECURITY;
CREATE POLICY limiting ON rate_limit
  USING ((SELECT viewer_is_system('limiting'))) WITH CHECK ((SELECT viewer_is_system('limiting')));
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limit TO "${app}";
