package org.tnregistry.incident;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tnregistry.incident.IncidentBuilder.anIncident;
import static org.tnregistry.incident.IncidentBuilder.step;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.access.Permission;
import org.tnregistry.contract.Api;
import org.tnregistry.exchange.Feed;

/** A merge is a judgement on one's own record, and can be taken back. */
@QuarkusTest
class MergeTest {
  @Inject AgencyFixture agencies;

  private TestAgency owner;
  private TestAgency other;
  private TestAgency reader;

  @BeforeEach
  void threeAgencies() {
    owner = agencies.agency("law-enforcement", "FR");
    other = agencies.agency("law-enforcement", "DE");
    reader = agencies.agency("ngo", null);
  }

  @Test
  void aMergeIsTakenBackByOnePersonAndBothStayInTheHistory() {
    var survivor = anIncident().recordedBy(owner);
    var id = anIncident().recordedBy(owner);
    var recordedAt = read(owner, id).<String>path("registry.recordedAt");
    merge(owner, id, survivor).then().statusCode(200);
    step(owner.first(), id, "recorded")
        .then()
        .statusCode(200)
        .body("registry.status", equalTo("recorded"))
        .body("registry.replacedBy", nullValue())
        .body("registry.closingReason", nullValue())
        .body("registry.recordedAt", equalTo(recordedAt));
    Api.as(owner.first())
        .get("/v1/incidents/" + id + "/history")
        .then()
        .body("items.act", contains("created", "submitted", "recorded", "merged", "unmerged"))
        .body("items[3].replacedBy", equalTo(survivor))
        .body("items[4].reason", equalTo("Test."));
    merge(owner, id, survivor).then().statusCode(200);
  }

  @Test
  void anIncidentIsMergedIntoOneOfAnotherAgencyThatItsOwnerSees() {
    var theirs = anIncident().sharedWith(owner).recordedBy(other);
    var id = anIncident().sharedWith(other).recordedBy(owner);
    merge(owner, id, theirs).then().statusCode(200);
    merge(other, id, theirs).then().statusCode(403);
    var seen = read(other, id);
    assertEquals(theirs, seen.path("registry.replacedBy"));
    assertEquals(canonical(theirs), seen.header("Link"));
    assertEquals("recorded", read(other, theirs).path("registry.status"));
  }

  @Test
  void toMergeAndToTakeItBackIsToDecide() {
    var survivor = anIncident().recordedBy(owner);
    var id = anIncident().sharedWith(other).recordedBy(owner);
    var clerk =
        agencies.token(
            owner.id(), "clerk", List.of(Permission.INCIDENT_READ, Permission.INCIDENT_WRITE));
    merge(clerk, id, survivor).then().statusCode(403);
    read(owner, id).then().body("registry.status", equalTo("recorded"));
    merge(owner, id, survivor).then().statusCode(200);
    step(clerk, id, "recorded").then().statusCode(403);
    step(other.first(), id, "recorded").then().statusCode(403);
    read(owner, id).then().body("registry.status", equalTo("merged"));
  }

  @Test
  void everyIdOfAChainOfMergesStillAnswersWithItsOwnRecord() {
    var last = anIncident().titled("en", "Last").recordedBy(owner);
    var middle = anIncident().titled("en", "Middle").sharedWith(reader).recordedBy(owner);
    var first = anIncident().titled("en", "First").sharedWith(reader).recordedBy(owner);
    merge(owner, first, middle).then().statusCode(200);
    merge(owner, middle, last).then().statusCode(200);
    for (var agency : List.of(owner, reader)) {
      read(agency, first)
          .then()
          .statusCode(200)
          .header("Link", canonical(middle))
          .body("title.en", equalTo("First"))
          .body("registry.id", equalTo(first))
          .body("registry.status", equalTo("merged"));
      read(agency, middle).then().statusCode(200).body("title.en", equalTo("Middle"));
    }
    read(owner, middle).then().header("Link", canonical(last));
    read(owner, last).then().header("Link", nullValue());
    Api.as(reader.first())
        .get("/v1/incidents/" + first + "/history/1")
        .then()
        .statusCode(200)
        .body("title.en", equalTo("First"));
    step(owner.second(), last, "withdrawn").then().statusCode(200);
    read(owner, middle).then().statusCode(200).header("Link", canonical(last));
  }

  @Test
  void aReaderWhoDoesNotSeeTheSurvivorIsNotToldIt() {
    var survivor = anIncident().recordedBy(owner);
    var id = anIncident().sharedWith(reader).recordedBy(owner);
    merge(owner, id, survivor).then().statusCode(200);
    for (var path : List.of("", "/history", "/history/2")) {
      var answer = Api.as(reader.first()).get("/v1/incidents/" + id + path);
      assertEquals(200, answer.statusCode(), path);
      assertEquals(-1, answer.asString().indexOf(survivor), answer::asString);
      assertEquals(null, answer.header("Link"));
    }
    assertEquals(canonical(survivor), read(owner, id).header("Link"));
  }

  @Test
  void aMergeStandsWhenTheSurvivorGoesAndCanStillBeTakenBack() {
    var theirs = anIncident().sharedWith(owner, reader).recordedBy(other);
    var id = anIncident().sharedWith(reader).recordedBy(owner);
    merge(owner, id, theirs).then().statusCode(200);
    assertEquals(theirs, read(reader, id).path("registry.replacedBy"));
    Api.patched(other.first(), "/v1/incidents/" + theirs, "{\"handling\":null}");
    read(reader, id).then().statusCode(200).body("registry.replacedBy", nullValue());
    step(other.first(), theirs, "withdrawn").then().statusCode(200);
    step(owner.first(), id, "recorded").then().statusCode(200);
    read(reader, id).then().body("registry.status", equalTo("recorded"));
  }

  @Test
  void aHiddenSurvivorIsRefusedWithTheSameBytesAsAMissingOne() {
    var hidden = anIncident().recordedBy(other);
    var id = anIncident().recordedBy(owner);
    var missing = untraced(id, UUID.randomUUID().toString());
    missing.then().statusCode(422).body("errors.code", contains("unknown-incident"));
    assertEquals(missing.asString(), untraced(id, hidden).asString());
  }

  private Response untraced(String id, String into) {
    return Api.sending(owner.first(), merging(into))
        .header("X-Request-Id", "the-same-for-both")
        .post("/v1/incidents/" + id + "/transitions");
  }

  @Test
  void onlyWhatIsRecordedIsMergedInto() {
    var id = anIncident().recordedBy(owner);
    var withdrawn = anIncident().recordedBy(owner);
    step(owner.first(), withdrawn, "withdrawn").then().statusCode(200);
    var merged = anIncident().recordedBy(owner);
    merge(owner, merged, anIncident().recordedBy(owner)).then().statusCode(200);
    for (var no : List.of(anIncident().postedBy(owner), withdrawn, merged)) {
      merge(owner, id, no)
          .then()
          .statusCode(409)
          .body("type", equalTo("/problems/incident-merge-target-not-recorded"));
    }
    merge(owner, id, id)
        .then()
        .statusCode(422)
        .body("errors.code", contains("self-reference"))
        .body("errors.pointer", contains("#/replacedBy"));
  }

  @Test
  void mergesCloseNoCircle() {
    var a = anIncident().recordedBy(owner);
    var b = anIncident().recordedBy(owner);
    var c = anIncident().recordedBy(owner);
    merge(owner, a, b).then().statusCode(200);
    assertCycle(merge(owner, b, a));
    merge(owner, b, c).then().statusCode(200);
    assertCycle(merge(owner, c, a));
    assertCycle(merge(owner, c, b));
    assertEquals(b, read(owner, a).path("registry.replacedBy"));
  }

  @Test
  void ofTwoConcurrentMergesIntoEachOtherOneIsRefused() throws Exception {
    var pool = Executors.newFixedThreadPool(2);
    try {
      for (int i = 0; i < 8; i++) {
        var a = anIncident().recordedBy(owner);
        var b = anIncident().recordedBy(owner);
        var answers =
            pool.invokeAll(
                List.<Callable<Integer>>of(
                    () -> merge(owner, a, b).statusCode(), () -> merge(owner, b, a).statusCode()));
        assertEquals(
            List.of(200, 409),
            List.of(answers.get(0).get(), answers.get(1).get()).stream().sorted().toList());
      }
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void theFeedTakesAMergedIncidentBackAndGivesItAgain() {
    var survivor = anIncident().recordedBy(owner);
    var id = anIncident().sharedWith(reader).recordedBy(owner);
    var feed = new Feed(reader.first());
    feed.watch(id);
    feed.next(1);
    merge(owner, id, survivor).then().statusCode(200);
    assertEquals(List.of("retract incident-merged " + id), feed.next(1));
    step(owner.first(), id, "recorded").then().statusCode(200);
    assertEquals(List.of("upsert incident-unmerged " + id), feed.next(1));
  }

  private static void assertCycle(Response answer) {
    answer.then().statusCode(409).body("type", equalTo("/problems/incident-merge-cycle"));
  }

  private static Response read(TestAgency agency, String id) {
    return Api.as(agency.first()).get("/v1/incidents/" + id);
  }

  private static Response merge(TestAgency agency, String id, String into) {
    return merge(agency.first(), id, into);
  }

  private static Response merge(String token, String id, String into) {
    return Api.sending(token, merging(into)).post("/v1/incidents/" + id + "/transitions");
  }

  private static String merging(String into) {
    return "{\"to\":\"merged\",\"reason\":\"The same event.\",\"replacedBy\":\"" + into + "\"}";
  }

  private static String canonical(String id) {
    return "</v1/incidents/" + id + ">; rel=\"canonical\"";
  }
}
