package org.tnregistry.access.readiness;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.tnregistry.access.DemoAgencies;
import org.tnregistry.shared.start.RefusedStart;

/** Production mode does not start on what would betray its records. */
@ApplicationScoped
class ProductionChecks {
  private final Config config;
  private final DataSource database;

  ProductionChecks(Config config, DataSource database) {
    this.config = config;
    this.database = database;
  }

  void starts(@Observes @Priority(DemoAgencies.STARTUP_PRIORITY - 1) StartupEvent event)
      throws SQLException {
    if (config.getValue("tnr.mode", String.class).equals("production")) {
      check();
    }
  }

  /**
   * The settings, too, although {@link ProductionSettings} has looked at them: only now are they
   * those that the service runs on.
   *
   * @throws RefusedStart naming everything unsafe at once, so that it is mended in one round
   */
  void check() throws SQLException {
    var unsafe = new ArrayList<>(new ConfigurationSafety(config).found());
    unsafe.addAll(ofTheDatabase());
    if (!unsafe.isEmpty()) {
      throw new RefusedStart(
          unsafe.stream()
              .map(Unsafe::toString)
              .collect(Collectors.joining(System.lineSeparator())));
    }
  }

  private List<Unsafe> ofTheDatabase() throws SQLException {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        var unsafe = new ArrayList<>(DatabaseSafety.ofPolicies(connection));
        unsafe.addAll(DatabaseSafety.ofTheServer(connection));
        unsafe.addAll(DatabaseSafety.demoAgencies(connection));
        return unsafe;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }
}
