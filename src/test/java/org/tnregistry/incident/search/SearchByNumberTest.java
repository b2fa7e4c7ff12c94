package org.tnregistry.incident.search;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.contract.Api;

@QuarkusTest
class SearchByNumberTest {
  @Inject AgencyFixture agencies;

  @Test
  void aReferenceReadOverTheTelephoneFindsItsIncident() {
    var agency = agencies.agency();
    var id = anIncident().postedBy(agency);
    anIncident().postedBy(agency);
    String reference = Api.as(agency.first()).get("/v1/incidents/" + id).path("registry.reference");
    var spoken = reference.replace("-", " ").toLowerCase(Locale.ROOT);
    Api.as(agency.first())
        .queryParam("reference", spoken)
        .get("/v1/incidents")
        .then()
        .body("items.id", contains(id));
  }

  @Test
  void aReferenceWithASlipIsRefusedInsteadOfFindingNothing() {
    Api.as(agencies.agency().first())
        .queryParam("reference", "TNR-7K3M-9Q2P-X")
        .get("/v1/incidents")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("reference"));
  }

  @Test
  void thePublishersOwnNumberFindsItsIncident() {
    var agency = agencies.agency();
    var id =
        anIncident()
            .with(
                d ->
                    d.putArray("externalIds")
                        .addObject()
                        .put("publisher", agency.handle())
                        .put("id", "Case 17/2024"))
            .postedBy(agency);
    Api.as(agency.first())
        .queryParam("externalId", "Case 17/2024")
        .get("/v1/incidents")
        .then()
        .body("items.id", contains(id));
    Api.as(agency.first())
        .queryParam("externalId", "Case 18/2024")
        .get("/v1/incidents")
        .then()
        .body("items", empty());
  }
}
