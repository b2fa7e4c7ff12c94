package org.tnregistry.shared.start;

import io.smallrye.config.SmallRyeConfig;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.tnregistry.shared.postgres.Login;

/**
 * The database a command works on.
 *
 * @param app the restricted role of the service
 * @param config what the service would read
 */
public record CommandDatabase(String url, Login app, SmallRyeConfig config) {
  /** A new connection as the restricted role; the caller closes it. */
  public Connection asApp() throws SQLException {
    return DriverManager.getConnection(url, app.username(), app.password());
  }
}
