package org.tnregistry.classification;

import static org.hamcrest.Matchers.containsString;
import static org.tnregistry.classification.AssessmentBuilder.aQualifyingAssessment;
import static org.tnregistry.contract.Refusal.assertRefused;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.Api;
import org.tnregistry.contract.RawHttp;
import org.tnregistry.shared.json.MergePatch;
import org.tnregistry.shared.json.StoredJson;

/**
 * What an answer says of the record's own implication. The record implies of answers 0 to 3
 * state-ordered, that a target was abroad, a lawyer aimed at directly, and nothing of the purpose.
 */
@QuarkusTest
class AnswerBasisTest {
  @Inject AgencyFixture agencies;

  private TestAgency owner;
  private String record = "";

  @BeforeEach
  void aRecord() {
    owner = agencies.agency();
    record =
        "/v1/incidents/"
            + anIncident()
                .with(d -> d.putObject("attribution").put("level", "state-ordered"))
                .recordedBy(owner);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      textBlock =
          """
          0; {"basis":"implied-contested"}
          0; {"basis":"implied-confirmed","value":"state-executed"}
          1; {"basis":"implied-confirmed","value":["target-abroad"]}
          1; {"basis":"implied-contested","value":["undetermined","target-abroad"]}
          2; {"basis":"implied-confirmed","value":"not-met"}
          2; {"basis":"implied-confirmed","categories":["lawyer","journalist"]}
          2; {"basis":"implied-contested"}
          3; {"basis":"implied-confirmed"}
          3; {"basis":"implied-contested"}
          """)
  void whatTheRecordDoesNotImplyIsNeitherConfirmedNorContested(int answer, String change) {
    assertRefused(
        RawHttp.post(owner.first(), record + "/assessments", changed(answer, change).toString()),
        422,
        "invalid-document",
        "not-implied #/answers/" + answer + "/basis");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      textBlock =
          """
          0; {"basis":"implied-confirmed"}
          0; {"basis":"implied-contested","value":"unknown"}
          1; {"basis":"implied-confirmed","value":["undetermined","target-abroad"]}
          1; {"basis":"implied-contested","value":["target-abroad"]}
          2; {"basis":"implied-confirmed"}
          2; {"basis":"implied-contested","value":"undetermined","categories":null,"roles":null}
          """)
  void whatItImpliesIsConfirmedAndAnythingElseContestsIt(int answer, String change) {
    Api.sending(owner.first(), changed(answer, change).toString())
        .post(record + "/assessments")
        .then()
        .statusCode(201);
  }

  @Test
  void theImpliedValueIsNamed() {
    Api.sending(owner.first(), changed(0, "{\"basis\":\"implied-contested\"}").toString())
        .post(record + "/assessments")
        .then()
        .body("errors[0].detail", containsString("implies: state-ordered."));
  }

  @Test
  void whatTheAssessorDoesNotSeeImpliesNothing() {
    var reader = agencies.agency("ngo", null);
    record =
        "/v1/incidents/"
            + anIncident()
                .partFor("/targets/0", owner)
                .target("t2", "bystander")
                .sharedWith(reader)
                .recordedBy(owner);
    var assessment = changed(2, "{\"basis\":\"implied-confirmed\"}").toString();
    assertRefused(
        RawHttp.post(reader.first(), record + "/assessments", assessment),
        422,
        "invalid-document",
        "not-implied #/answers/2/basis");
    Api.sending(owner.first(), assessment).post(record + "/assessments").then().statusCode(201);
  }

  private static JsonNode changed(int answer, String change) {
    var assessment = aQualifyingAssessment().document();
    ((ObjectNode) assessment.at("/answers/1")).putArray("value").add("target-abroad");
    var changed = MergePatch.apply(assessment.at("/answers/" + answer), StoredJson.parse(change));
    ((ArrayNode) assessment.path("answers")).set(answer, changed);
    return assessment;
  }
}
