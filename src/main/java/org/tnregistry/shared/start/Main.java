package org.tnregistry.shared.start;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import java.util.logging.Level;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.postgres.EmbeddedPostgresException;

/**
 * Starts the service, and before it a database if none is configured; with arguments, runs the
 * command they name instead.
 */
@QuarkusMain
public final class Main {
  /** Kept, because the log manager would forget it with its level. */
  private static final java.util.logging.Logger HIBERNATE =
      java.util.logging.Logger.getLogger("org.hibernate");

  public static void main(String... arguments) {
    if (arguments.length > 0) {
      System.exit(Commands.run(arguments));
    }
    try {
      StartMode.choose();
    } catch (EmbeddedPostgresException | IllegalStateException e) {
      refuse(e.getMessage());
    }
    // The levels of the settings are not in force yet when the settings themselves are refused.
    HIBERNATE.setLevel(Level.WARNING);
    Quarkus.run(null, Main::ended, arguments);
  }

  /** Of a start that somebody can mend by the message alone, the message alone is printed. */
  private static void ended(int status, @Nullable Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof RefusedStart
          || cause instanceof ConfigurationException
          || cause instanceof ConfigValidationException) {
        refuse(cause.getMessage());
        return;
      } else if (cause instanceof QuarkusBindException busy) {
        refuse("Port " + busy.getPort() + " of " + busy.getHost() + " is used by another process");
        return;
      }
    }
    if (failure != null) {
      var refusal = DatabaseFailure.refusal(failure, ConfigProvider.getConfig());
      if (refusal != null) {
        refuse(refusal);
        return;
      }
      Logger.getLogger(Main.class).error("The service could not start", failure);
    }
    exit(status);
  }

  private static void refuse(@Nullable String message) {
    System.err.println(message);
    exit(1);
  }

  /** A live reload in development ends one run and begins the next in the same JVM. */
  private static void exit(int status) {
    if (LaunchMode.current() != LaunchMode.DEVELOPMENT) {
      System.exit(status);
    }
  }
}
