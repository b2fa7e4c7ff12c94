package org.tnregistry.incident.contribution;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.Api;
import org.tnregistry.contract.RawHttp;
import org.tnregistry.shared.json.StoredJson;

/** What was said of a part beside the record is not read by whom the part is hidden from later. */
@QuarkusTest
class MarkedLaterTest {
  private static final String OF_TITLE =
      "{\"id\":\"k1\",\"pointer\":\"/title/en\",\"value\":\"Another\",\"source\":\"n1\"}";
  private static final String OF_THIRD_TARGET =
      "{\"id\":\"k2\",\"pointer\":\"/targets/2/role\",\"value\":\"proxy\",\"source\":\"n2\"}";
  private static final String OF_ALL_TARGETS =
      "{\"id\":\"k3\",\"pointer\":\"/targets\",\"value\":[\"t1\",\"t2\",\"t3\"],\"source\":\"n2\"}";
  private static final String FIRST_SOURCE =
      "{\"id\":\"n1\",\"type\":\"ngo-report\",\"title\":\"Of the title\"}";
  private static final String SECOND_SOURCE =
      "{\"id\":\"n2\",\"type\":\"ngo-report\",\"title\":\"Of the targets\"}";
  private static final String REASON = "{\"reason\":\"Checked.\"}";
  private static final String REQUEST = "X-Request-Id: the-same-for-both";

  @Inject AgencyFixture agencies;

  private TestAgency owner;
  private TestAgency author;
  private TestAgency reader;
  private String record = "";

  @BeforeEach
  void aRecordWithThreeTargets() {
    owner = agencies.agency("law-enforcement", "FR");
    author = agencies.agency("ngo", null);
    reader = agencies.agency("law-enforcement", "DE");
    record =
        "/v1/incidents/"
            + anIncident()
                .target("t2", "direct")
                .target("t3", "direct")
                .source("t3")
                .sharedWith(author, reader)
                .recordedBy(owner);
  }

  @Test
  void aClaimAboutItIsReadByAuthorAndOwnerAlone() {
    var self = contributed("", OF_TITLE, OF_THIRD_TARGET);
    readBy(reader, self).body("claims.id", contains("k1", "k2"));
    marked("/targets/2");
    readBy(reader, self)
        .body("claims.id", contains("k1"))
        .body("sources.id", contains("n1"))
        .body(not(containsString("/targets")));
    Api.as(reader.first())
        .get(record + "/contributions")
        .then()
        .body("items[0].claims.id", contains("k1"))
        .body(not(containsString("/targets")));
    for (var whole : List.of(author, owner)) {
      readBy(whole, self)
          .body("claims.pointer", contains("/title/en", "/targets/2/role"))
          .body("sources.id", contains("n1", "n2"));
    }
  }

  @Test
  void aClaimAboutAnotherOneLeadsToWhereThatIsForItsReader() {
    var self = contributed("", OF_THIRD_TARGET);
    marked("/targets/0");
    readBy(reader, self).body("claims.pointer", contains("/targets/1/role"));
    readBy(author, self).body("claims.pointer", contains("/targets/2/role"));
  }

  @Test
  void aClaimThatNamesItIsNotReadEither() {
    var self = contributed("", OF_TITLE, OF_ALL_TARGETS);
    readBy(reader, self).body("claims.id", contains("k1", "k3"));
    marked("/targets/2");
    readBy(reader, self).body("claims.id", contains("k1"));
  }

  @Test
  void ofAContributionOfWhichNothingIsLeftThereIsNoTrace() {
    var self = contributed("", OF_THIRD_TARGET);
    var withText = contributed("\"counterView\":{\"en\":\"It was not so.\"},", OF_THIRD_TARGET);
    marked("/targets/2");
    var hidden = RawHttp.get(reader.first(), self, REQUEST);
    assertEquals(404, hidden.status());
    assertEquals(
        RawHttp.get(reader.first(), record + "/contributions/" + UUID.randomUUID(), REQUEST).body(),
        hidden.body());
    Api.as(reader.first())
        .get(record + "/contributions")
        .then()
        .body("items.self", contains(withText));
    readBy(reader, withText)
        .body("counterView.en", equalTo("It was not so."))
        .body("claims", nullValue())
        .body("sources", nullValue());
  }

  @Test
  void aPartThatWasTakenInIsReadAsFarAsTheRecordShowsIt() {
    var self = contributed("", OF_TITLE, OF_THIRD_TARGET);
    Api.sending(owner.first(), REASON)
        .header("If-Match", "*")
        .post(self + "/acceptance")
        .then()
        .statusCode(200);
    readBy(reader, self).body("sources.id", contains("n1", "n2"));
    marked("/sources/3");
    readBy(reader, self)
        .body("sources.title", contains("Of the title"))
        .body("claims.id", contains("k1"));
    readBy(author, self).body("sources.title", contains("Of the title", "Of the targets"));
    marked("/sources/2");
    Api.as(reader.first()).get(self).then().statusCode(404);
    Api.as(reader.first()).get(record + "/contributions").then().body("items", empty());
    readBy(owner, self).body("claims.id", contains("k1", "k2"));
  }

  @Test
  void aDisputeOfItIsOneOfTheRecordToWhomItIsHiddenFrom() {
    var self = disputed("/targets/2");
    var ofSecond = disputed("/targets/1");
    marked("/targets/2");
    readBy(reader, self).body("pointer", nullValue()).body("statement.en", equalTo("No."));
    readBy(reader, ofSecond).body("pointer", equalTo("/targets/1"));
    Api.as(reader.first())
        .get(record + "/disputes")
        .then()
        .body("items.pointer", contains(null, "/targets/1"));
    for (var whole : List.of(author, owner)) {
      readBy(whole, self).body("pointer", equalTo("/targets/2"));
    }
    marked("/targets/0");
    readBy(reader, ofSecond).body("pointer", equalTo("/targets/0"));
  }

  @Test
  void whoCameLaterIsToldOfPlacesThatAreTheSameForAll() {
    var claims = contributed("", OF_TITLE, OF_THIRD_TARGET, OF_ALL_TARGETS);
    var ofTitle = disputed("/title");
    var ofSecond = disputed("/targets/1");
    marked("/targets/0");
    var newcomer = agencies.agency();
    amended(d -> d.withArray("/handling/audience/agencies").add(newcomer.handle()));
    readBy(newcomer, claims).body("claims.pointer", contains("/title/en", "/targets/1/role"));
    readBy(newcomer, ofTitle).body("pointer", equalTo("/title"));
    readBy(newcomer, ofSecond).body("pointer", nullValue());
  }

  private void marked(String pointer) {
    amended(d -> ((ObjectNode) d.at(pointer)).putObject("handling").put("marking", "TLP:RED"));
  }

  private void amended(Consumer<ObjectNode> change) {
    var document = (ObjectNode) StoredJson.parse(Api.as(owner.first()).get(record).asString());
    change.accept(document);
    Api.sending(owner.first(), document.toString())
        .header("If-Match", "*")
        .put(record)
        .then()
        .statusCode(200);
  }

  private String contributed(String text, String... claims) {
    return posted(
        "/contributions",
        "{\"sources\":["
            + (claims[0].equals(OF_TITLE) ? FIRST_SOURCE + "," : "")
            + SECOND_SOURCE
            + "],\"claims\":["
            + String.join(",", claims)
            + "],"
            + text
            + "\"reason\":\"Seen.\"}");
  }

  private String disputed(String pointer) {
    return posted(
        "/disputes",
        "{\"kind\":\"factual-error\",\"statement\":{\"en\":\"No.\"},\"pointer\":\""
            + pointer
            + "\"}");
  }

  private String posted(String list, String json) {
    return Api.sending(author.first(), json)
        .post(record + list)
        .then()
        .statusCode(201)
        .extract()
        .path("self");
  }

  private static ValidatableResponse readBy(TestAgency by, String self) {
    return Api.as(by.first()).get(self).then().statusCode(200);
  }
}
