-- "Which requests of a state are pending here, and for how long" is asked across incidents, and the facets
-- cannot answer it: they do not say which type, states and status belong to one proceeding, and hold no
-- order. Each proceeding is a row now, seen by whom the proceeding reaches, which is fewer than its
-- incident does when it is marked by itself.

CREATE TABLE incident_proceeding (
  incident uuid NOT NULL REFERENCES incident,
  -- The local id. Compared for equality and order only, as all codes here: bytes do.
  proceeding text COLLATE "C" NOT NULL,
  owner uuid NOT NULL,
  reach int NOT NULL,
  bars int NOT NULL,
  type text COLLATE "C" NOT NULL,
  requesting_state text COLLATE "C",
  requested_state text COLLATE "C",
  status text COLLATE "C" NOT NULL,
  -- 9999-12-31 where it is unknown: a row comparison, by which pages are continued, knows no NULL.
  open_since date NOT NULL,
  ended_since date,
  -- The last hearing that was not postponed, past or to come.
  hearing date,
  hearings_postponed int NOT NULL,
  last_milestone text,
  last_milestone_date text,
  -- As printed; searched in incident_proceeding_key.
  case_numbers text[] NOT NULL,
  PRIMARY KEY (incident, proceeding)
);

-- What a proceeding can have several of: case numbers and targets. A row reaches whom both its proceeding
-- and its target reach: operators on arrays would be evaluated after the policy, and see what it hides.
CREATE TABLE incident_proceeding_key (
  incident uuid NOT NULL REFERENCES incident,
  proceeding text COLLATE "C" NOT NULL,
  facet text COLLATE "C" NOT NULL,
  value text COLLATE "C" NOT NULL,
  owner uuid NOT NULL,
  reach int NOT NULL,
  bars int NOT NULL,
  PRIMARY KEY (incident, proceeding, facet, value)
);

-- Each order, and the states with the longest open first, for owner and readers apart; with what the
-- other filters ask, so that a walk past what does not match reads no row of it.
CREATE INDEX incident_proceeding_by_opening
  ON incident_proceeding (owner, open_since, incident, proceeding)
  INCLUDE (reach, bars, type, requesting_state, requested_state, status, hearing);
CREATE INDEX incident_proceeding_by_hearing
  ON incident_proceeding (owner, hearing, incident, proceeding)
  INCLUDE (reach, bars, type, requesting_state, requested_state, status, open_since)
  WHERE hearing IS NOT NULL;
CREATE INDEX incident_proceeding_by_requested
  ON incident_proceeding (owner, requested_state, open_since, incident, proceeding)
  INCLUDE (reach, bars, type, requesting_state, status, hearing);
CREATE INDEX incident_proceeding_by_requesting
  ON incident_proceeding (owner, requesting_state, open_since, incident, proceeding)
  INCLUDE (reach, bars, type, requested_state, status, hearing);
CREATE INDEX incident_proceeding_shared_by_opening
  ON incident_proceeding (reach, open_since, incident, proceeding)
  INCLUDE (owner, bars, type, requesting_state, requested_state, status, hearing) WHERE reach > 0;
CREATE INDEX incident_proceeding_shared_by_hearing
  ON incident_proceeding (reach, hearing, incident, proceeding)
  INCLUDE (owner, bars, type, requesting_state, requested_state, status, open_since)
  WHERE reach > 0 AND hearing IS NOT NULL;
CREATE INDEX incident_proceeding_shared_by_requested
  ON incident_proceeding (reach, requested_state, open_since, incident, proceeding)
  INCLUDE (owner, bars, type, requesting_state, status, hearing) WHERE reach > 0;
CREATE INDEX incident_proceeding_shared_by_requesting
  ON incident_proceeding (reach, requesting_state, open_since, incident, proceeding)
  INCLUDE (owner, bars, type, requested_state, status, hearing) WHERE reach > 0;
CREATE INDEX incident_proceeding_key_own
  ON incident_proceeding_key (owner, facet, value, incident, proceeding) INCLUDE (reach, bars);
CREATE INDEX incident_proceeding_key_shared
  ON incident_proceeding_key (reach, facet, value, incident, proceeding) INCLUDE (owner, bars)
  WHERE reach > 0;
-- As of incident and its facets: planned for the largest agency and the widest reach.
ALTER TABLE incident_proceeding ALTER owner SET (n_distinct = 1), ALTER reach SET (n_distinct = 1);
ALTER TABLE incident_proceeding_key ALTER owner SET (n_distinct = 1), ALTER reach SET (n_distinct = 1);
ALTER TABLE incident_proceeding SET (autovacuum_vacuum_insert_scale_factor = 0.02);
ALTER TABLE incident_proceeding_key SET (autovacuum_vacuum_insert_scale_factor = 0.02);

CALL protect_by_audience('incident_proceeding');
CALL protect_by_audience('incident_proceeding_key');
GRANT SELECT, INSERT, UPDATE, DELETE ON incident_proceeding, incident_proceeding_key TO "${app}";

-- Of which revision the rows are. Statuses and dates are computed in Java, so that the service makes the
-- rows of what is stored already, and of what a replica of an earlier version writes during a rollout.
ALTER TABLE incident ADD COLUMN proceedings_revision int NOT NULL DEFAULT 0;
-- Empty once all rows are made.
CREATE INDEX incident_proceedings_missing ON incident (owner, id)
  WHERE proceedings_revision <> revision;
