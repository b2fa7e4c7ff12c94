-- Until the last hearing that stands, the next one changes from day to day.
ALTER TABLE incident_proceeding ADD COLUMN last_hearing date;
CREATE INDEX incident_proceeding_by_changing_hearing ON incident_proceeding (owner, hearing)
  WHERE hearing < last_hearing;
-- Rows made before have the last hearing in place of the next: the service makes them again after its start.
ALTER TABLE incident NO FORCE ROW LEVEL SECURITY;
ALTER TABLE incident_proceeding NO FORCE ROW LEVEL SECURITY;
UPDATE incident SET proceedings_revision = 0
  WHERE id IN (SELECT incident FROM incident_proceeding WHERE hearing IS NOT NULL);
ALTER TABLE incident FORCE ROW LEVEL SECURITY;
ALTER TABLE incident_proceeding FORCE ROW LEVEL SECURITY;
