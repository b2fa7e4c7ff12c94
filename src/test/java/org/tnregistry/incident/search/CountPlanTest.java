package org.tnregistry.incident.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tnregistry.incident.search.Questions.explained;
import static org.tnregistry.incident.search.Questions.number;
import static org.tnregistry.incident.search.Questions.reaching;
import static org.tnregistry.incident.search.Questions.sizes;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tnregistry.bench.PlanTable;

/** How the server counts among 200,000 incidents, below row-level security. */
class CountPlanTest {
  private static final UUID VIEWER = Questions.VIEWERS.get(0);
  private static final int START = 2_000;

  /** So few, of ten million, that the statistics need not know them: any way to them is short. */
  private static final int RARE = 1_000;

  private static final PlanTable TABLE = new PlanTable("counts");

  @AfterAll
  static void writePlans() {
    TABLE.write();
  }

  static Stream<String> questions() {
    return Questions.all();
  }

  @ParameterizedTest
  @MethodSource("questions")
  void anExactCountFetchesNoIncident(String question) throws SQLException {
    var filter = Questions.filter(question);
    var plan = explained(VIEWER, IncidentSql.count(filter));
    TABLE.add("count " + question, plan);
    assertFalse(plan.scansATable(), plan::toString);
    assertEquals(0, plan.rowsFetched("incident"), plan::toString);
    long facets = sizes(VIEWER, filter).stream().mapToLong(Long::longValue).sum();
    boolean facetsAlone =
        !filter.facets().isEmpty()
            && filter.period() == null
            && filter.updatedSince() == null
            && filter.owners().isEmpty();
    // An incident may have several of the values asked for, and is met at each.
    long most = START + 3 * facets + (facetsAlone ? 0 : 2 * reaching(VIEWER));
    assertTrue(plan.entriesVisited() <= most, () -> most + " for " + question + "\n" + plan);
  }

  @ParameterizedTest
  @MethodSource("questions")
  void countingFacetsAloneGivesWhatCountingIncidentsGives(String question) throws SQLException {
    for (var side : IncidentSql.Side.values()) {
      var sql = IncidentSql.of(Questions.filter(question), side);
      var incidents =
          new Query("SELECT count(*) FROM incident i WHERE " + sql.where(), sql.parameters());
      assertEquals(number(VIEWER, incidents), number(VIEWER, sql.count()));
    }
  }

  /** What row-level security must not cost: the statistics of the facets are used below it. */
  @ParameterizedTest
  @MethodSource("questions")
  void theNumberExpectedIsNearTheNumberThereIs(String question) throws SQLException {
    for (var facet : Questions.filter(question).facets()) {
      var alone = new IncidentFilter(List.of(facet), null, null, List.of());
      var count = IncidentSql.of(alone, IncidentSql.Side.OWN).count();
      long found = number(VIEWER, count);
      long expected = explained(VIEWER, count).rowsExpected();
      assertTrue(
          expected <= 4 * found + RARE && found <= 4 * expected + RARE,
          () -> facet + ": expected " + expected + ", found " + found);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "state-origin",
        "state-requesting",
        "state-host",
        "state-place-of-act",
        "state-transit",
        "state-co-operating",
        "tactic-family",
        "target-category",
        "year",
        "state-origin,state-host",
        "state-origin,year",
        "tactic-family,target-category"
      })
  void everythingIsGroupedFromIndexesAlone(String dimensions) throws SQLException {
    var facets = List.of(dimensions.split(",", -1));
    var plan = explained(VIEWER, IncidentCounts.select(facets, Questions.filter("")));
    TABLE.add("group by " + dimensions, plan);
    assertFalse(plan.scansATable(), plan::toString);
    assertEquals(0, plan.rowsFetched("incident"), plan::toString);
    assertEquals(0, plan.rowsFetched("incident_facet"), plan::toString);
    assertTrue(
        plan.entriesVisited() <= START + 2 * reaching(VIEWER) * (1 + 2 * facets.size()),
        plan::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"origin=KP", "caseNumber=Case CN-1", "tactic=bounty"})
  void fewIncidentsAreGroupedWithoutALookAtTheOthers(String question) throws SQLException {
    var filter = Questions.filter(question);
    long matching = number(VIEWER, IncidentSql.count(filter));
    for (var facets : List.of(List.of("state-host"), List.of("tactic-family", "year"))) {
      var plan = explained(VIEWER, IncidentCounts.select(facets, filter));
      TABLE.add("group " + question + " by " + facets, plan);
      assertFalse(plan.scansATable(), plan::toString);
      assertTrue(plan.entriesVisited() <= START + 10 * matching, plan::toString);
    }
  }
}
