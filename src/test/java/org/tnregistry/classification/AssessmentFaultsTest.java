package org.tnregistry.classification;

import static org.hamcrest.Matchers.containsString;
import static org.tnregistry.classification.AssessmentBuilder.aQualifyingAssessment;
import static org.tnregistry.contract.Refusal.MARKER;
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
import org.tnregistry.contract.Api;
import org.tnregistry.contract.RawHttp;
import org.tnregistry.shared.json.MergePatch;
import org.tnregistry.shared.json.StoredJson;

/** Each breaks one thing in an assessment that is taken as it stands. */
@QuarkusTest
class AssessmentFaultsTest {
  @Inject AgencyFixture agencies;

  private String token = "";
  private String record = "";

  @BeforeEach
  void aRecord() {
    if (record.isEmpty()) {
      var owner = agencies.agency();
      token = owner.first();
      record = "/v1/incidents/" + anIncident().recordedBy(owner);
    }
  }

  /** Answers 0 to 3 are those to state-nexus, cross-border, protected-target and purpose. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      textBlock =
          """
          0; {"value":"Zq7Marker"}; answer-outside-scale #/answers/0/value
          0; {"value":"none"}; answer-outside-scale #/answers/0/value
          0; {"value":["state-ordered"]}; wrong-type #/answers/0/value
          0; {"value":7}; wrong-type #/answers/0/value
          0; {"value":{"Zq7Marker":1}}; wrong-type #/answers/0/value
          1; {"value":"act-abroad"}; wrong-type #/answers/1/value
          1; {"value":[]}; answer-outside-scale #/answers/1/value
          1; {"value":["none","act-abroad"]}; answer-outside-scale #/answers/1/value
          1; {"value":["act-abroad","act-abroad"]}; duplicate-item #/answers/1/value
          1; {"value":["act-abroad",1]}; wrong-type #/answers/1/value
          3; {"value":["silence","Zq7Marker"]}; answer-outside-scale #/answers/3/value
          2; {"value":"yes"}; answer-outside-scale #/answers/2/value
          2; {"categories":["Zq7Marker"]}; unknown-code #/answers/2/categories/0
          2; {"categories":null}; missing-member #/answers/2/categories
          2; {"roles":["bystander"]}; missing-member #/answers/2/roles
          0; {"categories":["lawyer"]}; not-for-element #/answers/0/categories
          0; {"roles":["direct"]}; not-for-element #/answers/0/roles
          0; {"justification":null}; missing-member #/answers/0/justification
          0; {"justification":{"en":null}}; empty #/answers/0/justification
          0; {"justification":{"en":" "}}; empty #/answers/0/justification/en
          0; {"sources":["s1","zq7marker"]}; unknown-source #/answers/0/sources/1
          0; {"element":"Zq7Marker"}; unknown-element #/answers/0/element
          0; {"element":"own-national","value":"met"}; element-not-asked #/answers/0/element
          0; {"element":"purpose","value":["deter"]}; duplicate-element #/answers/3/element
          0; {"element":"repressive-conduct","value":"met"}; derived-element #/answers/0/element
          0; {"basis":"Zq7Marker"}; unknown-code #/answers/0/basis
          0; {"basis":null}; missing-member #/answers/0/basis
          0; {"verdict":"Zq7Marker"}; unknown-member #/answers/0/verdict
          """)
  void anAnswerThatIsNoneIsRefusedWithItsPlace(int answer, String change, String fault) {
    var assessment = aQualifyingAssessment().document();
    var changed = MergePatch.apply(assessment.at("/answers/" + answer), StoredJson.parse(change));
    ((ArrayNode) assessment.path("answers")).set(answer, changed);
    refused(assessment, fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      textBlock =
          """
          {"definition":"Zq7Marker"}; unknown-definition #/definition
          {"definitionVersion":"9.9"}; unknown-definition-version #/definitionVersion
          {"definition":null}; missing-member #/definition
          {"verdict":"qualifies"}; unknown-member #/verdict
          {"ruling":{"verdict":"qualifies"}}; unknown-member #/ruling
          {"answers":[]}; empty #/answers
          """)
  void anAssessmentThatIsNoneIsRefusedWithItsPlace(String change, String fault) {
    refused(MergePatch.apply(aQualifyingAssessment().document(), StoredJson.parse(change)), fault);
  }

  @Test
  void whatAListOfAnswersTakesIsSaid() {
    var assessment = aQualifyingAssessment().document();
    ((ObjectNode) assessment.at("/answers/3")).putArray("value");
    Api.sending(token, assessment.toString())
        .post(record + "/assessments")
        .then()
        .statusCode(422)
        .body("errors[0].detail", containsString("One or more"))
        .body("errors[0].detail", containsString("none stands alone"));
  }

  @Test
  void allFaultsAreToldAtOnce() {
    var assessment = aQualifyingAssessment().document();
    ((ObjectNode) assessment.at("/answers/0")).put("value", MARKER);
    ((ObjectNode) assessment.at("/answers/1")).putArray("sources").add("nowhere");
    refused(
        assessment,
        "answer-outside-scale #/answers/0/value",
        "unknown-source #/answers/1/sources/0");
  }

  private void refused(JsonNode assessment, String... faults) {
    assertRefused(
        RawHttp.post(token, record + "/assessments", assessment.toString()),
        422,
        "invalid-document",
        faults);
  }
}
