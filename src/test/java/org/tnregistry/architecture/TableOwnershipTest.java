package org.tnregistry.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which feature a table belongs to, and which tables it may point to. */
@QuarkusTest
class TableOwnershipTest {
  private static final Map<String, String> FEATURE_OF_TABLE =
      Map.ofEntries(
          Map.entry("journal", "ledger"),
          Map.entry("ledger_entry", "ledger"),
          Map.entry("ledger_salt", "ledger"),
          Map.entry("ledger_leaf", "ledger"),
          Map.entry("ledger_tile", "ledger"),
          Map.entry("ledger_checkpoint", "ledger"),
          Map.entry("ledger_witness", "ledger"),
          Map.entry("ledger_cosignature", "ledger"),
          Map.entry("agency", "access"),
          Map.entry("credential", "access"),
          Map.entry("idempotent_answer", "access"),
          Map.entry("party", "party"),
          Map.entry("party_identity", "party"),
          Map.entry("party_name_token", "party"),
          Map.entry("identity_reading", "party"),
          Map.entry("agency_retention", "party"),
          Map.entry("prf_key", "shared"),
          Map.entry("incident", "incident"),
          Map.entry("incident_revision", "incident"),
          Map.entry("incident_external_id", "incident"),
          Map.entry("incident_facet", "incident"),
          Map.entry("incident_part", "incident"),
          Map.entry("incident_proceeding", "incident"),
          Map.entry("incident_proceeding_key", "incident"),
          Map.entry("incident_bar", "incident"),
          Map.entry("incident_dispute", "incident"),
          Map.entry("incident_dispute_act", "incident"),
          Map.entry("case_file", "cases"),
          Map.entry("case_member", "cases"),
          Map.entry("incident_contribution", "incident"),
          Map.entry("incident_contribution_act", "incident"),
          Map.entry("assessment", "classification"),
          Map.entry("assessment_act", "classification"),
          Map.entry("assessment_bars", "classification"),
          Map.entry("agency_definition", "definition"),
          Map.entry("reevaluation", "classification"),
          Map.entry("reevaluation_item", "classification"),
          Map.entry("reevaluation_change", "classification"),
          Map.entry("agency_standing", "access"),
          Map.entry("rate_limit", "access"),
          Map.entry("sharing_group_change", "access"),
          Map.entry("sharing_group", "access"),
          Map.entry("sharing_group_member", "access"),
          Map.entry("reach", "access"),
          Map.entry("reach_principal", "access"),
          Map.entry("bar_set", "access"),
          Map.entry("bar_principal", "access"),
          // Flyway's own, which the service cannot read.
          Map.entry("flyway_schema_history", "shared"));

  @Inject Catalogue catalogue;

  @Test
  void everyTableBelongsToAFeature() throws SQLException {
    assertEquals(new TreeSet<>(FEATURE_OF_TABLE.keySet()), catalogue.tables());
  }

  @Test
  void foreignKeysFollowTheFeatureMap() throws SQLException {
    var keys =
        catalogue.query(
            """
            SELECT f.relname || ' ' || t.relname FROM pg_constraint c
            JOIN pg_class f ON f.oid = c.conrelid JOIN pg_class t ON t.oid = c.confrelid
            WHERE c.contype = 'f'
            """);
    assertTrue(keys.size() >= 9, "foreign keys are found");
    for (var key : keys) {
      var ends = key.split(" ", 2);
      assertTrue(
          FeatureMapTest.mayKnow(
              Objects.requireNonNull(FEATURE_OF_TABLE.get(ends[0])),
              Objects.requireNonNull(FEATURE_OF_TABLE.get(ends[1]))),
          key);
    }
  }
}
