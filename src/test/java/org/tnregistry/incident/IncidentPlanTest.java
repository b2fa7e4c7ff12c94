package org.tnregistry.incident;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tnregistry.bench.IncidentGenerator;
import org.tnregistry.bench.LoadedRegistry;
import org.tnregistry.bench.Plan;
import org.tnregistry.bench.PlanTable;

/** How the server finds one record among 200,000, below row-level security. */
class IncidentPlanTest {
  private static final UUID VIEWER = IncidentGenerator.owners().get(0).id();
  private static final PlanTable TABLE = new PlanTable("records");

  /** Of these the driver keeps a prepared statement, for which the server may keep one plan. */
  private static final String[] PLANNING = {"force_custom_plan", "force_generic_plan"};

  private static final Map<String, String> STATEMENTS =
      Map.of(
          "current", IncidentQueries.CURRENT,
          "revision", IncidentQueries.REVISION,
          "as of", IncidentQueries.AS_OF,
          "history", IncidentQueries.HISTORY,
          "external id", ExternalIds.TAKEN.replace(":ids", "?").replace(":self", "?"));

  @AfterAll
  static void writePlans() {
    TABLE.write();
  }

  @ParameterizedTest
  @ValueSource(strings = {"current", "revision", "as of", "history", "external id"})
  void oneRecordIsReadByItsKey(String name) throws SQLException {
    for (var planning : PLANNING) {
      try (var connection = LoadedRegistry.asking(VIEWER)) {
        var incident = anIncident(connection);
        try (var set = connection.createStatement()) {
          set.execute("SET LOCAL plan_cache_mode = " + planning);
        }
        try (var statement = connection.prepareStatement(Plan.EXPLAIN + STATEMENTS.get(name))) {
          switch (name) {
            case "revision" -> {
              statement.setObject(1, incident);
              statement.setInt(2, 1);
            }
            case "as of" -> {
              statement.setObject(1, incident);
              statement.setTimestamp(2, Timestamp.from(Instant.parse("2027-01-01T00:00:00Z")));
            }
            case "external id" -> {
              statement.setString(1, "case-77");
              statement.setObject(2, incident);
            }
            default -> statement.setObject(1, incident);
          }
          var plan = Plan.of(statement);
          TABLE.add(name + " " + planning, plan);
          assertFalse(plan.scansATable(), plan::toString);
          assertTrue(plan.entriesVisited() <= 5, plan::toString);
        }
      }
    }
  }

  private static UUID anIncident(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT id FROM incident LIMIT 1")) {
      row.next();
      return row.getObject(1, UUID.class);
    }
  }
}
