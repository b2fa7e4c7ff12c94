package org.tnregistry.ledger;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.Api;

/** Neither a write without its entry, nor an entry without its write. */
@QuarkusTest
class JournalFailureTest {
  @Inject LedgerBench bench;
  @Inject AgencyFixture agencies;
  @Inject Journal journal;

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

  @Test
  void aWriteThatFailsAfterItsEntryLeavesNoEntry() throws SQLException {
    var agency = agencies.agency();
    var subject = UUID.randomUUID();
    assertThrows(
        WriteFailed.class,
        () ->
            append(
                agency,
                subject,
                () -> {
                  throw new WriteFailed();
                }));
    assertEquals(0, bench.entriesAbout(subject));
    append(agency, subject, () -> {});
    assertEquals(1, bench.entriesAbout(subject));
  }

  @Test
  void nothingIsEnteredOutsideTheTransactionOfAWrite() {
    var entry = entry(agencies.agency(), UUID.randomUUID());
    assertThrows(TransactionalException.class, () -> journal.append(entry));
  }

  private static final class WriteFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private void append(TestAgency agency, UUID subject, Runnable afterwards) {
    agencies
        .context()
        .as(
            agencies.viewer(agency, "writer"),
            () ->
                QuarkusTransaction.requiringNew()
                    .call(
                        () -> {
                          journal.append(entry(agency, subject));
                          afterwards.run();
                          return subject;
                        }));
  }

  private static Accepted entry(TestAgency agency, UUID subject) {
    return new Accepted(agency.id(), "test/writer", "test", "test", subject, 1, null, null, null);
  }
}
