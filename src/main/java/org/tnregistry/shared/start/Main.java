package org.tnregistry.shared.start;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
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
    Quarkus.run(arguments);
  }
}
