package org.tnregistry.shared.start;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged service as an operator starts it: {@code java -jar} in some folder. */
public final class RunningService implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofMinutes(3);

  private final Path folder;
  private final int port;
  private final Process process;

  private RunningService(Path folder, int port, Process process) {
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  /** Its output is in {@code service.log} in the folder. */
  public static RunningService start(List<String> wrapper, Path jar, Path folder, String... options)
      throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    List<String> command = new ArrayList<>(wrapper);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dquarkus.http.port=" + port);
    command.addAll(List.of(options));
    command.addAll(List.of("-jar", jar.toString()));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("service.log").toFile())
            .start();
    return new RunningService(folder, port, process);
  }

  public String url() {
    return "http://127.0.0.1:" + port;
  }

  public void awaitReady() throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/q/health/ready")).build();
    await(
        () -> {
          if (!process.isAlive()) {
            throw new AssertionError("The service ended:\n" + log());
          }
          try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
          } catch (IOException e) {
            return false;
          }
        });
  }

  String read(String path) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + port + path);
    HttpRequest request = HttpRequest.newBuilder(address).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  /** The server process that this service started, by its pid file. */
  ProcessHandle postgres() throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("data/postgres/postmaster.pid"));
    return ProcessHandle.of(Long.parseLong(lines.get(0))).orElseThrow();
  }

  void kill() throws Exception {
    process.destroyForcibly();
    awaitEnd();
  }

  public void terminate() throws Exception {
    process.destroy();
    awaitEnd();
  }

  public int awaitEnd() throws Exception {
    if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("The service does not end:\n" + log());
    }
    return process.exitValue();
  }

  public String log() throws IOException {
    return Files.readString(folder.resolve("service.log"));
  }

  static void awaitEnd(ProcessHandle process) throws Exception {
    await(() -> !process.isAlive());
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private static void await(Condition condition) throws Exception {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Waited in vain for " + LIMIT);
      }
      Thread.sleep(50);
    }
  }

  @FunctionalInterface
  private interface Condition {
    boolean holds() throws Exception;
  }
}
