package org.tnregistry.classification;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.tnregistry.classification.AssessmentBuilder.aQualifyingAssessment;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.Api;
import org.tnregistry.shared.json.StoredJson;

/** Who says which state of a record they read is held to it, whoever owns the record. */
@QuarkusTest
class AssessmentPreconditionTest {
  @Inject AgencyFixture agencies;

  private TestAgency owner;
  private TestAgency assessor;
  private String record = "";

  @BeforeEach
  void aRecordOfAnotherAgency() {
    owner = agencies.agency("law-enforcement", "FR");
    assessor = agencies.agency("ngo", null);
    record =
        "/v1/incidents/"
            + anIncident()
                .source("s2")
                .partFor("/sources/1", owner)
                .sharedWith(assessor)
                .recordedBy(owner);
  }

  @Test
  void anAssessmentOfWhatIsNoMoreThereIsNotMade() {
    var read = tag(assessor.first());
    amend("{\"verification\":\"refuted\"}");
    assess(assessor, read).statusCode(412).body("type", equalTo("/problems/stale"));
    Api.as(owner.first()).get(record + "/assessments").then().body("items", empty());
    assess(assessor, tag(assessor.first())).statusCode(201);
    assess(owner, tag(owner.first())).statusCode(201);
  }

  @Test
  void whatTheAssessorDoesNotSeeIsNoReasonToReadAgain() {
    var read = tag(assessor.first());
    var sources = Api.as(owner.first()).get(record).then().extract().<Object>path("sources[0]");
    amend("{\"sources\":[" + StoredJson.write(sources) + "]}");
    assess(assessor, read).statusCode(201);
  }

  @Test
  void aConfirmationOfWhatIsNoMoreThereIsNotKept() {
    var made = aQualifyingAssessment().madeBy(assessor.first(), record);
    confirm(made, "\"another\"").statusCode(412).body("type", equalTo("/problems/stale"));
    Api.as(owner.first()).get(made).then().body("confirmation", nullValue());
    confirm(made, tag(assessor.second()))
        .statusCode(200)
        .header("ETag", notNullValue())
        .body("confirmation", notNullValue());
  }

  private ValidatableResponse assess(TestAgency agency, String ifMatch) {
    return Api.sending(agency.first(), aQualifyingAssessment().json())
        .header("If-Match", ifMatch)
        .post(record + "/assessments")
        .then();
  }

  private ValidatableResponse confirm(String assessment, String ifMatch) {
    return Api.sending(assessor.second(), "{}")
        .header("If-Match", ifMatch)
        .post(assessment + "/confirmation")
        .then();
  }

  private String tag(String token) {
    return Api.as(token).get(record).then().statusCode(200).extract().header("ETag");
  }

  private void amend(String patch) {
    Api.patched(owner.first(), record, patch);
  }
}
