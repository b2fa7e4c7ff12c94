package org.tnregistry.ledger;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.UUID;
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
          statement.setObject(1, owner.id());
          statement.setString(2, "incident");
          statement.setObject(3, entry(owner.id(), after));
          statement.setInt(4, LIMIT);
          var plan = Plan.of(statement);
          TABLE.add(owner.handle() + " after " + after + " " + planning, plan);
          assertFalse(plan.scansATable(), plan::toString);
          assertTrue(plan.entriesVisited() <= 3 * LIMIT, plan::toString);
        }
      }
    }
  }

  private static UUID entry(UUID agency, String after) throws SQLException {
    var condition = after.equals("last") ? "" : " AND index <= " + after;
    try (var connection = LoadedRegistry.superuser();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT journal FROM ledger_entry WHERE agency = '%s'%s ORDER BY index DESC LIMIT 1"
                    .formatted(agency, condition))) {
      return row.next() ? row.getObject(1, UUID.class) : new UUID(0, 0);
    }
  }
}
