package org.tnregistry.access.readiness;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Takes no requests while row-level security does not bind the service: somebody may have changed
 * the role or a table since the start. What is wrong stands in the log alone, because anybody can
 * ask for readiness.
 */
@Readiness
@ApplicationScoped
class PolicyReadiness implements HealthCheck {
  private static final Logger LOG = Logger.getLogger(PolicyReadiness.class);

  private final DataSource database;

  PolicyReadiness(DataSource database) {
    this.database = database;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("Row-level security").status(isBinding()).build();
  }

  private boolean isBinding() {
    try (var connection = database.getConnection()) {
      List<Unsafe> unsafe = DatabaseSafety.ofPolicies(connection);
      unsafe.forEach(u -> LOG.errorf("Not ready: %s", u));
      return unsafe.isEmpty();
    } catch (SQLException e) {
      LOG.warnf("Not ready: the database cannot be asked (%s)", e.getSQLState());
      return false;
    }
  }
}
