package org.tnregistry.incident.contribution;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.tnregistry.contract.Refusal.assertRefused;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.access.Operator;
import org.tnregistry.contract.Api;
import org.tnregistry.contract.RawHttp;

@QuarkusTest
class ContributionTest {
  private static final String PLAIN =
      "{\"sources\":[{\"id\":\"n1\",\"type\":\"TYPE\",\"title\":\"A list\"}],"
          + "\"claims\":[{\"id\":\"n1\",\"pointer\":\"/title/en\",\"value\":\"VALUE\",\"source\":\"n1\"}],"
          + "\"reason\":\"Seen.\"}";
  private static final String GIVEN = PLAIN.replace("TYPE", "official-document");
  private static final String REASON = "{\"reason\":\"Checked.\"}";

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
  void whoSeesTheRecordSeesAContributionAndWhoDoesNotLearnsNothing() {
    var self = filed(GIVEN);
    Api.as(reader.first()).get(self).then().statusCode(200).body("status", equalTo("open"));
    Api.as(stranger.first()).get(self).then().statusCode(404);
    Api.as(stranger.first()).get(record + "/contributions").then().statusCode(404);
    post(stranger, record + "/contributions", GIVEN).statusCode(404);
    post(stranger, self + "/acceptance", REASON).statusCode(404);
  }

  @Test
  void aClaimThatNamesAStateIsHiddenFromItsAgencies() {
    var self = filed(GIVEN.replace("VALUE", "DE"));
    Api.as(reader.first()).get(self).then().statusCode(404);
    Api.as(reader.first()).get(record + "/contributions").then().body("items", empty());
    Api.as(owner.first()).get(self).then().statusCode(200);
    accepted(self).statusCode(200);
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
    var self = filed(GIVEN.replace("\"reason\"", "\"ownerOnly\":true,\"reason\""));
    Api.as(reader.first()).get(self).then().statusCode(404);
    accepted(self).statusCode(200);
    Api.as(owner.first()).get(record).then().body("sources.title", hasItem("A list"));
    Api.as(reader.first()).get(record).then().body(not(containsString("A list")));
    Api.as(reader.first())
        .get(record + "/history")
        .then()
        .body(not(containsString(author.handle())));
  }

  @Test
  void whatAQuarantinedAgencyContributedIsHidden() {
    filed(GIVEN);
    operator.quarantine(author, true);
    Api.as(reader.first()).get(record + "/contributions").then().body("items", empty());
  }

  @Test
  void anAcceptedOneIsInTheRecordAndItsHistoryNamesTheContributor() {
    var self = filed(GIVEN);
    post(owner, self + "/acceptance", REASON).statusCode(428);
    post(reader, self + "/acceptance", REASON).statusCode(403);
    var tag = Api.as(owner.first()).get(record).header("ETag");
    accepted(self, tag).statusCode(200).body("status", equalTo("accepted"));
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
    return Api.sending(by.first(), json).post(path).then();
  }
}
