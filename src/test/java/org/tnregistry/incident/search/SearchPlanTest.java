package org.tnregistry.incident.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tnregistry.incident.search.Questions.explained;
import static org.tnregistry.incident.search.Questions.reaching;
import static org.tnregistry.incident.search.Questions.sizes;

import java.lang.reflect.Field;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tnregistry.bench.Plan;
import org.tnregistry.bench.PlanTable;
import org.tnregistry.shared.paging.Cursor;

/** How the server finds pages among 200,000 incidents, below row-level security. */
class SearchPlanTest {
  private static final int LIMIT = 50;

  /**
   * A walk along an index may pass this many entries for each one it seeks: what it costs to look
   * that one up instead.
   */
  private static final int DETOUR = 60;

  /** What may be looked at in any case: a page, and the beginnings of several indexes. */
  private static final int START = 2_000;

  private static final PlanTable TABLE = new PlanTable("search");

  @AfterAll
  static void writePlans() {
    TABLE.write();
  }

  static Stream<String> questions() {
    return Questions.all();
  }

  @Test
  void everyFilterIsAskedFor() {
    var known =
        Arrays.stream(IncidentSearch.class.getDeclaredFields())
            .filter(f -> !f.isSynthetic())
            .map(Field::getName)
            .collect(Collectors.toSet());
    var asked =
        questions()
            .flatMap(q -> Arrays.stream(q.split("&", -1)))
            .filter(part -> !part.isEmpty())
            .map(part -> part.substring(0, part.indexOf('=')))
            .collect(Collectors.toSet());
    assertEquals(known, asked);
  }

  @ParameterizedTest
  @MethodSource("questions")
  void aPageIsFoundInIndexesAndOnlyItsRowsAreRead(String question) throws SQLException {
    for (var viewer : Questions.VIEWERS) {
      check(viewer, question, IncidentSort.UPDATED_DESCENDING, null);
    }
  }

  @ParameterizedTest
  @EnumSource(IncidentSort.class)
  void everyOrderIsReadFromAnIndexFromTheBeginningAndFromACursor(IncidentSort sort)
      throws SQLException {
    var middle =
        sort.key(IncidentSql.Side.OWN).equals("i.earliest")
            ? "2015-03-01"
            : "2024-03-01 12:00:00+00";
    var cursor =
        new Cursor("incidents:" + sort.parameter(), List.of(middle, new UUID(0, 0).toString()))
            .encode();
    for (var question :
        List.of("", "origin=KZ", "origin=KP", "origin=CN&host=TR", "period=2003-05")) {
      check(Questions.VIEWERS.get(0), question, sort, null);
      check(Questions.VIEWERS.get(0), question, sort, cursor);
    }
  }

  private static void check(
      UUID viewer, String question, IncidentSort sort, @Nullable String cursor)
      throws SQLException {
    var filter = Questions.filter(question);
    var request = new IncidentList.Request(filter, sort, LIMIT, cursor, false);
    var plan = explained(viewer, IncidentList.select(request));
    TABLE.add(
        question
            + " sort="
            + sort.parameter()
            + (cursor == null ? "" : " from a cursor")
            + (viewer.equals(Questions.VIEWERS.get(0)) ? "" : " (small agency)"),
        plan);
    assertFalse(plan.scansATable(), () -> question + "\n" + plan);
    assertTrue(plan.rowsFetched("incident") <= LIMIT + 1, () -> question + "\n" + plan);
    assertVisitsFew(viewer, question, filter, plan);
  }

  /**
   * A rare facet leads to its incidents and not past all others; the worst, two frequent facets
   * that seldom meet, costs each index once, on either side. What reaches the viewer and is barred
   * is passed as well, and so are own incidents among the shared ones.
   */
  private static void assertVisitsFew(
      UUID viewer, String question, IncidentFilter filter, Plan plan) throws SQLException {
    var sizes = sizes(viewer, filter);
    long everything = 3 * reaching(viewer) + 3 * sizes.stream().mapToLong(Long::longValue).sum();
    long rarest =
        sizes.isEmpty() || !filter.owners().isEmpty() ? everything : Collections.min(sizes);
    long most = START + Math.min(everything, DETOUR * rarest);
    assertTrue(
        plan.entriesVisited() <= most,
        () -> question + " visited " + plan.entriesVisited() + " of " + most + "\n" + plan);
  }
}
