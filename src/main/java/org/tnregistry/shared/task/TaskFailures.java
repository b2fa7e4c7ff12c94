package org.tnregistry.shared.task;

import io.quarkus.scheduler.FailedExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Logs that a scheduled task failed, in place of the scheduler, whose own log of it is turned off:
 * without a database every task fails, at each of its times, and a trace of it says nothing.
 */
@Singleton
class TaskFailures {
  private static final Logger LOG = Logger.getLogger(TaskFailures.class);

  /**
   * Classes of SQLSTATE by which a server says that it cannot be asked: connection exception,
   * insufficient resources, operator intervention.
   */
  private static final Set<String> OUTAGES = Set.of("08", "53", "57");

  void failed(@Observes FailedExecution failure) {
    var task = failure.getExecution().getTrigger().getMethodDescription();
    if (isOutage(failure.getException())) {
      LOG.warnf("%s is left for its next time: the database cannot be asked", task);
    } else {
      LOG.errorf(failure.getException(), "%s failed", task);
    }
  }

  static boolean isOutage(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException e && saysOutage(e)) {
        return true;
      }
    }
    return false;
  }

  private static boolean saysOutage(SQLException e) {
    var state = e.getSQLState();
    return e instanceof SQLTransientConnectionException
        || (state != null && state.length() == 5 && OUTAGES.contains(state.substring(0, 2)));
  }
}
