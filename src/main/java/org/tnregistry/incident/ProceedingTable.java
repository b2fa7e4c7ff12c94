package org.tnregistry.incident;

import java.sql.Connection;
import java.sql.SQLException;
import org.tnregistry.shared.json.StoredJson;

/** The rows proceedings are found by across incidents. Only what changed is written, at once. */
final class ProceedingTable {
  private static final String REPLACE =
      """
      WITH subject AS (SELECT ?::uuid AS incident, ?::uuid AS owner, ?::int AS bars),
      given AS (
        SELECT * FROM jsonb_to_recordset(?::jsonb) AS g (proceeding text, reach int, type text,
          "requestingState" text, "requestedState" text, status text, "openSince" date,
          "endedSince" date, hearing date, "lastHearing" date, "hearingsPostponed" int,
          "lastMilestone" text, "lastMilestoneDate" text, "caseNumbers" text[])),
      given_key AS (
        SELECT * FROM jsonb_to_recordset(?::jsonb)
          AS k (proceeding text, facet text, value text, reach int)),
      gone AS (
        DELETE FROM incident_proceeding p USING subject s
        WHERE p.incident = s.incident AND NOT EXISTS (
          SELECT FROM given g WHERE g.proceeding = p.proceeding)),
      gone_key AS (
        DELETE FROM incident_proceeding_key p USING subject s
        WHERE p.incident = s.incident AND NOT EXISTS (
          SELECT FROM given_key k
          WHERE k.proceeding = p.proceeding AND k.facet = p.facet AND k.value = p.value)),
      kept_key AS (
        INSERT INTO incident_proceeding_key AS p
          (incident, proceeding, facet, value, owner, reach, bars)
        SELECT s.incident, k.proceeding, k.facet, k.value, s.owner, k.reach, s.bars
        FROM given_key k, subject s
        ON CONFLICT (incident, proceeding, facet, value)
          DO UPDATE SET reach = excluded.reach, bars = excluded.bars
          WHERE (p.reach, p.bars) IS DISTINCT FROM (excluded.reach, excluded.bars))
      INSERT INTO incident_proceeding AS p (incident, owner, bars, proceeding, reach, type,
        requesting_state, requested_state, status, open_since, ended_since, hearing, last_hearing,
        hearings_postponed, last_milestone, last_milestone_date, case_numbers)
      SELECT s.incident, s.owner, s.bars, g.proceeding, g.reach, g.type, g."requestingState",
        g."requestedState", g.status, g."openSince", g."endedSince", g.hearing,
        g."lastHearing", g."hearingsPostponed", g."lastMilestone", g."lastMilestoneDate",
        COALESCE(g."caseNumbers", '{}')
      FROM given g, subject s
      ON CONFLICT (incident, proceeding) DO UPDATE SET
        bars = excluded.bars, reach = excluded.reach, type = excluded.type,
        requesting_state = excluded.requesting_state, requested_state = excluded.requested_state,
        status = excluded.status, open_since = excluded.open_since,
        ended_since = excluded.ended_since, hearing = excluded.hearing,
        last_hearing = excluded.last_hearing, hearings_postponed = excluded.hearings_postponed, last_milestone = excluded.last_milestone,
        last_milestone_date = excluded.last_milestone_date, case_numbers = excluded.case_numbers
      WHERE p IS DISTINCT FROM excluded
      """;

  private ProceedingTable() {}

  static void replace(Connection connection, IncidentEntity incident, ProceedingRows rows)
      throws SQLException {
    if (incident.revision == 1 && rows.proceedings().isEmpty()) {
      return;
    }
    try (var statement = connection.prepareStatement(REPLACE)) {
      statement.setObject(1, incident.id);
      statement.setObject(2, incident.owner);
      statement.setInt(3, incident.bars);
      statement.setString(4, StoredJson.write(rows.proceedings()));
      statement.setString(5, StoredJson.write(rows.keys()));
      statement.executeUpdate();
    }
  }
}
