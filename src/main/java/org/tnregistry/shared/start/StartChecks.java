package org.tnregistry.shared.start;

import java.util.List;
import java.util.ServiceLoader;
import org.eclipse.microprofile.config.Config;

/** Runs every {@link StartCheck} there is. */
final class StartChecks {
  private StartChecks() {}

  /**
   * @throws RefusedStart naming everything at once, so that it is mended in one round
   */
  static void require(Config config) {
    List<String> refusals =
        ServiceLoader.load(StartCheck.class).stream()
            .flatMap(check -> check.get().refusals(config).stream())
            .toList();
    if (!refusals.isEmpty()) {
      throw new RefusedStart(String.join(System.lineSeparator(), refusals));
    }
  }
}
