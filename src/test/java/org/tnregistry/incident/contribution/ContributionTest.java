package org.tnregistry.incident.contribution;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
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
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.Api;
import org.tnregistry.contract.RawHttp;
import org.tnregistry.incident.IncidentBuilder;

@QuarkusTest
class ContributionTest {
  private static final String GIVEN =
      "{\"sources\":[{\"id\":\"n1\",\"type\":\"official-document\",\"title\":\"A list\"}],"
          + "\"claims\":[{\"id\":\"n1\",\"pointer\":\"/title/en\",\"value\":\"VALUE\",\"source\":\"n1\"}],"
          + "\"reason\":\"Seen.\"}";
  private static final String REASON = "{\"reason\":\"Checked.\"}";

  @Inject AgencyFixture agencies;

  private TestAgency owner;
  private TestAgency author;
  private TestAgency reader;
  private String record = "";

  @BeforeEach
  void aSharedRecord() {
    owner = agencies.agency("law-enforcement", "FR");
    author = agencies.agency("ngo", null);
    reader = agencies.agency("law-enforcement", "DE");
    record = "/v1/incidents/" + anIncident().sharedWith(author, reader).recordedBy(owner);
  }

  @Test
  void whoSeesTheRecordSeesAContributionAndTheRecordStaysAsItIs() {
    var before = Api.as(owner.first()).get(record).asString();
    var self = filed(GIVEN);
    for (var token : List.of(owner.first(), author.second(), reader.first())) {
      Api.as(token)
          .get(self)
          .then()
          .statusCode(200)
          .body("status", equalTo("open"))
          .body("author", equalTo(author.handle()))
          .body("claims[0].pointer", equalTo("/title/en"))
          .body(not(containsString("first-officer")));
    }
    assertEquals(before, Api.as(owner.first()).get(record).asString());
  }

  @Test
  void anAcceptedOneIsInTheRecordAndItsHistoryNamesTheContributor() {
    var self = filed(GIVEN);
    post(owner, self + "/acceptance", REASON).statusCode(428);
    post(reader, self + "/acceptance", REASON).statusCode(403);
    var tag = Api.as(owner.first()).get(record).header("ETag");
    var now = accepted(self, tag).statusCode(200).body("status", equalTo("accepted"));
    now.header("ETag", equalTo(Api.as(owner.first()).get(record).header("ETag")));
    accepted(self, tag).statusCode(200);
    String prefix = Api.as(owner.first()).get(self).path("idPrefix");
    Api.as(reader.first()).get(record).then().body("sources.id", hasItem(prefix + "1"));
    Api.as(reader.first()).get(record + "/history").then().body(containsString(author.handle()));
    post(owner, self + "/declination", REASON).statusCode(409);
  }

  @Test
  void anAcceptanceOfAStaleRecordChangesNothing() {
    var self = filed(GIVEN);
    accepted(self, "\"stale\"").statusCode(412);
    Api.as(owner.first()).get(self).then().body("status", equalTo("open"));
  }

  @Test
  void aDeclinedOneStaysToBeReadWithTheReasonAndOneThatStandsCanBeWithdrawn() {
    var declined = filed(GIVEN);
    post(owner, declined + "/declination", REASON).statusCode(200);
    post(author, declined + "/withdrawal", REASON).statusCode(409);
    Api.as(reader.first()).get(declined).then().body("acts[0].reason", equalTo("Checked."));
    var standing = filed(GIVEN);
    post(owner, standing + "/standing", REASON).statusCode(200);
    post(owner, standing + "/standing", REASON).statusCode(409);
    post(owner, standing + "/withdrawal", REASON).statusCode(403);
    post(author, standing + "/withdrawal", REASON).statusCode(200);
  }

  @Test
  void anAgencyDoesNotContributeToItsOwnRecordNorAcceptsACounterViewIntoIt() {
    post(owner, record + "/contributions", GIVEN).statusCode(409);
    var self = filed("{\"counterView\":{\"en\":\"It was not so.\"},\"reason\":\"Seen.\"}");
    accepted(self).statusCode(409);
    Api.as(owner.first()).get(self).then().body("status", equalTo("open"));
  }

  @Test
  void aContributionThatIsSentAgainIsFiledOnce() {
    var first = filedOnce(GIVEN).statusCode(201).extract().<String>path("id");
    filedOnce(GIVEN).statusCode(201).body("id", equalTo(first));
    filedOnce(GIVEN.replace("Seen.", "Heard.")).statusCode(422);
    Api.as(owner.first()).get(record + "/contributions").then().body("items.size()", equalTo(1));
  }

  @Test
  void ofTwoAcceptancesOneWins() {
    var self = filed(GIVEN);
    var tag = Api.as(owner.first()).get(record).header("ETag");
    var statuses =
        Stream.of(owner.first(), owner.second())
            .map(token -> CompletableFuture.supplyAsync(() -> acceptance(token, self, tag)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .sorted()
            .toList();
    assertEquals(List.of(200, 409), statuses);
    Api.as(owner.first()).get(record).then().body("sources.title", hasItem("A list"));
    Api.as(owner.first()).get(self).then().body("acts.act", equalTo(List.of("accepted")));
  }

  @Test
  void aRecordThatIsNoMoreTakesNoContribution() {
    var id = record.substring("/v1/incidents/".length());
    Api.sending(owner.second(), "{\"to\":\"withdrawn\",\"reason\":\"Wrong.\"}")
        .post(record + "/transitions")
        .then()
        .statusCode(200);
    assertRefused(
        RawHttp.post(author.first(), "/v1/incidents/" + id + "/contributions", GIVEN),
        409,
        "contribution-closed-record");
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"reason\":\"x\"}', incomplete #",
    "'{\"counterView\":{\"en\":\"x\"}}', missing-member #/reason",
    "'{\"counterView\":{\"en\":\"x\"},\"reason\":\"x\",\"owner\":\"me\"}', unknown-member #/owner",
    "'{\"sources\":[{\"id\":\"s1\",\"type\":\"official-document\",\"title\":\"x\"}],\"reason\":\"x\"}', duplicate-id #/sources/0/id",
    "'{\"claims\":[{\"id\":\"n1\",\"pointer\":\"/title/en\",\"value\":1,\"source\":\"s1\"}],\"reason\":\"x\"}', unknown-source #/claims/0/source",
  })
  void aContributionThatBreaksTheFormIsRefused(String json, String fault) {
    assertRefused(
        RawHttp.post(author.first(), record + "/contributions", json),
        422,
        "invalid-document",
        fault);
  }

  @Test
  void aClaimMustLeadSomewhereInTheRecord() {
    assertRefused(
        RawHttp.post(
            author.first(),
            record + "/contributions",
            GIVEN.replace("/title/en", "/acts/77/period")),
        422,
        "invalid-document",
        "pointer-leads-nowhere #/claims/0/pointer");
  }

  @Test
  void anAcceptedClaimIsAboutWhatItsAuthorMeantAndNotAboutWhatStandsThereNow() {
    record = "/v1/incidents/" + withHearings("2021", "2022").recordedBy(owner);
    var pointer = "/proceedings/0/milestones/1/date";
    var self = filed(GIVEN.replace("/title/en", pointer));
    var other = filed(GIVEN.replace("/title/en", pointer));
    amended("2020", "2021", "2022");
    accepted(self).statusCode(200);
    Api.as(reader.first())
        .get(record)
        .then()
        .body("claims.pointer", hasItem("/proceedings/0/milestones/2/date"));
    amended("2020", "2021");
    accepted(other).statusCode(422).body("errors[0].code", equalTo("pointer-leads-nowhere"));
    Api.as(owner.first()).get(other).then().body("status", equalTo("open"));
  }

  private IncidentBuilder withHearings(String... dates) {
    var incident = anIncident().sharedWith(author, reader).proceeding("p", "civil-suit", "1/21");
    var milestones = ((ObjectNode) incident.document().at("/proceedings/0")).putArray("milestones");
    for (var date : dates) {
      milestones.addObject().put("type", "hearing-scheduled").put("date", date);
    }
    return incident;
  }

  private void amended(String... dates) {
    Api.sending(owner.first(), withHearings(dates).json())
        .header("If-Match", "*")
        .put(record)
        .then()
        .statusCode(200);
  }

  @Test
  void toContributeTakesItsOwnPermission() {
    var clerk = agencies.token(author.id(), "clerk", List.of("incident:read", "incident:write"));
    post(clerk, record + "/contributions", GIVEN).statusCode(403);
  }

  private ValidatableResponse filedOnce(String json) {
    return Api.sending(author.first(), json)
        .header("Idempotency-Key", "contribution-1")
        .post(record + "/contributions")
        .then();
  }

  private static int acceptance(String token, String self, String tag) {
    return Api.sending(token, REASON)
        .header("If-Match", tag)
        .post(self + "/acceptance")
        .statusCode();
  }

  private String filed(String json) {
    return post(author, record + "/contributions", json)
        .statusCode(201)
        .extract()
        .<String>path("self");
  }

  private ValidatableResponse accepted(String self) {
    return accepted(self, Api.as(owner.first()).get(record).header("ETag"));
  }

  private ValidatableResponse accepted(String self, String tag) {
    return Api.sending(owner.first(), REASON)
        .header("If-Match", tag)
        .header(
            "Idempotency-Key",
            "accept-"
                + UUID.nameUUIDFromBytes(self.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .post(self + "/acceptance")
        .then();
  }

  private static ValidatableResponse post(TestAgency by, String path, String json) {
    return post(by.first(), path, json);
  }

  private static ValidatableResponse post(String token, String path, String json) {
    return Api.sending(token, json).post(path).then();
  }
}
