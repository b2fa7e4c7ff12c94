package org.tnregistry.incident;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.contract.Api;

@QuarkusTest
class IncidentRecordingTest {
  @Inject AgencyFixture agencies;

  @Test
  void aPostedIncidentIsADraftThatCanBeReadBack() {
    var agency = agencies.agency();
    var id =
        Api.sending(agency.first(), anIncident().json())
            .post("/v1/incidents")
            .then()
            .statusCode(201)
            .header("ETag", matchesPattern("\"[A-Za-z0-9_-]{22}\""))
            .body("registry.status", equalTo("draft"))
            .body("registry.owner", equalTo(agency.handle()))
            .extract()
            .<String>path("registry.id");
    Api.as(agency.first())
        .get("/v1/incidents/" + id)
        .then()
        .statusCode(200)
        .body("acts[0].tactic", equalTo("spyware"));
  }

  @Test
  void anotherAgencyDoesNotSeeIt() {
    var id = anIncident().recordedBy(agencies.agency());
    Api.as(agencies.agency().first()).get("/v1/incidents/" + id).then().statusCode(404);
  }
}
