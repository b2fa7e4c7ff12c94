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

  @Test
  void noFunctionRunsWithTheRightsOfItsOwner() throws SQLException {
    assertEquals(
        List.of(),
        catalogue.query(
            "SELECT proname FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace"));
  }
}
