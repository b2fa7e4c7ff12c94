package org.tnregistry.shared.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs PostgreSQL's programs so that they accept to run and cannot outlive this JVM.
 *
 * <p>Three wrappers, each of which becomes the next program in the same process: {@code setsid}
 * keeps the Ctrl-C of a terminal away from the server, which otherwise would end before the service
 * has answered its last requests; {@code unshare -U} shows root as a user without rights, because
 * PostgreSQL refuses root; {@code setpriv --pdeathsig} lets the kernel end the program when the
 * <em>thread</em> that started it ends, be it by kill -9.
 */
final class Programs {

  private static final String ROOT_HINT =
      " (for root it needs user namespaces; better start the service as an ordinary user)";

  private final Path bin;
  private final boolean root;

  Programs(Path bin) throws IOException {
    this.bin = bin;
    this.root = PrivateFiles.ownUser() == 0;
  }

  ProcessBuilder command(String program, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of("setsid"));
    if (root) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.addAll(List.of("setpriv", "--pdeathsig=INT", bin.resolve(program).toString()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectInput(Redirect.from(new File("/dev/null")));
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    return builder;
  }

  /** Runs a program to its end; its output is part of the message when it fails. */
  void run(String program, List<String> arguments) throws IOException, InterruptedException {
    Process process = command(program, arguments).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new EmbeddedPostgresException(
          "PostgreSQL's %s failed%s:\n%s".formatted(program, root ? ROOT_HINT : "", output));
    }
  }

  /** The JDK can only send SIGTERM and SIGKILL; PostgreSQL gives a meaning to others, too. */
  static void signal(String name, long pid) throws IOException, InterruptedException {
    new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid)
        .redirectError(Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
