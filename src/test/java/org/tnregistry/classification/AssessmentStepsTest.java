package org.tnregistry.classification;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tnregistry.classification.AssessmentBuilder.aQualifyingAssessment;
import static org.tnregistry.classification.AssessmentBuilder.anAssessment;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.Api;
import org.tnregistry.exchange.Feed;

/** What is done to an assessment after it was made. */
@QuarkusTest
class AssessmentStepsTest {
  @Inject AgencyFixture agencies;

  private TestAgency owner;
  private TestAgency assessor;
  private String record = "";
  private String made = "";

  @BeforeEach
  void anAssessedRecord() {
    owner = agencies.agency("law-enforcement", "FR");
    assessor = agencies.agency("ngo", null);
    record = "/v1/incidents/" + anIncident().sharedWith(assessor).recordedBy(owner);
    made = aQualifyingAssessment().madeBy(assessor.first(), record);
  }

  @Test
  void aSecondPersonOfTheAgencyConfirms() {
    confirm(assessor.second())
        .statusCode(200)
        .body("confirmation.reason", equalTo("Compared."))
        .body(not(containsString("second-officer")));
    Api.as(owner.first())
        .get(record + "/classification")
        .then()
        .body("items.confirmed", everyItem(equalTo(true)));
  }

  @Test
  void whoMadeItDoesNotConfirmItByWhateverCredential() {
    var other = agencies.token(assessor.id(), "first-officer");
    for (var token : List.of(assessor.first(), other)) {
      confirm(token)
          .statusCode(409)
          .body("type", equalTo("/problems/assessment-self-confirmation"));
    }
    Api.as(owner.first())
        .get(record + "/classification")
        .then()
        .body("items.confirmed", everyItem(equalTo(false)));
  }

  @Test
  void noOtherAgencyConfirmsOrWithdraws() {
    confirm(owner.first()).statusCode(403);
    withdraw(owner.first()).statusCode(403);
  }

  @Test
  void whoDoesNotSeeTheRecordLearnsNothing() {
    var stranger = agencies.agency();
    confirm(stranger.first()).statusCode(404);
    withdraw(stranger.first()).statusCode(404);
    Api.sending(owner.first(), "{}")
        .post(record + "/assessments/" + UUID.randomUUID() + "/confirmation")
        .then()
        .statusCode(404);
  }

  @Test
  void toConfirmTakesItsOwnPermission() {
    var clerk = agencies.token(assessor.id(), "clerk", List.of("assessment:write"));
    confirm(clerk).statusCode(403);
  }

  @Test
  void oneIsConfirmedOnce() {
    confirm(assessor.second()).statusCode(200);
    confirm(assessor.second())
        .statusCode(409)
        .body("type", equalTo("/problems/assessment-settled"));
  }

  @Test
  void aStaleOneIsNotConfirmed() {
    Api.patched(owner.first(), record, "{\"verification\":\"refuted\"}");
    confirm(assessor.second()).statusCode(409).body("type", equalTo("/problems/assessment-stale"));
  }

  @Test
  void aSupersededOneIsNeitherConfirmedNorWithdrawn() {
    anAssessment().answering("state-nexus", "unknown").madeBy(assessor.first(), record);
    confirm(assessor.second()).statusCode(409);
    withdraw(assessor.second())
        .statusCode(409)
        .body("type", equalTo("/problems/assessment-settled"));
  }

  @Test
  void aWithdrawnOneCountsNoMoreAndStaysToBeRead() {
    confirm(assessor.second()).statusCode(200);
    withdraw(assessor.first()).statusCode(200).body("withdrawal.reason", equalTo("Mistaken."));
    withdraw(assessor.first()).statusCode(409);
    Api.as(owner.first()).get(record + "/classification").then().body("items", empty());
    Api.as(owner.first())
        .get(made)
        .then()
        .body("ruling.verdict", equalTo("qualifies"))
        .body("confirmation.reason", equalTo("Compared."));
    var next = anAssessment().answering("state-nexus", "unknown").madeBy(assessor.first(), record);
    Api.as(owner.first())
        .get(record + "/classification?definition=common")
        .then()
        .body("items.assessments", contains(List.of(next.substring(next.lastIndexOf('/') + 1))));
  }

  @Test
  void theFeedTellsOfBoth() {
    var feed = new Feed(owner.first());
    feed.watch(record.substring("/v1/incidents/".length()));
    feed.next(4);
    confirm(assessor.second()).statusCode(200);
    withdraw(assessor.second()).statusCode(200);
    var id = record.substring("/v1/incidents/".length());
    assertEquals(
        List.of(
            "upsert incident-assessment-confirmed " + id,
            "upsert incident-assessment-withdrawn " + id),
        feed.next(2));
  }

  private ValidatableResponse confirm(String token) {
    return Api.sending(token, "{\"reason\":\"Compared.\"}").post(made + "/confirmation").then();
  }

  private ValidatableResponse withdraw(String token) {
    return Api.sending(token, "{\"reason\":\"Mistaken.\"}").post(made + "/withdrawal").then();
  }
}
