package org.tnregistry.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tnregistry.incident.IncidentBuilder.anIncident;
import static org.tnregistry.incident.IncidentBuilder.step;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.access.Permission;
import org.tnregistry.contract.Api;

@QuarkusTest
class ChangeFeedTest {
  private static final long PATIENCE_NANOS = 20_000_000_000L;

  @Inject AgencyFixture agencies;

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 200})
  void replayTellsEveryChangeInOrderOnceAndNothingOfOthers(int limit) {
    var agency = agencies.agency();
    var other = agencies.agency();
    var expected = new ArrayList<String>();
    for (int i = 0; i < 3; i++) {
      var id = anIncident().recordedBy(agency);
      anIncident().recordedBy(other);
      step(agency.first(), id, "withdrawn").then().statusCode(200);
      for (var act : List.of("created", "submitted", "recorded", "withdrawn")) {
        expected.add(
            (act.equals("withdrawn") ? "retract" : "upsert") + " incident-" + act + " " + id);
      }
    }
    assertEquals(expected, replay(agency, limit, expected.size()));
  }

  @Test
  void amendmentsAreTold() {
    var agency = agencies.agency();
    var id = anIncident().postedBy(agency);
    Api.sending(agency.first(), anIncident().during("2018").json())
        .header("If-Match", "*")
        .put("/v1/incidents/" + id)
        .then()
        .statusCode(200);
    assertEquals(
        List.of("upsert incident-created " + id, "upsert incident-amended " + id),
        replay(agency, 50, 2));
  }

  @Test
  void partiesAreInTheFeedOfWhoMayReadThem() {
    var agency = agencies.agency();
    Api.sending(
            agency.first(),
            "{\"kind\":\"person\",\"identity\":{\"names\":[{\"text\":\"N\",\"kind\":\"primary\"}]}}")
        .post("/v1/parties")
        .then()
        .statusCode(201);
    var id = anIncident().postedBy(agency);
    var reader = agencies.token(agency.id(), "reader", List.of(Permission.CHANGES_READ));
    assertEquals(
        List.of("upsert party-registered null", "upsert incident-created " + id),
        replay(agency, 50, 2));
    assertEquals(
        List.of(id), Api.as(reader).get("/v1/changes").then().extract().path("items.incident"));
  }

  @Test
  void manyWritersAtOnceLoseNothingToAReaderWhoFollows() {
    var agency = agencies.agency();
    var writers = new ArrayList<CompletableFuture<Void>>();
    for (int i = 0; i < 6; i++) {
      writers.add(
          CompletableFuture.runAsync(
              () -> {
                for (int j = 0; j < 5; j++) {
                  anIncident().postedBy(agency);
                }
              }));
    }
    var followed = replay(agency, 4, 30);
    writers.forEach(CompletableFuture::join);
    assertEquals(followed, replay(agency, 200, 30));
    assertEquals(30, followed.stream().distinct().count());
  }

  @Test
  void theEndOfTheFeedIsAPlaceToGoOnFrom() {
    var agency = agencies.agency();
    anIncident().postedBy(agency);
    replay(agency, 50, 1);
    var end = page(agency, null, 50).<String>path("next");
    assertEquals(List.of(), page(agency, end, 50).path("items"));
    assertEquals(end, page(agency, end, 50).path("next"));
    var later = anIncident().postedBy(agency);
    var items = new ArrayList<Map<String, Object>>();
    for (long end2 = System.nanoTime() + PATIENCE_NANOS;
        items.isEmpty() && System.nanoTime() < end2; ) {
      items.addAll(page(agency, end, 50).path("items"));
    }
    assertEquals(later, items.get(0).get("incident"));
    assertEquals(1, items.size());
  }

  @Test
  void aChangeLeadsToItsIncident() {
    var agency = agencies.agency();
    var id = anIncident().postedBy(agency);
    replay(agency, 50, 1);
    var item = page(agency, null, 50).<List<Map<String, Object>>>path("items").get(0);
    assertEquals("/v1/incidents/" + id, item.get("self"));
    assertEquals(1, item.get("revision"));
    var updated = Api.as(agency.first()).get("/v1/incidents/" + id);
    assertTrue(updated.<String>path("registry.updatedAt").compareTo((String) item.get("at")) <= 0);
  }

  @Test
  void aCursorTellsNothingOfHowManyEntriesThereAre() {
    var agency = agencies.agency();
    var empty = page(agency, null, 50).<String>path("next");
    var cursors = new ArrayList<String>();
    for (int i = 1; i <= 3; i++) {
      anIncident().postedBy(agency);
      replay(agency, 50, i);
      cursors.add(page(agency, null, 50).path("next"));
    }
    assertEquals("changes beginning", decoded(empty));
    for (var cursor : cursors) {
      var parts = decoded(cursor).split(" ", -1);
      assertEquals("changes", parts[0]);
      assertEquals(4, UUID.fromString(parts[1]).version(), "random, not a number in order");
      assertEquals(2, parts.length);
    }
    assertEquals(3, cursors.stream().distinct().count());
  }

  @Test
  void aCursorOfAnotherAgencyShowsNothingOfItsEntries() {
    var agency = agencies.agency();
    var other = agencies.agency();
    anIncident().postedBy(other);
    replay(other, 50, 1);
    var foreign = page(other, null, 50).<String>path("next");
    var id = anIncident().postedBy(agency);
    replay(agency, 50, 1);
    assertEquals(List.of(id), page(agency, foreign, 50).path("items.incident"));
  }

  private static List<String> replay(TestAgency agency, int limit, int expected) {
    var told = new ArrayList<String>();
    @Nullable String cursor = null;
    for (long end = System.nanoTime() + PATIENCE_NANOS;
        told.size() < expected && System.nanoTime() < end; ) {
      var page = page(agency, cursor, limit);
      cursor = page.path("next");
      for (var item : page.<List<Map<String, Object>>>path("items")) {
        told.add(item.get("change") + " " + item.get("act") + " " + item.get("incident"));
      }
    }
    return told;
  }

  private static Response page(TestAgency agency, @Nullable String cursor, int limit) {
    var request = Api.as(agency.first()).queryParam("limit", limit);
    if (cursor != null) {
      request.queryParam("cursor", cursor);
    }
    var answer = request.get("/v1/changes");
    answer.then().statusCode(200);
    return answer;
  }

  private static String decoded(String cursor) {
    return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8)
        .replace('\u001f', ' ');
  }
}
