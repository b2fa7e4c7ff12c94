package org.tnregistry.shared.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** One running server, from the command line to the clean end. */
final class ServerProcess {

  static final String ADDRESS = "127.0.0.1";

  private static final List<String> SETTINGS =
      List.of(
          "listen_addresses=" + ADDRESS,
          "unix_socket_directories=",
          "max_connections=100",
          "shared_buffers=128MB",
          "synchronous_commit=on",
          "idle_in_transaction_session_timeout=60s",
          "log_parameter_max_length_on_error=0",
          "shared_preload_libraries=pg_stat_statements",
          "timezone=UTC",
          "log_timezone=UTC");

  private static final int ATTEMPTS = 5;
  private static final long PAUSE_MILLIS = 300;
  private static final long POLL_MILLIS = 10;
  private static final int REPORTED_LOG_LINES = 12;

  private final Process process;
  private final Postmaster postmaster;
  private final int port;
  private volatile boolean stopping;

  private ServerProcess(Process process, Postmaster postmaster, int port) {
    this.process = process;
    this.postmaster = postmaster;
    this.port = port;
  }

  /**
   * Returns when the server accepts connections. A server that gives up at once is tried again: its
   * port may have been taken in the meantime, or children of a killed server still hold the
   * cluster.
   */
  static ServerProcess start(Programs programs, DataFolder folder)
      throws IOException, InterruptedException {
    PrivateFiles.createIfAbsent(folder.serverLog());
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      Postmaster.clearAway(folder.cluster());
      int port = FreePort.find();
      Process process = fork(command(programs, folder, port));
      Postmaster postmaster = awaitReady(process, folder.cluster());
      if (postmaster != null) {
        return new ServerProcess(process, postmaster, port);
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    throw new EmbeddedPostgresException(
        "PostgreSQL does not start; the end of its log "
            + folder.serverLog()
            + ":\n"
            + end(folder));
  }

  int port() {
    return port;
  }

  void whenItEndsByItself(Runnable then) {
    Thread watch =
        new Thread(
            () -> {
              awaitEnd(process);
              if (!stopping) {
                then.run();
              }
            },
            "embedded-postgres-watch");
    watch.setDaemon(true);
    watch.start();
  }

  void stop() throws IOException, InterruptedException {
    stopping = true;
    postmaster.stop();
    process.waitFor();
  }

  private static ProcessBuilder command(Programs programs, DataFolder folder, int port) {
    List<String> arguments =
        new ArrayList<>(List.of("-D", folder.cluster().toString(), "-p", Integer.toString(port)));
    for (String setting : SETTINGS) {
      arguments.add("-c");
      arguments.add(setting);
    }
    return programs
        .command("postgres", arguments)
        .redirectOutput(Redirect.appendTo(folder.serverLog().toFile()));
  }

  /** The kernel ends the server with the thread that started it: so that thread waits for it. */
  private static Process fork(ProcessBuilder command) throws IOException, InterruptedException {
    CompletableFuture<Process> started = new CompletableFuture<>();
    Thread parent =
        new Thread(
            () -> {
              try {
                Process process = command.start();
                started.complete(process);
                awaitEnd(process);
              } catch (IOException e) {
                started.completeExceptionally(e);
              }
            },
            "embedded-postgres");
    parent.setDaemon(true);
    parent.start();
    try {
      return started.get();
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }

  private static void awaitEnd(Process process) {
    while (process.isAlive()) {
      try {
        process.waitFor();
      } catch (InterruptedException e) {
        // An interrupt must not end this thread before its server.
      }
    }
  }

  /**
   * Null when the process ended instead. There is no limit, since recovery after a crash takes as
   * long as it takes, and would begin anew after an interruption.
   */
  private static @Nullable Postmaster awaitReady(Process process, Path cluster)
      throws IOException, InterruptedException {
    while (process.isAlive()) {
      Postmaster postmaster = Postmaster.of(cluster);
      if (postmaster != null && postmaster.pid() == process.pid() && postmaster.ready()) {
        return postmaster;
      }
      Thread.sleep(POLL_MILLIS);
    }
    return null;
  }

  private static String end(DataFolder folder) throws IOException {
    List<String> lines = Files.readAllLines(folder.serverLog(), UTF_8);
    return String.join(
        "\n", lines.subList(Math.max(0, lines.size() - REPORTED_LOG_LINES), lines.size()));
  }
}
