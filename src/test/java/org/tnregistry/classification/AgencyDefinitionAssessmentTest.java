package org.tnregistry.classification;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.tnregistry.classification.AssessmentBuilder.anAssessment;
import static org.tnregistry.contract.Refusal.assertRefused;
import static org.tnregistry.definition.DefinitionBuilder.aDefinition;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.access.Operator;
import org.tnregistry.contract.Api;
import org.tnregistry.contract.RawHttp;
import org.tnregistry.definition.DefinitionBuilder;

@QuarkusTest
class AgencyDefinitionAssessmentTest {
  @Inject AgencyFixture agencies;
  @Inject Operator operator;

  private TestAgency publisher;
  private TestAgency assessor;
  private DefinitionBuilder definition;
  private String record = "";

  @BeforeEach
  void aDefinitionOfAnAgency() {
    publisher = agencies.agency();
    assessor = agencies.agency("ngo", null);
    record = "/v1/incidents/" + anIncident().sharedWith(publisher).recordedBy(assessor);
    definition = aDefinition(publisher, "working");
    definition.publishedBy(publisher.first()).statusCode(201);
  }

  @Test
  void anyAgencyAssessesUnderTheDefinitionOfAnother() {
    assessment()
        .postedBy(assessor.first(), record)
        .statusCode(201)
        .body("ruling.verdict", equalTo("qualifies"));
    Api.as(publisher.first())
        .get(record + "/classification?definition=" + definition.id())
        .then()
        .statusCode(200)
        .body("items[0].agency", equalTo(assessor.handle()))
        .body("items[0].ruling.verdict", equalTo("qualifies"));
    Api.as(publisher.first())
        .get(record + "/assessments/proposal?definition=" + definition.id())
        .then()
        .statusCode(200)
        .body("definitionVersion", equalTo("1.0"));
  }

  @Test
  void withoutAParameterOnesOwnDefinitionsAreAskedAndNotThoseOfOthers() {
    assessment().madeBy(assessor.first(), record);
    Api.as(publisher.first())
        .get(record + "/classification")
        .then()
        .body("items.definition", hasItem(definition.id()))
        .body("items.definition", hasItem("ohchr-2025"));
    Api.as(assessor.first())
        .get(record + "/classification")
        .then()
        .body("items.definition", not(hasItem(definition.id())));
  }

  @Test
  void aSupersededVersionIsNotAnsweredAnyMoreAndItsSuccessorIsNamed() {
    var made = assessment().madeBy(assessor.first(), record);
    definition
        .ruling("{'element': 'state-nexus', 'atLeast': 'state-executed'}")
        .supersedingBy(publisher.first())
        .statusCode(201);
    assertRefused(
        RawHttp.post(assessor.first(), record + "/assessments", assessment().json()),
        409,
        "definition-superseded",
        "superseded-definition-version #/definitionVersion");
    assessment()
        .postedBy(assessor.first(), record)
        .body("errors[0].detail", equalTo("The current version is 2.0; answer that."));
    Api.as(assessor.first())
        .get(made)
        .then()
        .statusCode(200)
        .body("ruling.verdict", equalTo("qualifies"));
    Api.as(assessor.first())
        .get(record + "/classification?definition=" + definition.id())
        .then()
        .body("items[0].definitionVersion", equalTo("2.0"))
        .body("items[0].ruling.verdict", equalTo("does-not-qualify"));
    assessment()
        .with(a -> a.put("definitionVersion", "2.0"))
        .postedBy(assessor.first(), record)
        .statusCode(201);
  }

  @Test
  void theDefinitionOfAQuarantinedAgencyIsUnknownAndAnswersUnderItStay() {
    var made = assessment().madeBy(assessor.first(), record);
    operator.quarantine(publisher, true);
    assertRefused(
        RawHttp.post(assessor.first(), record + "/assessments", assessment().json()),
        422,
        "invalid-document",
        "unknown-definition #/definition");
    Api.as(assessor.first())
        .get(record + "/classification?definition=" + definition.id())
        .then()
        .statusCode(400);
    Api.as(assessor.first())
        .get(made)
        .then()
        .statusCode(200)
        .body("answers[0].value", equalTo("state-ordered"))
        .body("ruling", nullValue());
  }

  private AssessmentBuilder assessment() {
    return anAssessment().under(definition.id()).answering("state-nexus", "state-ordered");
  }
}
