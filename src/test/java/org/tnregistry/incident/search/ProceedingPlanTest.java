package org.tnregistry.incident.search;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tnregistry.bench.IncidentGenerator;
import org.tnregistry.bench.LoadedRegistry;
import org.tnregistry.bench.PlanTable;
import org.tnregistry.incident.IncidentFacets;
import org.tnregistry.incident.search.ProceedingFilter.Hearing;
import org.tnregistry.shared.paging.Cursor;

/** How the server finds proceedings among those of 200,000 incidents, below row-level security. */
class ProceedingPlanTest {
  private static final int LIMIT = 50;

  /** What may be looked at in any case: a page, and the beginning of each reach. */
  private static final int START = 3_000;

  private static final PlanTable TABLE = new PlanTable("proceedings");

  @AfterAll
  static void writePlans() {
    TABLE.write();
  }

  /** The states frequent, rare and absent; what is as good as nowhere; several values. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "requestedState=TR",
        "requestedState=BE",
        "requestedState=IS",
        "requestedState=BR",
        "requestedState=BE&type=extradition-request&status=open",
        "requestedState=BE&requestedState=FR&status=open",
        "requestingState=CN",
        "requestingState=KP",
        "requestingState=BR",
        "requestingState=KZ&requestedState=BE&status=open",
        "requestedState=BE&status=open&openForDays=1000",
        "type=extradition-request",
        "type=un-procedure",
        "type=asylum-revocation",
        "status=open",
        "status=acquitted",
        "openForDays=365",
        "hearingFrom=2026-12-01&hearingTo=2026-12-31",
        "owner=bench-6",
        "caseNumber=Case CN-1",
        "caseNumber=none",
        "target=00000000-0000-4000-8000-000000000000"
      })
  void aPageIsFoundInIndexesAndOnlyItsRowsAreRead(String question) throws SQLException {
    for (var viewer : Questions.VIEWERS) {
      check(viewer, question, ProceedingSort.OPEN_SINCE, null);
    }
  }

  @ParameterizedTest
  @EnumSource(ProceedingSort.class)
  void everyOrderIsReadFromAnIndexFromTheBeginningAndFromACursor(ProceedingSort sort)
      throws SQLException {
    var middle = sort == ProceedingSort.NEXT_HEARING ? "2027-03-01" : "2014-03-01";
    var cursor =
        new Cursor(sort.listName(), List.of(middle, new UUID(0, 0).toString(), "p1")).encode();
    for (var question : List.of("", "requestedState=BE", "requestingState=KZ&status=open")) {
      check(Questions.VIEWERS.get(0), question, sort, null);
      check(Questions.VIEWERS.get(0), question, sort, cursor);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "requestedState=BE&type=extradition-request&status=open", "caseNumber=none"})
  void aCountReadsNoTable(String question) throws SQLException {
    for (var viewer : Questions.VIEWERS) {
      var request = request(question, ProceedingSort.OPEN_SINCE, null);
      var plan = Questions.explained(viewer, Proceedings.count(request, IncidentGenerator.TODAY));
      TABLE.add(question + " count", plan);
      assertFalse(plan.scansATable(), plan::toString);
      assertTrue(plan.entriesVisited() <= START + allowed(viewer, question), plan::toString);
    }
  }

  private static void check(
      UUID viewer, String question, ProceedingSort sort, @Nullable String cursor)
      throws SQLException {
    var request = request(question, sort, cursor);
    var plan = Questions.explained(viewer, Proceedings.select(request, IncidentGenerator.TODAY));
    TABLE.add(
        question
            + " "
            + sort.listName()
            + (cursor == null ? "" : " from a cursor")
            + (viewer.equals(Questions.VIEWERS.get(0)) ? "" : " (small agency)"),
        plan);
    assertFalse(plan.scansATable(), () -> question + "\n" + plan);
    assertTrue(plan.rowsFetched("incident") <= LIMIT + 1, () -> question + "\n" + plan);
    // What a key leads to is read to be put in order.
    int read = question.contains("caseNumber") || question.contains("target") ? 1_000 : LIMIT + 1;
    assertTrue(plan.rowsFetched("incident_proceeding") <= read, () -> question + "\n" + plan);
    long most = START + allowed(viewer, question);
    assertTrue(
        plan.entriesVisited() <= most,
        () -> question + " visited " + plan.entriesVisited() + " of " + most + "\n" + plan);
  }

  /**
   * A state leads to its proceedings and not past all others; type and status alone pass all. Among
   * the shared ones those of the viewer itself are passed, too.
   */
  private static long allowed(UUID viewer, String question) throws SQLException {
    var filter = request(question, ProceedingSort.OPEN_SINCE, null).filter();
    if (!filter.caseNumbers().isEmpty() || !filter.targets().isEmpty()) {
      return 0;
    }
    try (var connection = LoadedRegistry.superuser();
        var statement =
            connection.prepareStatement(
                """
                SELECT count(*) FROM incident_proceeding
                WHERE (owner = ? OR reach = ANY ((SELECT reaches_of(principals_of(?)))::int[]))
                  AND (cardinality(?) = 0 OR requested_state = ANY (?))
                  AND (cardinality(?) = 0 OR requesting_state = ANY (?))
                """)) {
      statement.setObject(1, viewer);
      statement.setObject(2, viewer);
      for (int i = 0; i < 2; i++) {
        var states = i == 0 ? filter.requestedStates() : filter.requestingStates();
        statement.setArray(3 + 2 * i, connection.createArrayOf("text", states.toArray()));
        statement.setArray(4 + 2 * i, connection.createArrayOf("text", states.toArray()));
      }
      try (var row = statement.executeQuery()) {
        row.next();
        return 2 * row.getLong(1);
      }
    }
  }

  private static Proceedings.Request request(
      String question, ProceedingSort sort, @Nullable String cursor) {
    var given = new HashMap<String, List<String>>();
    for (var part : question.isEmpty() ? new String[0] : question.split("&", -1)) {
      var name = part.substring(0, part.indexOf('='));
      given.computeIfAbsent(name, n -> new ArrayList<>()).add(part.substring(name.length() + 1));
    }
    var days = given.get("openForDays");
    var from = given.get("hearingFrom");
    var to = given.getOrDefault("hearingTo", List.of("9999-12-31"));
    var filter =
        new ProceedingFilter(
            given.getOrDefault("type", List.of()),
            given.getOrDefault("requestingState", List.of()),
            given.getOrDefault("requestedState", List.of()),
            given.getOrDefault("status", List.of()),
            given.getOrDefault("caseNumber", List.of()).stream()
                .map(IncidentFacets::caseNumber)
                .toList(),
            given.getOrDefault("target", List.of()),
            given.getOrDefault("owner", List.of()),
            days == null ? null : Integer.valueOf(days.get(0)),
            from == null
                ? null
                : new Hearing(LocalDate.parse(from.get(0)), LocalDate.parse(to.get(0))));
    return new Proceedings.Request(filter, sort, LIMIT, cursor, false);
  }
}
