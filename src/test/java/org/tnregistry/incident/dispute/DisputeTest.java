package org.tnregistry.incident.dispute;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tnregistry.contract.Refusal.assertRefused;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.access.Operator;
import org.tnregistry.contract.Api;
import org.tnregistry.contract.RawHttp;
import org.tnregistry.exchange.Feed;

@QuarkusTest
class DisputeTest {
  private static final String DISPUTE =
      "{\"kind\":\"factual-error\",\"statement\":{\"en\":\"Nobody was heard on that day.\"},"
          + "\"pointer\":\"/acts/0\",\"sources\":[\"https://court.example/calendar\"]}";
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
  void everybodyWhoSeesTheRecordSeesADisputeOfItAndTheRecordStaysAsItIs() {
    var before = Api.as(owner.first()).get(record).asString();
    var filed = file().statusCode(201).body("author", equalTo(author.handle()));
    for (var token : List.of(owner.first(), author.second(), reader.first())) {
      Api.as(token)
          .get(record + "/disputes")
          .then()
          .statusCode(200)
          .body("items.id", contains(filed.extract().<String>path("id")))
          .body("items[0].statement.en", equalTo("Nobody was heard on that day."))
          .body("items[0].pointer", equalTo("/acts/0"))
          .body(not(containsString("first-officer")));
    }
    assertEquals(before, Api.as(owner.first()).get(record).asString());
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
    for (var hidden : List.of("/sources/1/title", "/sources/2")) {
      assertRefused(
          RawHttp.post(author.first(), record + "/disputes", DISPUTE.replace("/acts/0", hidden)),
          422,
          "invalid-document",
          "not-for-all #/pointer");
    }
    for (var shown : List.of("/sources/0", "/acts/0")) {
      Api.sending(author.first(), DISPUTE.replace("/acts/0", shown))
          .post(record + "/disputes")
          .then()
          .statusCode(201);
    }
  }

  @Test
  void whoDoesNotSeeTheRecordLearnsNothing() {
    var dispute = file().extract().<String>path("self");
    var unknown = "/v1/incidents/" + UUID.randomUUID();
    for (var tail : List.of("/disputes", dispute.substring(record.length()))) {
      assertEquals(
          RawHttp.get(stranger.first(), unknown + tail, REQUEST).body(),
          RawHttp.get(stranger.first(), record + tail, REQUEST).body());
      assertEquals(404, RawHttp.get(stranger.first(), record + tail).status());
    }
    for (var tail : List.of("/disputes", dispute.substring(record.length()) + "/withdrawal")) {
      var body = tail.equals("/disputes") ? DISPUTE : "{\"reason\":\"x\"}";
      var hidden = posted(stranger.first(), record + tail, body);
      var absent = posted(stranger.first(), unknown + tail, body);
      assertEquals(404, hidden.status());
      assertEquals(absent.body(), hidden.body());
    }
  }

  @Test
  void whoLosesSightOfTheRecordLosesSightOfItsDisputes() {
    file().statusCode(201);
    operator.quarantine(owner, true);
    Api.as(author.first()).get(record + "/disputes").then().statusCode(404);
    Api.as(owner.first()).get(record + "/disputes").then().body("items.size()", equalTo(1));
  }

  @Test
  void whatAQuarantinedAgencyFiledIsHidden() {
    file().statusCode(201);
    operator.quarantine(author, true);
    Api.as(reader.first()).get(record + "/disputes").then().body("items", empty());
  }

  @Test
  void theFeedTellsOwnerAndRecipientsOfDisputeAnswerAndWithdrawal() {
    var ofOwner = new Feed(owner.first());
    var ofReader = new Feed(reader.first());
    var id = record.substring("/v1/incidents/".length());
    ofOwner.watch(id);
    ofReader.watch(id);
    ofOwner.next(3);
    ofReader.next(1);
    var dispute = file().extract().<String>path("self");
    assertEquals(List.of("upsert incident-disputed " + id), ofOwner.next(1));
    assertEquals(List.of("upsert incident-disputed " + id), ofReader.next(1));
    answer(owner.first(), dispute).statusCode(200);
    assertEquals(List.of("upsert incident-dispute-answered " + id), ofReader.next(1));
    withdraw(author.first(), dispute).statusCode(200);
    assertEquals(List.of("upsert incident-dispute-withdrawn " + id), ofReader.next(1));
    var ofStranger = new Feed(stranger.first());
    ofStranger.watch(id);
    assertEquals(List.of(), ofStranger.page());
  }

  @ParameterizedTest
  @ValueSource(strings = {"RU", "IS"})
  void theFeedTellsNobodyTwiceWhetherTheRecordReachesItsOwnerOrIsBarredFromItsState(
      String cooperating) {
    owner = agencies.agency("law-enforcement", "IS");
    var id =
        anIncident()
            .role("co-operating", cooperating)
            .sharedWith(author)
            .with(d -> ((ObjectNode) d.get("handling")).put("marking", "TLP:AMBER"))
            .recordedBy(owner);
    record = "/v1/incidents/" + id;
    var feeds = List.of(new Feed(owner.first()), new Feed(author.first()));
    feeds.forEach(feed -> feed.watch(id));
    feeds.get(0).next(3);
    feeds.get(1).next(1);
    var dispute = file().extract().<String>path("self");
    answer(owner.first(), dispute).statusCode(200);
    for (var feed : feeds) {
      assertEquals(
          List.of("upsert incident-disputed " + id, "upsert incident-dispute-answered " + id),
          feed.next(2));
      assertEquals(List.of(), feed.page());
    }
  }

  @Test
  void theOwnerAnswersOnceAndNobodyElseDoes() {
    var dispute = file().extract().<String>path("self");
    answer(reader.first(), dispute).statusCode(403);
    answer(author.first(), dispute).statusCode(403);
    answer(owner.first(), dispute)
        .statusCode(200)
        .body("answer.outcome", equalTo("noted"))
        .body("answer.reason", equalTo("Seen."));
    answer(owner.second(), dispute)
        .statusCode(409)
        .body("type", equalTo("/problems/dispute-settled"));
  }

  @Test
  void theAuthorWithdrawsAndTheDisputeStaysToBeRead() {
    var dispute = file().extract().<String>path("self");
    withdraw(owner.first(), dispute).statusCode(403);
    withdraw(author.first(), dispute)
        .statusCode(200)
        .body("withdrawal.reason", equalTo("Cleared up."));
    withdraw(author.first(), dispute).statusCode(409);
    answer(owner.first(), dispute).statusCode(409);
    Api.as(reader.first())
        .get(dispute)
        .then()
        .statusCode(200)
        .body("statement.en", equalTo("Nobody was heard on that day."));
  }

  @Test
  void anAgencyDoesNotDisputeItsOwnRecord() {
    Api.sending(owner.first(), DISPUTE)
        .post(record + "/disputes")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/dispute-own-record"));
  }

  @Test
  void aDisputeThatIsSentAgainIsFiledOnce() {
    var first = fileOnce(DISPUTE).statusCode(201).extract().<String>path("id");
    fileOnce(DISPUTE).statusCode(201).body("id", equalTo(first));
    fileOnce(DISPUTE.replace("factual-error", "other")).statusCode(422);
    Api.as(owner.first()).get(record + "/disputes").then().body("items.size()", equalTo(1));
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"statement\":{\"en\":\"x\"}}', missing-member #/kind",
    "'{\"kind\":\"slander\",\"statement\":{\"en\":\"x\"}}', unknown-code #/kind",
    "'{\"kind\":\"other\",\"statement\":{\"en\":\"x\"},\"pointer\":\"acts\"}', invalid-format #/pointer",
    "'{\"kind\":\"other\",\"statement\":{\"en\":\"x\"},\"pointer\":\"/acts/7\"}', pointer-leads-nowhere #/pointer",
    "'{\"kind\":\"other\",\"statement\":{\"en\":\"x\"},\"owner\":\"me\"}', unknown-member #/owner"
  })
  void aDisputeThatBreaksTheFormIsRefused(String json, String fault) {
    assertRefused(
        RawHttp.post(author.first(), record + "/disputes", json), 422, "invalid-document", fault);
  }

  @Test
  void aPointerToWhatItsAuthorDoesNotSeeLeadsNowhere() {
    var closed = anIncident().sharedWith(author).partFor("/acts/0").recordedBy(owner);
    assertRefused(
        RawHttp.post(author.first(), "/v1/incidents/" + closed + "/disputes", DISPUTE),
        422,
        "invalid-document",
        "pointer-leads-nowhere #/pointer");
  }

  @Test
  void toDisputeTakesItsOwnPermission() {
    var clerk = agencies.token(author.id(), "clerk", List.of("incident:read", "incident:write"));
    Api.sending(clerk, DISPUTE).post(record + "/disputes").then().statusCode(403);
  }

  private ValidatableResponse file() {
    return Api.sending(author.first(), DISPUTE).post(record + "/disputes").then();
  }

  private ValidatableResponse fileOnce(String json) {
    return Api.sending(author.first(), json)
        .header("Idempotency-Key", "dispute-1")
        .post(record + "/disputes")
        .then();
  }

  private static ValidatableResponse answer(String token, String dispute) {
    return Api.sending(token, "{\"outcome\":\"noted\",\"reason\":\"Seen.\"}")
        .post(dispute + "/answer")
        .then();
  }

  private static ValidatableResponse withdraw(String token, String dispute) {
    return Api.sending(token, "{\"reason\":\"Cleared up.\"}").post(dispute + "/withdrawal").then();
  }

  private static RawHttp.Answer posted(String token, String path, String json) {
    return RawHttp.send(
        "POST", token, path, json.getBytes(UTF_8), "Content-Type: application/json", REQUEST);
  }
}
