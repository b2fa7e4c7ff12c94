package org.tnregistry.classification;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.tnregistry.classification.AssessmentBuilder.aQualifyingAssessment;
import static org.tnregistry.classification.AssessmentBuilder.anAssessment;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.Api;

/** Nobody displaces alone what two people stand behind, and a mistake can be taken back. */
@QuarkusTest
class AssessmentSupersessionTest {
  @Inject AgencyFixture agencies;

  private TestAgency owner;
  private TestAgency assessor;
  private String record = "";
  private String confirmed = "";

  @BeforeEach
  void aRecordWithAConfirmedAssessment() {
    owner = agencies.agency("law-enforcement", "FR");
    assessor = agencies.agency("ngo", null);
    record = "/v1/incidents/" + anIncident().sharedWith(assessor).recordedBy(owner);
    confirmed = aQualifyingAssessment().madeBy(assessor.first(), record);
    step(confirmed, "confirmation").statusCode(200);
  }

  @Test
  void aConfirmedOneCountsUntilTheNextIsConfirmedToo() {
    var next = anotherOne();
    classification("ohchr-2025")
        .body("items.ruling.verdict", contains("qualifies"))
        .body("items.confirmed", contains(true))
        .body("items.assessments", contains(List.of(id(confirmed))))
        .body("items.pending", contains(List.of(id(next))));
    read(confirmed).body("supersededBy", nullValue());
    read(next).body("wouldSupersede", equalTo(id(confirmed)));
    step(next, "confirmation").statusCode(200).body("wouldSupersede", nullValue());
    classification("ohchr-2025")
        .body("items.ruling.verdict", contains("undetermined"))
        .body("items.confirmed", contains(true))
        .body("items.pending", contains(nullValue()));
    read(confirmed).body("supersededBy", equalTo(id(next)));
  }

  @Test
  void aPendingOneIsNamedUnderEveryDefinitionThatItWouldChange() {
    var next = anotherOne();
    classification("common").body("items.pending", contains(List.of(id(next))));
    var further =
        anAssessment()
            .under("uk-home-office-2025")
            .answering("unlawful-in-host-state", "met")
            .madeBy(assessor.first(), record);
    classification("common").body("items.pending", contains(List.of(id(next))));
    classification("uk-home-office-2025")
        .body("items.assessments", contains(List.of(id(further), id(confirmed))))
        .body("items.pending", contains(List.of(id(next))));
  }

  @Test
  void aWithdrawnOneSupersedesNothing() {
    var next = anotherOne();
    step(next, "confirmation").statusCode(200);
    step(next, "withdrawal").statusCode(200);
    read(confirmed).body("supersededBy", nullValue());
    classification("ohchr-2025")
        .body("items.ruling.verdict", contains("qualifies"))
        .body("items.confirmed", contains(true));
    step(confirmed, "withdrawal").statusCode(200);
    classification("ohchr-2025").body("items", empty());
  }

  @Test
  void whatCountsAgainCanBeConfirmed() {
    var first = anAssessment().under("common").answering("state-nexus", "state-ordered");
    var former = first.madeBy(assessor.first(), record);
    var mistake = first.madeBy(assessor.first(), record);
    step(former, "confirmation").statusCode(409);
    step(mistake, "withdrawal").statusCode(200);
    step(former, "confirmation").statusCode(200);
  }

  @Test
  void whoWithdrawsTheConfirmedOneLetsTheNextCount() {
    anotherOne();
    step(confirmed, "withdrawal").statusCode(200);
    classification("ohchr-2025")
        .body("items.ruling.verdict", contains("undetermined"))
        .body("items.confirmed", contains(false))
        .body("items.pending", contains(nullValue()));
  }

  @Test
  void theNextAfterAWithdrawnOneWaitsForTheConfirmedOneStill() {
    step(anotherOne(), "withdrawal").statusCode(200);
    var next = anotherOne();
    read(next).body("wouldSupersede", equalTo(id(confirmed)));
    Api.as(owner.first()).get(record + "/assessments").then().body("items", hasSize(3));
  }

  @Test
  void whatIsSettledSaysHow() {
    var next = anotherOne();
    step(confirmed, "confirmation").body("detail", equalTo("It is confirmed already."));
    step(next, "confirmation").statusCode(200);
    step(confirmed, "withdrawal").body("detail", containsString("superseded by " + id(next)));
    step(next, "withdrawal").statusCode(200);
    step(next, "confirmation").body("detail", equalTo("It is withdrawn."));
  }

  private String anotherOne() {
    return anAssessment().answering("state-nexus", "unknown").madeBy(assessor.first(), record);
  }

  private ValidatableResponse step(String assessment, String step) {
    return Api.sending(assessor.second(), "{\"reason\":\"Compared.\"}")
        .post(assessment + "/" + step)
        .then();
  }

  private ValidatableResponse classification(String definition) {
    return Api.as(owner.first())
        .get(record + "/classification?definition=" + definition)
        .then()
        .statusCode(200);
  }

  private ValidatableResponse read(String assessment) {
    return Api.as(owner.first()).get(assessment).then().statusCode(200);
  }

  private static String id(String assessment) {
    return assessment.substring(assessment.lastIndexOf('/') + 1);
  }
}
