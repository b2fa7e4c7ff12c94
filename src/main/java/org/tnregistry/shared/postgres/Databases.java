package org.tnregistry.shared.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGConnection;

/** The roles and the database that an operator would prepare by hand on a server of their own. */
final class Databases {

  static final String NAME = "tnr";

  private static final String MAINTENANCE = "postgres";

  private final int port;
  private final Credentials credentials;

  Databases(int port, Credentials credentials) {
    this.port = port;
    this.credentials = credentials;
  }

  static String url(int port, String database) {
    return "jdbc:postgresql://" + ServerProcess.ADDRESS + ":" + port + "/" + database;
  }

  /** Does only what is still missing, so that every start may call it. */
  void prepare() throws SQLException {
    String owner = credentials.owner().username();
    String app = credentials.app().username();
    try (Connection connection = connect(MAINTENANCE)) {
      role(connection, credentials.owner());
      role(connection, credentials.app());
      execute(connection, "ALTER ROLE " + app + " NOINHERIT");
      execute(connection, "ALTER ROLE " + app + " SET statement_timeout = '30s'");
      if (isMissing(connection, "SELECT 1 FROM pg_database WHERE datname = ?", NAME)) {
        execute(connection, "CREATE DATABASE " + NAME + " OWNER " + owner);
      }
      execute(connection, "REVOKE ALL ON DATABASE tnr, postgres, template1 FROM PUBLIC");
      execute(connection, "GRANT CONNECT ON DATABASE tnr TO " + app);
    }
    // Its own schema, which nobody else may use: the statements of all readers are in that view.
    try (Connection connection = connect(NAME)) {
      execute(connection, "CREATE SCHEMA IF NOT EXISTS monitoring");
      execute(connection, "CREATE EXTENSION IF NOT EXISTS pg_stat_statements SCHEMA monitoring");
    }
  }

  private Connection connect(String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", credentials.superuser().username());
    properties.setProperty("password", credentials.superuser().password());
    Connection connection = new Driver().connect(url(port, database), properties);
    if (connection == null) {
      throw new SQLException("The driver does not know " + url(port, database));
    }
    return connection;
  }

  /**
   * The driver hashes the password, so that it never stands in a statement the server could log.
   */
  private static void role(Connection connection, Login login) throws SQLException {
    String name = login.username();
    if (isMissing(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
      execute(connection, "CREATE ROLE " + name);
    }
    execute(
        connection,
        "ALTER ROLE "
            + name
            + " LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION");
    connection
        .unwrap(PGConnection.class)
        .alterUserPassword(name, login.password().toCharArray(), "scram-sha-256");
  }

  private static boolean isMissing(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet found = statement.executeQuery()) {
        return !found.next();
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
