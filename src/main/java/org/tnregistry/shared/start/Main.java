package org.tnregistry.shared.start;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.postgres.EmbeddedPostgresException;

/**
 * Starts the service, and before it a database if none is configured; with arguments, runs the
 * command they name instead.
 */
@QuarkusMain
public final class Main {

  public static void main(String... arguments) {
    if (arguments.length > 0) {
      System.exit(Commands.run(arguments));
    }
    try {
      StartMode.choose();
    } catch (EmbeddedPostgresException | IllegalStateException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
    Quarkus.run(null, Main::ended, arguments);
  }

  private static void ended(int status, @Nullable Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof RefusedStart) {
        System.err.println(cause.getMessage());
        System.exit(1);
      }
    }
    if (failure != null) {
      Logger.getLogger(Main.class).error("The service could not start", failure);
    }
    System.exit(status);
  }
}
