package org.tnregistry.incident.reference;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tnregistry.access.DemoFixture;
import org.tnregistry.contract.Api;
import org.tnregistry.shared.json.PublishedData;

/** What bodies held in the reference incidents, and where they differ. */
@QuarkusTest
@TestProfile(ReferenceSetAlone.class)
class ReferenceFindingsTest {
  @Inject ReferenceIncidents reference;
  @Inject DemoFixture demo;

  private String token = "";

  @BeforeEach
  void load() {
    token = demo.ngo().first();
    reference.load();
  }

  @ParameterizedTest
  @CsvSource({
    "UN opinion 67/2018, REF-07, un-body, 2018-11-20, arbitrary, p3",
    "Conseil d’Etat, REF-19, court, 2016-12-09, politically-motivated, p2",
    "Liechtenstein, REF-27, court, 2019-12-05, politically-motivated, p1",
    "Munich, REF-29, prosecutor, 2021-08-19, unfounded, p1",
    "Brussels 2021, REF-02, court, 2021-09-15, well-founded, p2",
    "Brussels 2023, REF-04, court, 2023-04-25, abusive, p1",
    "Constitutional Court 1/2022, REF-08, court, 2022-01-13, remedy-required, p2",
    "Brussels prosecutor, REF-08, prosecutor, /2024-09-23, not-politically-motivated, p1"
  })
  void whatABodyHeldStandsWithItsProceeding(
      String what, String number, String kind, String date, String held, String proceeding) {
    findings(number)
        .body(
            "findings.findAll { it.bodyKind == '%s' && it.date == '%s' && it.held.contains('%s')}"
                    .formatted(kind, date, held)
                + ".collectMany { it.proceedings }",
            hasItem(proceeding));
  }

  @Test
  void theOpinionOfTheWorkingGroupNamesTheArticlesItFoundViolated() {
    findings("REF-07")
        .body(
            "findings.find { it.bodyKind == 'un-body' }.provisions",
            hasItems("UDHR 3", "UDHR 9", "UDHR 10", "ICCPR 9", "ICCPR 14"));
  }

  @Test
  void courtsAndProsecutorDivergeOnTheSearchInBrussels() {
    findings("REF-08")
        .body("agreement", equalTo("divergence"))
        .body(
            "questions.find { it.question == 'conformity' }.positions"
                + ".collect { it.bodyKind + ' ' + it.answer }",
            contains("bar-council no", "court no", "prosecutor yes"))
        .body("questions.find { it.question == 'conformity' }.agreement", equalTo("divergence"))
        .body(
            "questions.find { it.question == 'admissibility' }.positions"
                + ".collect { it.bodyKind + ' ' + it.answer }",
            contains("court no", "prosecutor yes"))
        .body("questions.find { it.question == 'admissibility' }.asked.proceeding", equalTo("p4"));
  }

  @Test
  void courtAndProsecutorAgreeThatTheCivilPartysChargeHasNoGround() {
    findings("REF-04")
        .body("questions.find { it.question == 'basis' }.agreement", equalTo("agreement"));
  }

  @Test
  void everyFindingHasASourceAndNamesProceedingsOfItsIncident() {
    for (var file : PublishedData.read("/reference/index.json", JsonNode.class).path("incidents")) {
      var document =
          PublishedData.read("/reference/incidents/" + file.asText(), JsonNode.class)
              .path("document");
      var proceedings = new HashSet<String>();
      document.path("proceedings").forEach(p -> proceedings.add(p.path("id").asText()));
      for (var finding : document.path("findings")) {
        assertFalse(finding.path("sources").isEmpty(), file.asText());
        finding
            .path("proceedings")
            .forEach(p -> assertTrue(proceedings.contains(p.asText()), file.asText()));
      }
    }
  }

  private ValidatableResponse findings(String number) {
    List<String> ids =
        Api.as(token)
            .queryParam("externalId", number)
            .get("/v1/incidents")
            .then()
            .extract()
            .path("items.id");
    assertEquals(1, ids.size(), number);
    return Api.as(token).get("/v1/incidents/" + ids.get(0) + "/findings").then().statusCode(200);
  }
}
