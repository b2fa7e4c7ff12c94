package org.tnregistry.access.readiness;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Asks the database itself, as the role of the service, what that role could do. */
final class DatabaseSafety {
  private static final String ROLE = "quarkus.datasource.username";
  private static final String SERVER = "quarkus.datasource.jdbc.url";

  /** Each finds rows exactly when the role could read past the policies. */
  private static final List<Check> OF_POLICIES =
      List.of(
          new Check(
              ROLE,
              "the role is a superuser or has BYPASSRLS, and would see the records of all agencies",
              "SELECT FROM pg_roles WHERE rolname = current_user AND (rolsuper OR rolbypassrls)"),
          new Check(
              ROLE,
              "the role owns tables, and could switch their row-level security off",
              """
              SELECT FROM pg_class WHERE relowner = (SELECT oid FROM pg_roles
                WHERE rolname = current_user) AND relkind IN ('r', 'p', 'v', 'm')
              """),
          new Check(
              ROLE,
              "the role is a member of the one that owns the tables, and could become it",
              """
              SELECT FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace
                AND c.relkind IN ('r', 'p') AND pg_has_role(current_user, c.relowner, 'MEMBER')
                AND NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
                AND c.relowner <> (SELECT oid FROM pg_roles WHERE rolname = current_user)
              """),
          new Check(
              ROLE,
              "the role can create objects in a schema, and so functions that policies would call",
              """
              SELECT FROM pg_namespace WHERE nspname !~ '^pg_(temp|toast)'
                AND has_schema_privilege(current_user, oid, 'CREATE')
              """),
          new Check(
              SERVER,
              "a table that the role can use has no forced row-level security",
              """
              SELECT FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace
                AND c.relkind IN ('r', 'p') AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
                AND has_table_privilege(current_user, c.oid, 'SELECT, INSERT, UPDATE, DELETE')
              """));

  private static final List<Check> OF_THE_SERVER =
      List.of(
          setting("fsync", "a crash of the machine could destroy the database"),
          setting("full_page_writes", "a crash of the machine could destroy pages"),
          setting("synchronous_commit", "records that were acknowledged could be lost"),
          new Check(
              SERVER,
              "the encoding of the database is not UTF8",
              "SELECT WHERE current_setting('server_encoding') <> 'UTF8'"));

  /** The directory of agencies needs somebody who asks. */
  private static final Check DEMO_AGENCIES =
      new Check(
          SERVER,
          "the database holds the demo agencies of local mode, whose credentials were printed;"
              + " give production a database of its own",
          "SELECT FROM agency WHERE demo");

  private record Check(String property, String reason, String unsafeWhenFound) {}

  private DatabaseSafety() {}

  private static Check setting(String name, String consequence) {
    return new Check(
        SERVER,
        "its server runs with " + name + " = off: " + consequence,
        "SELECT WHERE current_setting('" + name + "') = 'off'");
  }

  /** Whether the policies bind the role; asked again and again while the service runs. */
  static List<Unsafe> ofPolicies(Connection connection) throws SQLException {
    return found(connection, OF_POLICIES);
  }

  static List<Unsafe> ofTheServer(Connection connection) throws SQLException {
    return found(connection, OF_THE_SERVER);
  }

  /**
   * @param connection without automatic commit
   */
  static List<Unsafe> demoAgencies(Connection connection) throws SQLException {
    try (var viewer = connection.prepareStatement("SELECT viewer_enters('system:checking')")) {
      viewer.execute();
      return found(connection, List.of(DEMO_AGENCIES));
    } finally {
      connection.rollback();
    }
  }

  private static List<Unsafe> found(Connection connection, List<Check> checks) throws SQLException {
    var unsafe = new ArrayList<Unsafe>();
    for (var check : checks) {
      try (var statement = connection.createStatement();
          var rows = statement.executeQuery(check.unsafeWhenFound() + " LIMIT 1")) {
        if (rows.next()) {
          unsafe.add(new Unsafe(check.property(), check.reason()));
        }
      }
    }
    return unsafe;
  }
}
