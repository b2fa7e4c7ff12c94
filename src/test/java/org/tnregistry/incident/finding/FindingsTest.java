package org.tnregistry.incident.finding;

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
import org.junit.jupiter.api.Test;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.access.Permission;
import org.tnregistry.contract.Api;
import org.tnregistry.contract.RawHttp;
import org.tnregistry.incident.IncidentBuilder;

@QuarkusTest
class FindingsTest {
  @Inject AgencyFixture agencies;

  @Test
  void bodiesThatContradictEachOtherAreShownSideBySide() {
    var agency = agencies.agency();
    read(agency, contradicted().postedBy(agency))
        .statusCode(200)
        .header("Cache-Control", equalTo("no-store"))
        .body("agreement", equalTo("divergence"))
        .body("findings.id", contains("f1", "f2"))
        .body("questions.question", contains("conformity"))
        .body("questions[0].agreement", equalTo("divergence"))
        .body("questions[0].positions.finding", contains("f1", "f2"))
        .body("questions[0].positions.answer", contains("yes", "no"))
        .body("questions[0].positions[1].holdings", contains("abusive"))
        .body("questions[0].provisions.provision", contains("ECHR 8"))
        .body("unanswered", empty());
  }

  @Test
  void anIncidentWithoutFindingsHasNone() {
    var agency = agencies.agency();
    read(agency, anIncident().postedBy(agency))
        .statusCode(200)
        .body("agreement", equalTo("none"))
        .body("findings", empty())
        .body("questions", empty());
  }

  @Test
  void whoMayNotSeeAFindingIsToldNothingOfTheDivergence() {
    var owner = agencies.agency("law-enforcement", "FR");
    var reader = agencies.agency("law-enforcement", "DE");
    var record =
        contradicted()
            .with(d -> hide((ObjectNode) d.at("/findings/0")))
            .sharedWith(reader)
            .recordedBy(owner);
    read(reader, record)
        .body("agreement", equalTo("single"))
        .body("findings.id", contains("f1"))
        .body("questions[0].positions.finding", contains("f1"))
        .body("questions[0].provisions", empty());
    read(owner, record).body("agreement", equalTo("divergence"));
  }

  @Test
  void aHiddenProceedingLeavesTheFindingsThatNameIt() {
    var owner = agencies.agency("law-enforcement", "FR");
    var reader = agencies.agency("law-enforcement", "DE");
    var record =
        contradicted()
            .with(d -> hide((ObjectNode) d.at("/proceedings/0")))
            .sharedWith(reader)
            .recordedBy(owner);
    read(reader, record)
        .body("findings.id", contains("f1", "f2"))
        .body("findings[0].proceedings", nullValue())
        .body(not(containsString("p-hidden")));
    Api.as(reader.first())
        .get("/v1/incidents/" + record)
        .then()
        .body(not(containsString("p-hidden")));
    read(owner, record).body("findings[0].proceedings", contains("p-hidden"));
  }

  @Test
  void findingsOfAnIncidentOneDoesNotSeeAreNotThere() {
    var id = contradicted().postedBy(agencies.agency());
    var other = agencies.agency();
    var same = "X-Request-Id: the-same-for-both";
    var hidden = RawHttp.get(other.first(), "/v1/incidents/" + id + "/findings", same);
    var missing =
        RawHttp.get(other.first(), "/v1/incidents/" + UUID.randomUUID() + "/findings", same);
    assertEquals(404, hidden.status());
    assertEquals(missing.body(), hidden.body());
  }

  @Test
  void readingFindingsTakesThePermissionToReadIncidents() {
    var agency = agencies.agency();
    var id = contradicted().postedBy(agency);
    var counter = agencies.token(agency.id(), "counter", List.of(Permission.STATISTICS_READ));
    Api.as(counter).get("/v1/incidents/" + id + "/findings").then().statusCode(403);
    Api.anonymous().get("/v1/incidents/" + id + "/findings").then().statusCode(404);
  }

  @Test
  void aFindingThatNamesNoProceedingOfTheDocumentIsRefused() {
    var agency = agencies.agency();
    var document =
        contradicted()
            .with(d -> ((ObjectNode) d.at("/findings/0")).putArray("proceedings").add("p-none"));
    Api.sending(agency.first(), document.json())
        .post("/v1/incidents")
        .then()
        .statusCode(422)
        .body("errors.code", contains("unknown-proceeding"))
        .body("errors.pointer", contains("#/findings/0/proceedings/0"));
  }

  private static ValidatableResponse read(TestAgency agency, String id) {
    return Api.as(agency.first()).get("/v1/incidents/" + id + "/findings").then();
  }

  /** A prosecutor and, three years later, a court on one proceeding. */
  private static IncidentBuilder contradicted() {
    return anIncident()
        .proceeding("p-hidden", "mutual-legal-assistance-request", "17")
        .with(
            d -> {
              finding(d, "f2", "court", "2022-01-13", "abusive")
                  .putArray("provisions")
                  .add("ECHR 8");
              finding(d, "f1", "prosecutor", "2019", "lawful");
            });
  }

  private static ObjectNode finding(
      ObjectNode document, String id, String kind, String date, String held) {
    var finding = document.withArrayProperty("findings").addObject();
    finding.put("id", id).put("bodyKind", kind).put("date", date);
    finding.putObject("body").put("en", kind);
    finding.putArray("held").add(held);
    finding.putArray("proceedings").add("p-hidden");
    return finding;
  }

  private static void hide(ObjectNode part) {
    part.putObject("handling").put("marking", "TLP:RED");
  }
}
