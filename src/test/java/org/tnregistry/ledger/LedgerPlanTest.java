package org.tnregistry.ledger;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tnregistry.bench.IncidentGenerator;
import org.tnregistry.bench.LoadedRegistry;
import org.tnregistry.bench.Plan;
import org.tnregistry.bench.PlanTable;

/** How the server finds a page of the change feed in a long ledger, below row-level security. */
class LedgerPlanTest {
  private static final int LIMIT = 50;
  private static final PlanTable TABLE = new PlanTable("changes");

  @AfterAll
  static void writePlans() {
    TABLE.write();
  }

  @ParameterizedTest
  @CsvSource({
    "force_custom_plan, 0",
    "force_custom_plan, 100000",
    "force_custom_plan, last",
    "force_generic_plan, 0",
    "force_generic_plan, 100000",
    "force_generic_plan, last"
  })
  void aPageOfChangesVisitsAPageOfEntries(String planning, String after) throws SQLException {
    for (var owner : IncidentGenerator.owners()) {
      try (var connection = LoadedRegistry.asking(owner.id())) {
        try (var set = connection.createStatement()) {
          set.execute("SET LOCAL plan_cache_mode = " + planning);
        }
        try (var statement = connection.prepareStatement(Plan.EXPLAIN + LedgerQueries.AFTER)) {
          LedgerQueries.bind(statement, place(after), List.of("incident"), LIMIT);
          var plan = Plan.of(statement);
          TABLE.add(owner.handle() + " after " + after + " " + planning, plan);
          assertFalse(plan.scansATable(), plan::toString);
          assertTrue(plan.entriesVisited() <= 3 * LIMIT, plan::toString);
        }
      }
    }
  }

  private static long place(String after) throws SQLException {
    if (!after.equals("last")) {
      return Long.parseLong(after);
    }
    try (var connection = LoadedRegistry.superuser();
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT max(index) FROM ledger_entry")) {
      row.next();
      return row.getLong(1);
    }
  }
}
