package org.tnregistry.shared.start;

import java.util.List;

/**
 * Something the operator runs instead of the service: {@code java -jar quarkus-run.jar <name>
 * <argument> ...}. Found through {@link java.util.ServiceLoader}; needs a public constructor
 * without parameters, and may use neither CDI nor a running service.
 */
public interface Command {
  /** What it is called by, in kebab-case. */
  String name();

  /** One line for whoever calls without arguments, or with wrong ones. */
  String usage();

  /** False for one that works on files alone: no database is looked for, none is started. */
  default boolean needsDatabase() {
    return true;
  }

  /**
   * @param arguments without the name
   * @param database the configured database or, in local mode, the one in the data folder, whether
   *     the service is running on it or not
   * @return the exit status: 0 when all is well
   * @throws Exception told to the operator by its message; the exit status is then 2
   */
  int run(List<String> arguments, CommandDatabase database) throws Exception;
}
