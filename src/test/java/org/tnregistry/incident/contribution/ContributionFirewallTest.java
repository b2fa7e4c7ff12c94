package org.tnregistry.incident.contribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tnregistry.contract.Refusal.assertRefused;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.access.Operator;
import org.tnregistry.contract.Api;
import org.tnregistry.contract.RawHttp;
import org.tnregistry.exchange.Feed;

/** Who sees a contribution, who is told of it, and who learns nothing. */
@QuarkusTest
class ContributionFirewallTest {
  private static final String GIVEN =
      "{\"sources\":[{\"id\":\"n1\",\"type\":\"official-document\",\"title\":\"A list\"}],"
          + "\"claims\":[{\"id\":\"n1\",\"pointer\":\"/title/en\",\"value\":\"VALUE\",\"source\":\"n1\"}],"
          + "\"reason\":\"Seen.\"}";
  private static final String FOR_THE_OWNER =
      GIVEN.replace("\"reason\"", "\"ownerOnly\":true,\"reason\"");
  private static final String NAMES_GERMANY = GIVEN.replace("VALUE", "DE");
  private static final String REASON = "{\"reason\":\"Checked.\"}";
  private static final String REQUEST = "X-Request-Id: the-same-for-both";

  @Inject AgencyFixture agencies;
  @Inject Operator operator;

  private TestAgency owner;
  private TestAgency author;
  private TestAgency reader;
  private TestAgency stranger;
  private String record = "";

  @BeforeEach
  void aSharedRecord() {
    owner = agencies.agency("law-enforcement", "FR");
    author = agencies.agency("ngo", null);
    reader = agencies.agency("law-enforcement", "DE");
    stranger = agencies.agency("law-enforcement", "DE");
    record = "/v1/incidents/" + anIncident().sharedWith(author, reader).recordedBy(owner);
  }

  @Test
  void whoDoesNotSeeTheRecordLearnsNothing() {
    var self = filed(GIVEN);
    var unknown = "/v1/incidents/" + UUID.randomUUID();
    assertLearnsNothing(stranger, "/contributions", "/contributions", unknown, GIVEN);
    var tail = self.substring(record.length());
    for (var act : List.of("/acceptance", "/declination", "/standing", "/withdrawal")) {
      assertLearnsNothing(stranger, tail, tail + act, unknown, REASON);
    }
  }

  @Test
  void whoIsBarredFromAContributionOrNotMeantLearnsNothingOfIt() {
    var missing = "/contributions/" + UUID.randomUUID();
    for (var given : List.of(NAMES_GERMANY, FOR_THE_OWNER)) {
      var tail = filed(given).substring(record.length());
      assertEquals(read(reader, record + missing).body(), read(reader, record + tail).body());
      assertEquals(404, read(reader, record + tail).status());
      for (var act : List.of("/acceptance", "/declination", "/standing", "/withdrawal")) {
        var hidden = posted(reader, record + tail + act, REASON);
        assertEquals(404, hidden.status());
        assertEquals(posted(reader, record + missing + act, REASON).body(), hidden.body());
      }
    }
    Api.as(reader.first()).get(record + "/contributions").then().body("items", empty());
  }

  @Test
  void aClaimThatNamesAStateIsHiddenFromItsAgenciesAndTheRecordTooOnceAccepted() {
    var self = filed(NAMES_GERMANY);
    Api.as(owner.first()).get(self).then().statusCode(200);
    accepted(self);
    Api.as(author.first()).get(record).then().statusCode(200);
    Api.as(reader.first()).get(record).then().statusCode(404);
  }

  @Test
  void aStateThatIsBarredByNameDoesNotSeeACounterView() {
    var self = filed("{\"counterView\":{\"en\":\"No.\"},\"barred\":[\"DE\"],\"reason\":\"Seen.\"}");
    Api.as(author.second()).get(self).then().statusCode(200).body("barred", equalTo(null));
    Api.as(reader.first()).get(self).then().statusCode(404);
  }

  /** To accept it takes the record from these states, and only two people give it back. */
  @Test
  void theOwnerSeesFromWhomAnAcceptanceWouldTakeTheRecord() {
    var self = filed(GIVEN.replace("\"reason\"", "\"barred\":[\"DE\"],\"reason\""));
    Api.as(owner.first()).get(self).then().body("barred", equalTo(List.of("DE")));
    Api.as(owner.first())
        .get(record + "/contributions")
        .then()
        .body("items[0].barred", equalTo(List.of("DE")));
    accepted(self);
    Api.as(reader.first()).get(record).then().statusCode(404);
  }

  @Test
  void oneThatWouldBeBarredFromTheOwnerIsRefused() {
    assertRefused(
        RawHttp.post(author.first(), record + "/contributions", GIVEN.replace("VALUE", "FR")),
        422,
        "invalid-document",
        "bars-owner #");
  }

  @Test
  void oneForTheOwnerIsSeenByNobodyElseEvenAccepted() {
    var self = filed(FOR_THE_OWNER);
    Api.as(author.second()).get(self).then().statusCode(200);
    accepted(self);
    Api.as(owner.first()).get(record).then().body("sources.title", hasItem("A list"));
    Api.as(reader.first()).get(record).then().body(not(containsString("A list")));
    Api.as(reader.first())
        .get(record + "/history")
        .then()
        .body(not(containsString(author.handle())));
  }

  @Test
  void theFeedTellsThoseWhoSeeAContributionAndNobodyElse() {
    var id = record.substring("/v1/incidents/".length());
    var ofOwner = new Feed(owner.first());
    var ofReader = new Feed(reader.first());
    var ofAuthor = new Feed(author.first());
    for (var feed : List.of(ofOwner, ofReader, ofAuthor)) {
      feed.watch(id);
    }
    ofOwner.next(3);
    ofReader.next(1);
    ofAuthor.next(1);
    var secret = filed(FOR_THE_OWNER);
    assertEquals(List.of("upsert incident-contributed " + id), ofOwner.next(1));
    post(owner, secret + "/declination", REASON).statusCode(200);
    assertEquals(
        List.of("upsert incident-contribution-declined " + id), ofAuthor.next(2).subList(1, 2));
    filed(NAMES_GERMANY);
    filed(GIVEN);
    assertEquals(List.of("upsert incident-contributed " + id), ofReader.next(1));
    assertEquals(List.of(), ofReader.page());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"audience\":null", "\"barred\":{\"jurisdictions\":[\"MC\"]}"})
  void whoLostSightOfTheRecordIsNotToldWhatBecomesOfOneForTheOwner(String loss) {
    author = agencies.agency("prosecution", "MC");
    record = "/v1/incidents/" + anIncident().sharedWith(author).recordedBy(owner);
    var id = record.substring("/v1/incidents/".length());
    var ofAuthor = new Feed(author.first());
    var ofOwner = new Feed(owner.first());
    ofAuthor.watch(id);
    ofOwner.watch(id);
    var secret = filed(FOR_THE_OWNER);
    Api.patched(owner.first(), record, "{\"handling\":{" + loss + "}}");
    Api.as(author.first()).get(record).then().statusCode(404);
    post(owner, secret + "/declination", REASON).statusCode(200);
    assertEquals("upsert incident-contribution-declined " + id, ofOwner.next(6).get(5));
    assertEquals(
        List.of(
            "upsert incident-recorded " + id,
            "upsert incident-contributed " + id,
            "retract audience-narrowed " + id),
        ofAuthor.page());
  }

  @Test
  void whatAQuarantinedAgencyContributedIsHidden() {
    var self = filed(GIVEN);
    operator.quarantine(author, true);
    Api.as(reader.first()).get(record + "/contributions").then().body("items", empty());
    post(owner, self + "/acceptance", REASON).statusCode(404);
  }

  @Test
  void aPointerDoesNotTellOfPartsThatOthersDoNotSee() {
    record =
        "/v1/incidents/"
            + anIncident()
                .sharedWith(author, reader)
                .source("s2")
                .source("s3")
                .partFor("/sources/1", author)
                .recordedBy(owner);
    Api.as(author.first()).get(record).then().body("sources.id", hasItem("s2"));
    Api.as(reader.first()).get(record).then().body("sources.id", not(hasItem("s2")));
    for (var hidden : List.of("/sources/1/type", "/sources/2/type")) {
      assertRefused(
          RawHttp.post(
              author.first(), record + "/contributions", GIVEN.replace("/title/en", hidden)),
          422,
          "invalid-document",
          "not-for-all #/claims/0/pointer");
      filed(FOR_THE_OWNER.replace("/title/en", hidden));
    }
    filed(GIVEN.replace("/title/en", "/sources/0/type"));
  }

  private void assertLearnsNothing(
      TestAgency by, String get, String post, String unknown, String json) {
    var hidden = read(by, record + get);
    assertEquals(404, hidden.status());
    assertEquals(read(by, unknown + get).body(), hidden.body());
    var refused = posted(by, record + post, json);
    assertEquals(404, refused.status());
    assertEquals(posted(by, unknown + post, json).body(), refused.body());
  }

  private String filed(String json) {
    return post(author, record + "/contributions", json)
        .statusCode(201)
        .extract()
        .<String>path("self");
  }

  private void accepted(String self) {
    Api.sending(owner.first(), REASON)
        .header("If-Match", Api.as(owner.first()).get(record).header("ETag"))
        .post(self + "/acceptance")
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse post(TestAgency by, String path, String json) {
    return Api.sending(by.first(), json).post(path).then();
  }

  private static RawHttp.Answer read(TestAgency by, String path) {
    return RawHttp.get(by.first(), path, REQUEST);
  }

  private static RawHttp.Answer posted(TestAgency by, String path, String json) {
    return RawHttp.send(
        "POST", by.first(), path, json.getBytes(UTF_8), "Content-Type: application/json", REQUEST);
  }
}
