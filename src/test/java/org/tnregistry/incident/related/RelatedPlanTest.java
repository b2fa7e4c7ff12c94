package org.tnregistry.incident.related;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.tnregistry.bench.IncidentGenerator;
import org.tnregistry.bench.LoadedRegistry;
import org.tnregistry.bench.Plan;
import org.tnregistry.incident.IncidentFacets;
import org.tnregistry.incident.IncidentFacets.Facet;

/** What is read to find related incidents among 200,000, below row-level security. */
class RelatedPlanTest {
  private static final UUID VIEWER = IncidentGenerator.owners().get(0).id();
  private static final String SHARE_ONE_NUMBER =
      """
      INSERT INTO incident_facet (owner, facet, value, incident, reach, bars)
      SELECT i.owner, 'case-number', 'ONENUMBER', i.id, i.reach, i.bars FROM incident i
      WHERE i.owner = viewer_agency() ORDER BY i.updated_at LIMIT 10000
      """;

  /**
   * What was rolled back lies in the pages still, and other plans are asked for index entries
   * alone.
   */
  @AfterAll
  static void clean() throws SQLException {
    try (var connection = LoadedRegistry.superuser();
        var statement = connection.createStatement()) {
      statement.execute("VACUUM (INDEX_CLEANUP ON) incident_facet");
    }
  }

  @Test
  void ofTenThousandThatShareACaseNumberOnlyTheFirstAreRead() throws SQLException {
    var traits =
        Traits.of(
            Set.of(
                new Facet(IncidentFacets.CASE_NUMBER, "ONENUMBER"),
                new Facet(IncidentFacets.TACTIC, "spyware")),
            null,
            null);
    try (var connection = LoadedRegistry.asking(VIEWER);
        var insert = connection.createStatement();
        var select = connection.prepareStatement(Plan.EXPLAIN + Candidates.SELECT)) {
      assertTrue(insert.executeUpdate(SHARE_ONE_NUMBER) > 5_000);
      Candidates.set(connection, select, UUID.randomUUID(), traits);
      var plan = Plan.of(select);
      assertFalse(plan.scansATable(), plan::toString);
      assertTrue(plan.rowsFetched("incident") <= Candidates.MAX_CANDIDATES, plan::toString);
      // The fronts of the value, own and of each reach, and the facets of what was found.
      assertTrue(plan.entriesVisited() < 3_000, plan::toString);
      connection.rollback();
    }
  }
}
