package org.tnregistry.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Keycloak's own distribution as a process on loopback, with the realm of the tests. */
final class Keycloak {
  private static final Duration START_LIMIT = Duration.ofMinutes(4);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Process process;
  private final int port;
  private final Path log;

  private Keycloak(Process process, int port, Path log) {
    this.process = process;
    this.port = port;
    this.log = log;
  }

  /** Its output is in {@code keycloak.log} in the folder. */
  static Keycloak start(Path home, Path folder) throws IOException {
    var realm = Path.of("src/test/resources/keycloak/tnr-realm.json");
    var imports = Files.createDirectories(home.resolve("data/import"));
    Files.copy(realm, imports.resolve(realm.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    var log = folder.resolve("keycloak.log");
    var builder =
        new ProcessBuilder(
                "sh",
                home.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--db=dev-mem",
                "--http-host=127.0.0.1",
                "--http-port=" + port)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return new Keycloak(builder.start(), port, log);
  }

  String realm() {
    return "http://127.0.0.1:" + port + "/realms/tnr";
  }

  void awaitReady() throws Exception {
    var discovery =
        HttpRequest.newBuilder(URI.create(realm() + "/.well-known/openid-configuration"));
    long end = System.nanoTime() + START_LIMIT.toNanos();
    while (!answers(discovery.build())) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new AssertionError("Keycloak does not start:\n" + Files.readString(log));
      }
      Thread.sleep(200);
    }
  }

  private static boolean answers(HttpRequest request) throws InterruptedException {
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** An access token of a client of the realm, whose secret is its name and "-secret". */
  String token(String client, String scope) throws Exception {
    var form =
        "grant_type=client_credentials&client_id=%1$s&client_secret=%1$s-secret&scope=%2$s"
            .formatted(client, URLEncoder.encode(scope, StandardCharsets.UTF_8));
    var request =
        HttpRequest.newBuilder(URI.create(realm() + "/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    var answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    var token = new ObjectMapper().readTree(answer.body()).path("access_token");
    if (!token.isTextual()) {
      throw new AssertionError("Keycloak gives no token: " + answer.body());
    }
    return token.textValue();
  }

  /** With the Java process that its script may be waiting for. */
  void stop() throws InterruptedException {
    var all = process.descendants().toList();
    process.destroy();
    if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    all.forEach(ProcessHandle::destroyForcibly);
  }
}
