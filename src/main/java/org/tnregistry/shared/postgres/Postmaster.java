package org.tnregistry.shared.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The server process that {@code postmaster.pid} names, which may be long gone. */
record Postmaster(Path cluster, long pid, boolean ready) {

  private static final String PID_FILE = "postmaster.pid";
  private static final int STATUS_LINE = 7;
  private static final Duration FAST = Duration.ofSeconds(30);
  private static final Duration IMMEDIATE = Duration.ofSeconds(10);
  private static final long POLL_MILLIS = 10;

  /** Null when there is no such file, or the server has not yet written it to its end. */
  static @Nullable Postmaster of(Path cluster) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(cluster.resolve(PID_FILE), UTF_8);
    } catch (NoSuchFileException e) {
      return null;
    }
    if (lines.isEmpty() || !lines.get(0).strip().matches("[1-9][0-9]{0,9}")) {
      return null;
    }
    boolean ready = lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
    return new Postmaster(cluster, Long.parseLong(lines.get(0).strip()), ready);
  }

  /**
   * Ends a server that an earlier service left behind on the cluster, and removes a pid file that
   * nobody stands behind. PostgreSQL itself would refuse to start when the pid in that file has
   * meanwhile been given to another process of the same user. Only for the holder of the folder's
   * lock.
   */
  static void clearAway(Path cluster) throws IOException, InterruptedException {
    Postmaster left = of(cluster);
    if (left != null) {
      left.stop();
    }
    Files.deleteIfExists(cluster.resolve(PID_FILE));
  }

  /** Disconnects all clients and waits; a server that takes too long recovers at its next start. */
  void stop() throws IOException, InterruptedException {
    if (isServing()) {
      Programs.signal("INT", pid);
      if (!hasEndedWithin(FAST)) {
        Programs.signal("QUIT", pid);
        if (!hasEndedWithin(IMMEDIATE)) {
          throw new EmbeddedPostgresException(
              "The PostgreSQL process %d on %s does not end".formatted(pid, cluster));
        }
      }
    }
  }

  /** Whether the process exists and its command line names this very cluster. */
  boolean isServing() {
    try {
      String commandLine = Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
      List<String> arguments = Arrays.asList(commandLine.split("\0"));
      int option = arguments.indexOf("-D");
      return option >= 0
          && option + 1 < arguments.size()
          && arguments.get(option + 1).equals(cluster.toString());
    } catch (IOException e) {
      return false;
    }
  }

  private boolean hasEndedWithin(Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (isServing()) {
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.sleep(POLL_MILLIS);
    }
    return true;
  }
}
