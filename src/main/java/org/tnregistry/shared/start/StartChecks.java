package org.tnregistry.shared.start;

import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/** Runs every {@link StartCheck} there is. */
final class StartChecks {
  private StartChecks() {}

  /**
   * @throws RefusedStart naming everything at once, so that it is mended in one round
   */
  static void require(Config config) {
    require(check -> check.refusals(config));
  }

  /**
   * Before a command connects to a database that is given to it.
   *
   * @throws RefusedStart naming everything at once
   */
  static void requireForCommand(Config config) {
    require(check -> check.refusalsOfCommands(config));
  }

  private static void require(Function<StartCheck, List<String>> question) {
    List<String> refusals =
        ServiceLoader.load(StartCheck.class).stream()
            .flatMap(check -> question.apply(check.get()).stream())
            .toList();
    if (!refusals.isEmpty()) {
      throw new RefusedStart(String.join(System.lineSeparator(), refusals));
    }
  }
}
