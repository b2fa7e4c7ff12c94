package org.tnregistry.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the role of the service may do in the database beside reading and writing rows. */
@QuarkusTest
class ServiceRoleTest {
  @Inject Catalogue catalogue;

  @Test
  void theServiceOwnsNothingAndCannotPassThePolicies() throws SQLException {
    assertEquals(
        List.of("f f f f f"),
        catalogue.query(
            """
            SELECT concat_ws(' ', rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
              rolreplication) FROM pg_roles WHERE rolname = current_user
            """));
    assertEquals(
        List.of(),
        catalogue.query(
            "SELECT classid FROM pg_shdepend WHERE deptype = 'o' AND refobjid = "
                + "(SELECT oid FROM pg_roles WHERE rolname = current_user)"));
    assertEquals(
        List.of(),
        catalogue.query(
            """
            SELECT roleid::regrole FROM pg_auth_members
            WHERE member = (SELECT oid FROM pg_roles WHERE rolname = current_user)
            """));
  }

  @Test
  void theServiceCanCreateNothing() throws SQLException {
    assertEquals(
        List.of(),
        catalogue.query(
            """
            SELECT nspname FROM pg_namespace
            WHERE has_schema_privilege(current_user, oid, 'CREATE')
            UNION ALL SELECT datname FROM pg_database
            WHERE has_database_privilege(current_user, oid, 'CREATE')
            """));
  }

  /** All else is only added to: what was said, decided and entered stays as it was. */
  @Test
  void theServiceChangesAndDeletesInTheseTablesAlone() throws SQLException {
    assertEquals(
        List.of(
            "agency",
            "agency_retention",
            "case_file",
            "case_member",
            "credential",
            "idempotent_answer",
            "identity_reading",
            "incident",
            "incident_bar",
            "incident_proceeding",
            "incident_proceeding_key",
            "ledger_tile",
            "party",
            "party_identity",
            "party_name_token",
            "prf_key",
            "rate_limit",
            "reevaluation",
            "reevaluation_item"),
        tables("has_any_column_privilege(current_user, oid, 'UPDATE')"));
    assertEquals(
        List.of(
            "idempotent_answer",
            "incident_bar",
            "incident_external_id",
            "incident_facet",
            "incident_proceeding",
            "incident_proceeding_key",
            "ledger_salt",
            "party_identity",
            "party_name_token",
            "rate_limit",
            "sharing_group",
            "sharing_group_member"),
        tables("has_table_privilege(current_user, oid, 'DELETE')"));
    assertEquals(List.of(), tables("has_table_privilege(current_user, oid, 'TRUNCATE')"));
  }

  private List<String> tables(String condition) throws SQLException {
    return catalogue.query(
        "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace"
            + " AND "
            + condition
            + " ORDER BY relname COLLATE \"C\"");
  }

  @Test
  void noFunctionRunsWithTheRightsOfItsOwner() throws SQLException {
    assertEquals(
        List.of(),
        catalogue.query(
            "SELECT proname FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace"));
  }
}
