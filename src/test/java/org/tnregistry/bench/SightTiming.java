package org.tnregistry.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/**
 * How long the answer takes for an incident that its reader may not see, as a ratio to one that
 * does not exist. Arguments: the URL of a running service, the token of the reader, the id of the
 * incident, the number of rounds. In each round both are asked, in an order drawn by lot.
 */
final class SightTiming {
  private static final List<String> OPERATIONS =
      List.of("", "/history", "/disputes", "/assessments", "/classification");
  private static final int NOT_FOUND = 404;

  private final HttpClient client = HttpClient.newHttpClient();
  private final String url;
  private final String token;

  private SightTiming(String url, String token) {
    this.url = url;
    this.token = token;
  }

  public static void main(String... arguments) throws IOException, InterruptedException {
    var timing = new SightTiming(arguments[0], arguments[1]);
    int rounds = Integer.parseInt(arguments[3]);
    for (var operation : OPERATIONS) {
      timing.compare(operation, arguments[2], rounds);
    }
  }

  private void compare(String operation, String hidden, int rounds)
      throws IOException, InterruptedException {
    var lot = new Random(1);
    var ratios = new ArrayList<Double>();
    for (int round = -rounds / 10; round < rounds; round++) {
      var missing = UUID.randomUUID().toString();
      double ofHidden;
      double ofMissing;
      if (lot.nextBoolean()) {
        ofHidden = nanos(hidden + operation);
        ofMissing = nanos(missing + operation);
      } else {
        ofMissing = nanos(missing + operation);
        ofHidden = nanos(hidden + operation);
      }
      if (round >= 0) {
        ratios.add(ofHidden / ofMissing);
      }
    }
    Collections.sort(ratios);
    System.out.printf(
        Locale.ROOT,
        "GET /v1/incidents/{id}%-16s hidden / missing: median %.3f, quartiles %.2f and %.2f%n",
        operation,
        ratios.get(rounds / 2),
        ratios.get(rounds / 4),
        ratios.get(rounds * 3 / 4));
  }

  private long nanos(String path) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(url + "/v1/incidents/" + path))
            .header("Authorization", "Bearer " + token)
            .build();
    long begun = System.nanoTime();
    var answer = client.send(request, BodyHandlers.ofByteArray());
    long taken = System.nanoTime() - begun;
    if (answer.statusCode() != NOT_FOUND) {
      throw new IllegalStateException("The reader may see it: " + answer.statusCode());
    }
    return taken;
  }
}
