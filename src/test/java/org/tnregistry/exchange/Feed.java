package org.tnregistry.exchange;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tnregistry.contract.Api;

/** The change feed as one reader follows it. */
public final class Feed {
  private static final long PATIENCE_NANOS = 20_000_000_000L;
  private static final String LARGEST_PAGE = "200";

  private final String token;
  private final Set<String> watched = new HashSet<>();
  private @Nullable String cursor;

  public Feed(String token) {
    this.token = token;
  }

  /** Told of this incident or party only: other tests share theirs with every member. */
  public String watch(String incident) {
    watched.add(incident);
    return incident;
  }

  /**
   * What is told next of what is watched, each as "upsert incident-recorded id"; waits until so
   * many are there.
   */
  public List<String> next(int expected) {
    var told = new ArrayList<String>();
    for (long end = System.nanoTime() + PATIENCE_NANOS;
        told.size() < expected && System.nanoTime() < end; ) {
      told.addAll(page());
    }
    return told;
  }

  private static @Nullable Object subject(Map<String, Object> item) {
    return item.getOrDefault("incident", item.get("party"));
  }

  /** What is there now of what is watched. */
  public List<String> page() {
    Response page =
        cursor == null
            ? Api.as(token).get("/v1/changes?limit=" + LARGEST_PAGE)
            : Api.as(token).get("/v1/changes?limit=" + LARGEST_PAGE + "&cursor=" + cursor);
    page.then().statusCode(200);
    cursor = page.path("next");
    return page.<List<Map<String, Object>>>path("items").stream()
        .filter(i -> watched.contains(subject(i)))
        .map(i -> i.get("change") + " " + i.get("act") + " " + subject(i))
        .toList();
  }
}
