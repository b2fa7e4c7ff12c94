package org.tnregistry.shared.start;

import java.util.List;
import org.eclipse.microprofile.config.Config;

/**
 * Looks at the settings alone, before the first connection to anything: a password that was sent
 * over an unsafe one is known to others, whatever is refused afterwards. Found through {@link
 * java.util.ServiceLoader}; needs a public constructor without parameters, and may not use CDI.
 */
public interface StartCheck {
  /**
   * @param config in which {@code tnr.mode} is decided already
   * @return a line for each setting on which the service does not start, naming it
   */
  List<String> refusals(Config config);

  /**
   * @param config in which a database is given
   * @return a line for each setting with which no command of the operator connects to it
   */
  default List<String> refusalsOfCommands(Config config) {
    return List.of();
  }
}
