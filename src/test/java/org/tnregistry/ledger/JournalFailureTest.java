package org.tnregistry.ledger;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.Api;

/** A journal that takes nothing from one agency. */
@QuarkusTest
class JournalFailureTest {
  @Inject LedgerBench bench;
  @Inject AgencyFixture agencies;

  private void refuseEntriesOf(TestAgency agency) throws SQLException {
    bench.superuser(
        """
        CREATE FUNCTION refuse_entry() RETURNS trigger LANGUAGE plpgsql
          AS 'BEGIN RAISE EXCEPTION ''full''; END';
        CREATE TRIGGER refuse BEFORE INSERT ON journal FOR EACH ROW
          WHEN (NEW.agency = '%s') EXECUTE FUNCTION refuse_entry();
        """
            .formatted(agency.id()));
  }

  @AfterEach
  void takeEntriesAgain() throws SQLException {
    bench.superuser("DROP FUNCTION IF EXISTS refuse_entry CASCADE");
  }

  @Test
  void aPostThatCannotBeEnteredStoresNothing() throws SQLException {
    var agency = agencies.agency();
    refuseEntriesOf(agency);
    Api.failing(agency.first(), anIncident().json())
        .post("/v1/incidents")
        .then()
        .statusCode(500)
        .body("type", equalTo("/problems/internal-error"));
    Api.as(agency.first()).get("/v1/incidents").then().body("items", hasSize(0));
  }

  @Test
  void aChangeThatCannotBeEnteredChangesNothing() throws SQLException {
    var agency = agencies.agency();
    var id = anIncident().during("2017").postedBy(agency);
    var before = Api.as(agency.first()).get("/v1/incidents/" + id).asString();
    refuseEntriesOf(agency);
    Api.failing(agency.first(), anIncident().during("2018").json())
        .header("If-Match", "*")
        .put("/v1/incidents/" + id)
        .then()
        .statusCode(500);
    Api.as(agency.first()).get("/v1/incidents/" + id).then().body(equalTo(before));
    Api.as(agency.first()).get("/v1/incidents?period=2018").then().body("items", hasSize(0));
    Api.as(agency.first()).get("/v1/incidents/" + id + "/history").then().body("items", hasSize(1));
  }
}
