package org.tnregistry.incident;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.tnregistry.contract.Refusal.MARKER;
import static org.tnregistry.contract.Refusal.assertRefused;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.access.StoredRows;
import org.tnregistry.contract.RawHttp;
import org.tnregistry.contract.RawHttp.Answer;

@QuarkusTest
class ConditionalRequestTest {
  private static final String ANY = "If-Match: *";

  @Inject AgencyFixture agencies;
  @Inject StoredRows rows;

  private TestAgency agency;
  private String path;
  private Map<String, Long> before;

  @BeforeEach
  void anIncidentIsThere() {
    agency = agencies.agency();
    path = "/v1/incidents/" + anIncident().postedBy(agency);
    before = rows.of(agency);
  }

  @Test
  void aWriteNeedsIfMatch() {
    assertRefused(put(read().body(), "X-No: tag"), 428, "precondition-required");
    assertRefused(put(read().body(), "If-Match: "), 428, "precondition-required");
    assertRefused(put(read().body(), "If-Match: ,,,"), 428, "precondition-required");
    assertRefused(patch("{}", "X-No: tag"), 428, "precondition-required");
    assertEquals(before, rows.of(agency));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"" + MARKER + "\"", "\"*\"", "\"\u00e9\"", "\"\""})
  void anotherTagIsStale(String tag) {
    assertRefused(put(read().body(), "If-Match: " + tag), 412, "stale");
    assertRefused(patch("{}", "If-Match: " + tag), 412, "stale");
    assertEquals(before, rows.of(agency));
  }

  @ParameterizedTest
  @ValueSource(strings = {MARKER, "\"", "W/*", "*, *", "\u00e9"})
  void whatIsNoTagIsNotStaleButUnreadable(String tag) {
    var fault = "invalid-format If-Match";
    assertRefused(put(read().body(), "If-Match: " + tag), 400, "invalid-parameter", fault);
    assertRefused(patch("{}", "If-Match: " + tag), 400, "invalid-parameter", fault);
    assertEquals(before, rows.of(agency));
  }

  @Test
  void aWeakTagNeverMatches() {
    var tag = read().header("ETag").orElseThrow();
    assertRefused(put(read().body(), "If-Match: W/" + tag), 412, "stale");
    assertEquals(200, put(read().body(), "If-Match: \"x\", " + tag).status());
  }

  @Test
  void theTagOfAnEarlierStateIsStale() {
    var tag = read().header("ETag").orElseThrow();
    var amended = patch("{\"period\":\"2017\"}", "If-Match: " + tag);
    assertEquals(200, amended.status());
    assertNotEquals(tag, amended.header("ETag").orElseThrow());
    assertRefused(patch("{\"period\":\"2018\"}", "If-Match: " + tag), 412, "stale");
    assertEquals("2017", read().json().path("period").asText());
  }

  @Test
  void whatWasReadCanBeSentBack() {
    assertEquals(200, put(read().body(), ANY).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "reference", "owner", "status", "schemaVersion", "self", "added"})
  void aChangedRegistryMemberIsRefused(String member) {
    var document = (ObjectNode) read().json();
    ((ObjectNode) document.get("registry")).put(member, MARKER);
    assertRefused(
        put(document.toString(), ANY), 422, "invalid-document", "server-owned-member #/registry");
    assertEquals(before, rows.of(agency));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]|wrong-type #",
        "null|wrong-type #",
        "\"" + MARKER + "\"|wrong-type #",
        "{\"title\":null}|missing-member #/title",
        "{\"title\":\"" + MARKER + "\"}|wrong-type #/title",
        "{\"registry\":{\"status\":\"recorded\"}}|server-owned-member #/registry",
        "{\"acts\":[{}]}|missing-member #/acts/0/id,missing-member #/acts/0/tactic,missing-member #/acts/0/completion",
        "{\"period\":\"" + MARKER + "\"}|invalid-date #/period",
        "{\"nosuch\":{\"a\":1}}|unknown-member #/nosuch"
      })
  void aPatchThatBreaksTheDocumentIsRefused(String patch, String faults) {
    assertRefused(patch(patch, ANY), 422, "invalid-document", faults.split(",", -1));
    assertEquals(before, rows.of(agency));
  }

  @Test
  void aPatchIsNoPlainJson() {
    var plain = "Content-Type: application/json";
    var refused = RawHttp.send("PATCH", agency.first(), path, "{}".getBytes(UTF_8), plain, ANY);
    assertRefused(refused, 415, "unsupported-media-type");
    assertEquals("application/merge-patch+json", refused.header("Accept-Patch").orElse(""));
  }

  @Test
  void onlyAPatchIsToldWhatAPatchMayBe() {
    var refused = RawHttp.send("PUT", agency.first(), path, "{}".getBytes(UTF_8), ANY);
    assertRefused(refused, 415, "unsupported-media-type");
    assertEquals(Optional.empty(), refused.header("Accept-Patch"));
  }

  @Test
  void theIncidentOfAnotherAgencyIsNotThereToBeChanged() {
    var other = agencies.agency().first();
    var merge = "Content-Type: application/merge-patch+json";
    var unseen = RawHttp.send("PATCH", other, path, "{}".getBytes(UTF_8), merge, ANY);
    assertRefused(unseen, 404, "not-found");
    assertRefused(RawHttp.get(other, path), 404, "not-found");
    assertRefused(RawHttp.get(other, path + "/history"), 404, "not-found");
    assertEquals(before, rows.of(agency));
  }

  private Answer read() {
    return RawHttp.get(agency.first(), path);
  }

  private Answer put(String document, String header) {
    return RawHttp.send(
        "PUT",
        agency.first(),
        path,
        document.getBytes(UTF_8),
        "Content-Type: application/json",
        header);
  }

  private Answer patch(String patch, String header) {
    return RawHttp.send(
        "PATCH",
        agency.first(),
        path,
        patch.getBytes(UTF_8),
        "Content-Type: application/merge-patch+json",
        header);
  }
}
