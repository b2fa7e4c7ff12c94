package org.tnregistry.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The policies of row-level security, as the catalogue of the database has them. */
@QuarkusTest
class RowPolicyTest {
  @Inject Catalogue catalogue;

  @Test
  void everyTableHasRowSecurityForItsOwnerToo() throws SQLException {
    var open =
        catalogue.query(
            """
            SELECT relname FROM pg_class WHERE relkind IN ('r', 'p')
            AND relnamespace = 'public'::regnamespace
            AND NOT (relrowsecurity AND relforcerowsecurity)
            """);
    assertEquals(Catalogue.WITHOUT_ROW_SECURITY, Set.copyOf(open));
  }

  /** A view runs with the rights of its owner unless it says otherwise, past the policies. */
  @Test
  void noViewReadsPastThePolicies() throws SQLException {
    assertEquals(
        List.of(),
        catalogue.query(
            """
            SELECT relname FROM pg_class
            WHERE relkind IN ('v', 'm') AND relnamespace = 'public'::regnamespace
            AND NOT coalesce(reloptions @> ARRAY['security_invoker=true'], false)
            """));
  }

  /** The policies of every table, as they stand: none says anything without asking who asks. */
  @Test
  void everyPolicyAsksWhoIsAsking() throws SQLException {
    assertEquals(
        List.of(),
        catalogue.query(
            """
            SELECT tablename || '.' || policyname FROM pg_policies WHERE schemaname = 'public'
            AND coalesce(qual, with_check) NOT LIKE '%viewer_%'
            """));
    var withoutPolicy = new TreeSet<>(catalogue.tables());
    withoutPolicy.removeAll(
        catalogue.query("SELECT tablename FROM pg_policies WHERE permissive = 'PERMISSIVE'"));
    assertEquals(Catalogue.WITHOUT_ROW_SECURITY, withoutPolicy);
  }

  /** Deny beats allow: no policy that is added to these tables can let a barred agency in. */
  @Test
  void barsRestrictEveryTableThatReachesOthers() throws SQLException {
    var reaching =
        new TreeSet<>(
            catalogue.query(
                """
                SELECT relname FROM pg_class c WHERE relkind = 'r'
                AND relnamespace = 'public'::regnamespace
                AND EXISTS (SELECT FROM pg_attribute
                  WHERE attrelid = c.oid AND attname IN ('reach', 'bars'))
                """));
    reaching.remove("reach_principal");
    // Those of assessments stand in a table of their own, which whom they bar must see.
    reaching.remove("assessment_bars");
    reaching.add("assessment");
    assertTrue(reaching.size() >= 4, reaching::toString);
    assertEquals(
        reaching,
        new TreeSet<>(
            catalogue.query("SELECT tablename FROM pg_policies WHERE permissive = 'RESTRICTIVE'")));
  }
}
