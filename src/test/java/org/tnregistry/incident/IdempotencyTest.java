package org.tnregistry.incident;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tnregistry.contract.Refusal.MARKER;
import static org.tnregistry.contract.Refusal.assertRefused;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.StoredRows;
import org.tnregistry.contract.RawHttp;
import org.tnregistry.contract.RawHttp.Answer;

@QuarkusTest
class IdempotencyTest {
  private static final int AT_ONCE = 16;

  @Inject AgencyFixture agencies;
  @Inject StoredRows rows;

  @Test
  void aRepeatedRequestGetsTheIdenticalAnswer() {
    var agency = agencies.agency();
    var key = UUID.randomUUID().toString();
    var first = post(agency.first(), anIncident().json(), key);
    var before = rows.of(agency);
    var second = post(agency.first(), anIncident().json(), "\"" + key + "\"");
    assertEquals(201, first.status());
    assertEquals(201, second.status());
    assertEquals(first.body(), second.body());
    assertEquals(first.header("ETag"), second.header("ETag"));
    assertEquals(first.header("Location"), second.header("Location"));
    assertEquals(before, rows.of(agency));
  }

  @Test
  void aKeyReusedWithAnotherBodyIsRefused() {
    var agency = agencies.agency();
    post(agency.first(), anIncident().json(), "key-1");
    var before = rows.of(agency);
    assertRefused(
        post(agency.first(), anIncident().titled("fr", MARKER).json(), "key-1"),
        422,
        "idempotency-key-reused");
    assertEquals(before, rows.of(agency));
  }

  @Test
  void aKeyBelongsToOnePerson() {
    var agency = agencies.agency();
    var first = post(agency.first(), anIncident().json(), "key-1");
    var second = post(agency.second(), anIncident().json(), "key-1");
    var third = post(agencies.agency().first(), anIncident().json(), "key-1");
    assertEquals(List.of(201, 201, 201), List.of(first.status(), second.status(), third.status()));
    assertNotEquals(first.body(), second.body());
    assertEquals(2, rows.of(agency).get("incident"));
  }

  @Test
  void aRefusedRequestLeavesItsKeyFree() {
    var agency = agencies.agency();
    assertEquals(422, post(agency.first(), "{}", "key-1").status());
    assertEquals(201, post(agency.first(), anIncident().json(), "key-1").status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a b", "\"", "\"a", "a\"b", "\"\"", "\u00e9", "a\\b", MARKER + "\t" + MARKER})
  void aMalformedKeyIsRefused(String key) {
    var agency = agencies.agency();
    var before = rows.of(agency);
    assertRefused(
        post(agency.first(), anIncident().json(), key),
        400,
        "invalid-parameter",
        "invalid-format Idempotency-Key");
    assertRefused(
        post(agency.first(), anIncident().json(), "k".repeat(256)),
        400,
        "invalid-parameter",
        "invalid-format Idempotency-Key");
    assertEquals(before, rows.of(agency));
  }

  @Test
  void ofTwoKeysNoneIsChosen() {
    assertRefused(
        post(agencies.agency().first(), anIncident().json(), "a\r\nIdempotency-Key: b"),
        400,
        "invalid-parameter",
        "invalid-format Idempotency-Key");
  }

  @Test
  void ofManyRequestsAtOnceWithOneKeyOneIsDone() throws Exception {
    var agency = agencies.agency();
    long before = rows.of(agency).getOrDefault("journal", 0L);
    var answers = atOnce(i -> () -> post(agency.first(), anIncident().json(), "key-1"));
    assertEquals(1, rows.of(agency).get("incident"));
    assertEquals(before + 1, rows.of(agency).getOrDefault("journal", 0L));
    assertTrue(answers.stream().anyMatch(a -> a.status() == 201));
    for (var answer : answers) {
      if (answer.status() != 201) {
        assertRefused(answer, 409, "idempotency-in-progress");
        assertEquals("1", answer.header("Retry-After").orElse(""));
      }
    }
    assertEquals(
        1, answers.stream().filter(a -> a.status() == 201).map(Answer::body).distinct().count());
  }

  /** In two orders, for the unique index would have them wait for each other. */
  @Test
  void ofManyRequestsAtOnceWithTheSameExternalIdsOneIsDone() throws Exception {
    var agency = agencies.agency();
    var ids = new ArrayList<>(IntStream.range(0, 20).mapToObj(i -> "e" + i).toList());
    long before = rows.of(agency).getOrDefault("journal", 0L);
    var forwards = withExternalIds(agency.handle(), ids);
    Collections.reverse(ids);
    var backwards = withExternalIds(agency.handle(), ids);
    var answers =
        atOnce(
            i ->
                () ->
                    RawHttp.post(
                        agency.first(), "/v1/incidents", i % 2 == 0 ? forwards : backwards));
    assertEquals(1, answers.stream().filter(a -> a.status() == 201).count());
    assertEquals(AT_ONCE - 1, answers.stream().filter(a -> a.status() == 422).count());
    assertEquals(1, rows.of(agency).get("incident"));
    assertEquals(before + 1, rows.of(agency).getOrDefault("journal", 0L));
  }

  private static String withExternalIds(String handle, List<String> ids) {
    return anIncident()
        .with(d -> ids.forEach(id -> IncidentDocumentFaultsTest.externalId(d, handle, id)))
        .json();
  }

  private static List<Answer> atOnce(IntFunction<Callable<Answer>> request) throws Exception {
    var pool = Executors.newFixedThreadPool(AT_ONCE);
    try {
      var answers = new ArrayList<Answer>();
      for (var future : pool.invokeAll(IntStream.range(0, AT_ONCE).mapToObj(request).toList())) {
        answers.add(future.get());
      }
      return answers;
    } finally {
      pool.shutdownNow();
    }
  }

  private static Answer post(String token, String json, String key) {
    return RawHttp.send(
        "POST",
        token,
        "/v1/incidents",
        json.getBytes(UTF_8),
        "Content-Type: application/json",
        "Idempotency-Key: "
            + new String(key.getBytes(UTF_8), java.nio.charset.StandardCharsets.ISO_8859_1));
  }
}
