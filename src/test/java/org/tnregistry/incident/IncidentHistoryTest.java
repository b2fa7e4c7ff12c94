package org.tnregistry.incident;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.Api;

/** One incident that took every step but a merge; its seven revisions are what is read back. */
@QuarkusTest
class IncidentHistoryTest {
  private static final List<String> PERIODS = List.of("2016", "2017");

  @Inject AgencyFixture agencies;

  private TestAgency agency;
  private String id;
  private final List<String> bodies = new ArrayList<>();
  private Instant before = Instant.EPOCH;

  @BeforeEach
  void anIncidentWithAPast() {
    agency = agencies.agency();
    before = Instant.now();
    id = anIncident().during(PERIODS.get(0)).postedBy(agency);
    bodies.add(read(""));
    Api.sending(agency.second(), anIncident().during(PERIODS.get(1)).json())
        .header("If-Match", "*")
        .put("/v1/incidents/" + id)
        .then()
        .statusCode(200);
    bodies.add(read(""));
    step(agency.first(), "submitted", "Complete.");
    step(agency.second(), "draft", "The period is doubtful.");
    step(agency.first(), "submitted", "Checked again.");
    step(agencies.token(agency.id(), "judge"), "recorded", "Reviewed.");
    step(agency.second(), "withdrawn", "Shown to be false.");
  }

  private void step(String token, String to, String reason) {
    Api.sending(token, "{\"to\":\"" + to + "\",\"reason\":\"" + reason + "\"}")
        .post("/v1/incidents/" + id + "/transitions")
        .then()
        .statusCode(200);
    bodies.add(read(""));
  }

  @Test
  void historyTellsWhatWasDoneByWhomAndWhy() {
    var first = agency.handle() + "/first-officer";
    var second = agency.handle() + "/second-officer";
    history()
        .body("items.revision", contains(1, 2, 3, 4, 5, 6, 7))
        .body(
            "items.act",
            contains(
                "created",
                "amended",
                "submitted",
                "returned",
                "submitted",
                "recorded",
                "withdrawn"))
        .body(
            "items.status",
            contains("draft", "draft", "submitted", "draft", "submitted", "recorded", "withdrawn"))
        .body(
            "items.actor",
            contains(first, second, first, second, first, agency.handle() + "/judge", second))
        .body(
            "items.reason",
            contains(
                nullValue(),
                nullValue(),
                equalTo("Complete."),
                equalTo("The period is doubtful."),
                equalTo("Checked again."),
                equalTo("Reviewed."),
                equalTo("Shown to be false.")));
  }

  @Test
  void historyTellsWhen() {
    var last = before.minusMillis(1);
    for (var at : times()) {
      assertFalse(at.isBefore(last), at + " after " + last);
      last = at;
    }
    assertFalse(last.isAfter(Instant.now()));
  }

  @Test
  void historyNamesWhatAMergedIncidentWasMergedInto() {
    var replacement = anIncident().recordedBy(agency);
    id = anIncident().recordedBy(agency);
    Api.sending(
            agency.first(),
            "{\"to\":\"merged\",\"reason\":\"Twice.\",\"replacedBy\":\"" + replacement + "\"}")
        .post("/v1/incidents/" + id + "/transitions")
        .then()
        .statusCode(200);
    history()
        .body("items[3].act", equalTo("merged"))
        .body("items[3].replacedBy", equalTo(replacement));
  }

  @Test
  void everyRevisionIsReadAsItWas() {
    for (int i = 0; i < bodies.size(); i++) {
      assertEquals(bodies.get(i), read("/history/" + (i + 1)));
    }
    Api.as(agency.first()).get("/v1/incidents/" + id + "/history/8").then().statusCode(404);
    Api.as(agency.first()).get("/v1/incidents/" + id + "/history/0").then().statusCode(404);
  }

  @Test
  void theLinkOfARevisionLeadsToIt() {
    var link = history().extract().<String>path("items[1].self");
    Api.as(agency.first())
        .get(link)
        .then()
        .statusCode(200)
        .body("registry.revision", equalTo(2))
        .body("period", equalTo("2017"));
  }

  @Test
  void anInstantOfThePastGivesTheStateOfThen() {
    var times = times();
    for (int i = 0; i < times.size(); i++) {
      assertEquals(bodies.get(i), read("?asOf=" + times.get(i)));
      if (i > 0 && times.get(i).minusNanos(1_000).isAfter(times.get(i - 1))) {
        assertEquals(bodies.get(i - 1), read("?asOf=" + times.get(i).minusNanos(1_000)));
      }
    }
    assertEquals(bodies.get(6), read("?asOf=" + Instant.now().plusSeconds(60)));
  }

  @Test
  void beforeItsCreationThereIsNothing() {
    Api.as(agency.first())
        .get("/v1/incidents/" + id + "?asOf=" + times().get(0).minusNanos(1_000))
        .then()
        .statusCode(404);
  }

  @Test
  void aPastStateKnowsNothingOfWhatCameLater() {
    Api.as(agency.first())
        .get("/v1/incidents/" + id + "/history/5")
        .then()
        .body("registry.status", equalTo("submitted"))
        .body("registry.recordedAt", nullValue())
        .body("registry.closingReason", nullValue());
    Api.as(agency.first())
        .get("/v1/incidents/" + id + "/history/6")
        .then()
        .body("registry.recordedAt", notNullValue())
        .body("registry.closingReason", nullValue());
  }

  @Test
  void othersSeeNoHistoryAndNobodyStoresIt() {
    history().header("Cache-Control", equalTo("no-store"));
    var other = agencies.agency();
    for (var path : List.of("/history", "/history/1", "?asOf=" + times().get(2))) {
      Api.as(other.first()).get("/v1/incidents/" + id + path).then().statusCode(404);
    }
  }

  private ValidatableResponse history() {
    return Api.as(agency.first()).get("/v1/incidents/" + id + "/history").then().statusCode(200);
  }

  private List<Instant> times() {
    return history().extract().<List<String>>path("items.at").stream().map(Instant::parse).toList();
  }

  private String read(String rest) {
    return Api.as(agency.first())
        .get("/v1/incidents/" + id + rest)
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }
}
