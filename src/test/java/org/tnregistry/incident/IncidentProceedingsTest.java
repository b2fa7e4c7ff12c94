package org.tnregistry.incident;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.Permission;
import org.tnregistry.contract.Api;

@QuarkusTest
class IncidentProceedingsTest {
  @Inject AgencyFixture agencies;

  @Test
  void statusAndDaysOpenAreComputedWhenRead() {
    var agency = agencies.agency();
    var id = withProceedings().postedBy(agency);
    Api.as(agency.first())
        .get("/v1/incidents/" + id + "/proceedings")
        .then()
        .statusCode(200)
        .header("Cache-Control", equalTo("no-store"))
        .body("items.id", contains("p1", "p2"))
        .body("items.type", contains("extradition-request", "criminal-trial"))
        .body("items.status", contains("open", "convicted"))
        .body("items[0].openForDays", equalTo(100))
        .body("items[0].endedSince", nullValue())
        .body("items[1].openForDays", nullValue())
        .body("items[1].endedSince", equalTo("2021-09-15"));
  }

  @Test
  void anIncidentWithoutProceedingsHasAnEmptyList() {
    var agency = agencies.agency();
    Api.as(agency.first())
        .get("/v1/incidents/" + anIncident().postedBy(agency) + "/proceedings")
        .then()
        .statusCode(200)
        .body("items", empty());
  }

  @Test
  void proceedingsOfAnIncidentOneDoesNotSeeAreNotThere() {
    var id = withProceedings().postedBy(agencies.agency());
    var other = agencies.agency();
    for (var unseen : List.of(id, UUID.randomUUID().toString())) {
      Api.as(other.first()).get("/v1/incidents/" + unseen + "/proceedings").then().statusCode(404);
    }
  }

  @Test
  void readingProceedingsTakesThePermissionToReadIncidents() {
    var agency = agencies.agency();
    var id = withProceedings().postedBy(agency);
    var counter = agencies.token(agency.id(), "counter", List.of(Permission.STATISTICS_READ));
    Api.as(counter).get("/v1/incidents/" + id + "/proceedings").then().statusCode(403);
    Api.anonymous().get("/v1/incidents/" + id + "/proceedings").then().statusCode(404);
  }

  private static IncidentBuilder withProceedings() {
    var hundredDaysAgo = LocalDate.now(ZoneOffset.UTC).minusDays(100);
    return anIncident()
        .proceeding("p1", "extradition-request", "17")
        .proceeding("p2", "criminal-trial", "18")
        .with(d -> milestone(d.at("/proceedings/0"), "requested", hundredDaysAgo.toString()))
        .with(d -> milestone(d.at("/proceedings/1"), "convicted", "2019-11-29"))
        .with(d -> milestone(d.at("/proceedings/1"), "upheld", "2021-09-15"));
  }

  private static void milestone(JsonNode proceeding, String type, String date) {
    ((ObjectNode) proceeding)
        .withArrayProperty("milestones")
        .addObject()
        .put("type", type)
        .put("date", date);
  }
}
