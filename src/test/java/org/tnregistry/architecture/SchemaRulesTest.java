package org.tnregistry.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.access.Operator;
import org.tnregistry.contract.Api;
import org.tnregistry.party.Persons;

/** The rules of the database, asked of the one that the migrations made. */
@QuarkusTest
class SchemaRulesTest {
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
          Map.entry("incident_bar", "incident"),
          Map.entry("incident_dispute", "incident"),
          Map.entry("incident_dispute_act", "incident"),
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

  private static final Set<String> WITHOUT_ROW_SECURITY =
      Set.of(
          // Granted to the owner alone.
          "flyway_schema_history");

  /** They say who is a member, what audiences and wrapped keys there are, and name no record. */
  private static final Set<String> FOR_EVERY_VIEWER =
      Set.of(
          "agency",
          // Hashes, signatures and the keys for them: published.
          "ledger_tile",
          "ledger_checkpoint",
          "ledger_witness",
          "ledger_cosignature",
          "sharing_group",
          "sharing_group_member",
          "reach",
          "reach_principal",
          "bar_set",
          "bar_principal",
          "prf_key");

  /** The registry's own: counters, and reasons that are nobody else's business. */
  private static final Set<String> FOR_NO_AGENCY =
      Set.of("agency_standing", "rate_limit", "sharing_group_change");

  private static final String NO_VIEWER = "TN001";
  private static final int SEQUENCING_TRIES = 200;
  private static final Duration SEQUENCING_PAUSE = Duration.ofMillis(50);

  @Inject AgencyFixture agencies;
  @Inject Operator operator;

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  @ConfigProperty(name = "quarkus.datasource.username")
  String app;

  @ConfigProperty(name = "quarkus.datasource.password")
  String password;

  @Test
  void everyTableBelongsToAFeature() throws SQLException {
    assertEquals(new TreeSet<>(FEATURE_OF_TABLE.keySet()), tables());
  }

  @Test
  void foreignKeysFollowTheFeatureMap() throws SQLException {
    var keys =
        query(
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

  @Test
  void everyTableHasRowSecurityForItsOwnerToo() throws SQLException {
    var open =
        query(
            """
            SELECT relname FROM pg_class WHERE relkind IN ('r', 'p')
            AND relnamespace = 'public'::regnamespace
            AND NOT (relrowsecurity AND relforcerowsecurity)
            """);
    assertEquals(WITHOUT_ROW_SECURITY, Set.copyOf(open));
  }

  /** A view runs with the rights of its owner unless it says otherwise, past the policies. */
  @Test
  void noViewReadsPastThePolicies() throws SQLException {
    assertEquals(
        List.of(),
        query(
            """
            SELECT relname FROM pg_class
            WHERE relkind IN ('v', 'm') AND relnamespace = 'public'::regnamespace
            AND NOT coalesce(reloptions @> ARRAY['security_invoker=true'], false)
            """));
  }

  @Test
  void theServiceOwnsNothingAndCannotPassThePolicies() throws SQLException {
    assertEquals(
        List.of("f f f f f"),
        query(
            """
            SELECT concat_ws(' ', rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
              rolreplication) FROM pg_roles WHERE rolname = current_user
            """));
    assertEquals(
        List.of(),
        query(
            "SELECT classid FROM pg_shdepend WHERE deptype = 'o' AND refobjid = "
                + "(SELECT oid FROM pg_roles WHERE rolname = current_user)"));
    assertEquals(
        List.of(),
        query(
            """
            SELECT roleid::regrole FROM pg_auth_members
            WHERE member = (SELECT oid FROM pg_roles WHERE rolname = current_user)
            """));
  }

  @Test
  void theServiceCanCreateNothing() throws SQLException {
    assertEquals(
        List.of(),
        query(
            """
            SELECT nspname FROM pg_namespace
            WHERE has_schema_privilege(current_user, oid, 'CREATE')
            UNION ALL SELECT datname FROM pg_database
            WHERE has_database_privilege(current_user, oid, 'CREATE')
            """));
  }

  @Test
  void noFunctionRunsWithTheRightsOfItsOwner() throws SQLException {
    assertEquals(
        List.of(),
        query(
            "SELECT proname FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace"));
  }

  @Test
  void aTransactionOfNobodyIsRefused() throws SQLException {
    populate(agencies.agency());
    var refused = new TreeSet<String>();
    for (var table : tables()) {
      if (WITHOUT_ROW_SECURITY.contains(table)) {
        continue;
      }
      try {
        // Where there is no row, no policy is asked.
        assertEquals(List.of("0"), query("SELECT count(*) FROM " + table), table);
      } catch (SQLException refusal) {
        assertEquals(NO_VIEWER, refusal.getSQLState(), table);
        refused.add(table);
      }
    }
    assertTrue(refused.containsAll(protectedTables().keySet()), refused::toString);
  }

  /** The policies of every table, as they stand: none says anything without asking who asks. */
  @Test
  void everyPolicyAsksWhoIsAsking() throws SQLException {
    assertEquals(
        List.of(),
        query(
            """
            SELECT tablename || '.' || policyname FROM pg_policies WHERE schemaname = 'public'
            AND coalesce(qual, with_check) NOT LIKE '%viewer_%'
            """));
    var withoutPolicy = new TreeSet<>(tables());
    withoutPolicy.removeAll(
        query("SELECT tablename FROM pg_policies WHERE permissive = 'PERMISSIVE'"));
    assertEquals(WITHOUT_ROW_SECURITY, withoutPolicy);
  }

  /** Deny beats allow: no policy that is added to these tables can let a barred agency in. */
  @Test
  void barsRestrictEveryTableThatReachesOthers() throws SQLException {
    var reaching =
        new TreeSet<>(
            query(
                """
                SELECT relname FROM pg_class c WHERE relkind = 'r'
                AND relnamespace = 'public'::regnamespace
                AND EXISTS (SELECT FROM pg_attribute WHERE attrelid = c.oid AND attname = 'reach')
                """));
    reaching.remove("reach_principal");
    assertTrue(reaching.size() >= 4, reaching::toString);
    assertEquals(
        reaching,
        new TreeSet<>(query("SELECT tablename FROM pg_policies WHERE permissive = 'RESTRICTIVE'")));
  }

  @Test
  void anotherAgencySeesNoRow() throws SQLException {
    var first = agencies.agency();
    populate(first);
    var second = agencies.agency().id().toString();
    for (var table : protectedTables().entrySet()) {
      var rows =
          "SELECT count(*) FROM %s WHERE %s = '%s'"
              .formatted(table.getKey(), table.getValue(), first.id());
      assertEquals(List.of("0"), as(second, rows), table.getKey());
      assertTrue(
          Integer.parseInt(as(first.id().toString(), rows).get(0)) > 0,
          table.getKey() + " holds no row of the first agency: nothing was shown");
    }
  }

  @Test
  void noAgencySeesARowOfTheRegistrysOwnTables() throws SQLException {
    var agency = agencies.agency();
    operator.quarantine(agency, true);
    operator.join(operator.group(), agency);
    for (var table : FOR_NO_AGENCY) {
      assertEquals(
          List.of("0"), as(agency.id().toString(), "SELECT count(*) FROM " + table), table);
    }
    for (var table : List.of("agency_standing", "sharing_group_change")) {
      assertNotEquals(List.of("0"), as("system:administering", "SELECT count(*) FROM " + table));
    }
    assertNotEquals(List.of("0"), as("system:limiting", "SELECT count(*) FROM rate_limit"));
  }

  /** A row of the agency in every table. */
  private void populate(TestAgency agency) throws SQLException {
    var incident =
        anIncident()
            .with(
                d ->
                    ((ObjectNode) d.at("/sources/0"))
                        .putObject("handling")
                        .put("marking", "TLP:RED"))
            .with(
                d ->
                    d.putArray("externalIds")
                        .addObject()
                        .put("publisher", agency.handle())
                        .put("id", "case-1"))
            .json();
    Api.sending(agency.first(), incident)
        .header("Idempotency-Key", "once")
        .post("/v1/incidents")
        .then()
        .statusCode(201);
    anIncident()
        .with(
            d ->
                d.putObject("handling")
                    .put("marking", "TLP:RED")
                    .putObject("audience")
                    .putArray("agencies")
                    .add(agency.handle()))
        .recordedBy(agency);
    var party =
        "{\"kind\":\"person\",\"identity\":{\"names\":[{\"text\":\"Anna\",\"kind\":\"primary\"}]}}";
    var id = Persons.registered(agency, party);
    Persons.identity(agency.first(), id).then().statusCode(200);
    Api.sending(agency.first(), "{\"identitiesAfterLastUse\":\"P5Y\"}")
        .header("If-Match", "*")
        .put("/v1/agencies/" + agency.id() + "/retention")
        .then()
        .statusCode(200);
    dispute(agency);
    awaitSequencing(agency.id().toString());
  }

  /** Filed by the agency against another one's record, and withdrawn. */
  private void dispute(TestAgency agency) {
    var record = "/v1/incidents/" + anIncident().sharedWith(agency).recordedBy(agencies.agency());
    var filed =
        Api.sending(agency.first(), "{\"kind\":\"other\",\"statement\":{\"en\":\"No.\"}}")
            .post(record + "/disputes");
    Api.sending(agency.first(), "{\"reason\":\"Test.\"}")
        .post(filed.<String>path("self") + "/withdrawal")
        .then()
        .statusCode(200);
  }

  private void awaitSequencing(String viewer) throws SQLException {
    for (int i = 0; i < SEQUENCING_TRIES; i++) {
      if (!as(viewer, "SELECT leaf FROM ledger_leaf").isEmpty()) {
        return;
      }
      LockSupport.parkNanos(SEQUENCING_PAUSE.toNanos());
    }
  }

  /** Those with row security, each with the column that names whose a row is. */
  private Map<String, String> protectedTables() throws SQLException {
    var columns = new TreeMap<String, String>();
    for (var table : tables()) {
      if (!WITHOUT_ROW_SECURITY.contains(table)
          && !FOR_EVERY_VIEWER.contains(table)
          && !FOR_NO_AGENCY.contains(table)) {
        var owner =
            query(
                """
                SELECT attname FROM pg_attribute
                WHERE attrelid = '%s'::regclass AND attname IN ('owner', 'agency')
                """
                    .formatted(table));
        assertEquals(1, owner.size(), table + " does not say whose a row is");
        columns.put(table, owner.get(0));
      }
    }
    return columns;
  }

  private Set<String> tables() throws SQLException {
    return new TreeSet<>(
        query(
            """
            SELECT relname FROM pg_class
            WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
            """));
  }

  private List<String> query(String sql) throws SQLException {
    return as(null, sql);
  }

  /** The first column, as the service's role. */
  private List<String> as(@Nullable String viewer, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, app, password);
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      if (viewer != null) {
        statement.execute("SELECT viewer_enters('" + viewer + "')");
      }
      var values = new ArrayList<String>();
      try (var rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          values.add(rows.getString(1));
        }
      }
      return values;
    }
  }
}
