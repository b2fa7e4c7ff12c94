package org.tnregistry.shared.start;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.postgres.EmbeddedPostgres;
import org.tnregistry.shared.postgres.Login;
import org.tnregistry.shared.postgres.RunningPostgres;

/** Runs what the operator asks for instead of the service. */
final class Commands {
  private static final int DONE = 0;
  private static final int FAILED = 2;
  private static final Set<String> HELP = Set.of("--help", "-h", "help");
  private static final Login NOBODY = new Login("", "");

  private Commands() {}

  /**
   * @return the exit status, as {@link Command#run} says; 0 for help, 2 for an unknown command
   */
  static int run(String... arguments) {
    if (HELP.contains(arguments[0])) {
      System.out.println("Without arguments the service starts. The commands are:");
      list(System.out);
      return DONE;
    }
    var command = find(arguments[0]);
    if (command == null) {
      System.err.println("There is no such command. There are:");
      list(System.err);
      return FAILED;
    }
    try {
      return run(command, Arrays.asList(arguments).subList(1, arguments.length));
    } catch (Exception e) {
      System.err.println(command.name() + ": " + e.getMessage());
      return FAILED;
    }
  }

  private static void list(PrintStream out) {
    ServiceLoader.load(Command.class).forEach(c -> out.println("  " + c.usage()));
  }

  private static @Nullable Command find(String name) {
    return ServiceLoader.load(Command.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(c -> c.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  private static int run(Command command, List<String> arguments) throws Exception {
    SmallRyeConfig config = ConfigUtils.configBuilder().withMapping(LocalConfig.class).build();
    if (!command.needsDatabase()) {
      return command.run(arguments, new CommandDatabase("", NOBODY, config));
    }
    if (config.isPropertyPresent(StartMode.URL)) {
      StartChecks.requireForCommand(config);
      return command.run(arguments, configured(config));
    }
    var local = config.getConfigMapping(LocalConfig.class);
    var running = RunningPostgres.find(local.dataFolder());
    if (running.isPresent()) {
      var server = running.get();
      return command.run(arguments, new CommandDatabase(server.jdbcUrl(), server.app(), config));
    }
    try (var server =
        EmbeddedPostgres.start(local.dataFolder(), local.binariesFolder().orElse(null))) {
      return command.run(arguments, new CommandDatabase(server.jdbcUrl(), server.app(), config));
    }
  }

  private static CommandDatabase configured(SmallRyeConfig config) {
    return new CommandDatabase(
        config.getValue(StartMode.URL, String.class),
        new Login(
            config.getOptionalValue("quarkus.datasource.username", String.class).orElse(""),
            config.getOptionalValue("quarkus.datasource.password", String.class).orElse("")),
        config);
  }
}
