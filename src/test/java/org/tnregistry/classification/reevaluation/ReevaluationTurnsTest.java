package org.tnregistry.classification.reevaluation;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tnregistry.classification.AssessmentBuilder.anAssessment;
import static org.tnregistry.definition.DefinitionBuilder.aDefinition;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.Api;
import org.tnregistry.definition.DefinitionBuilder;
import org.tnregistry.ledger.LedgerBench;

/** Whose turn it is, and how often. */
@QuarkusTest
class ReevaluationTurnsTest {
  @Inject AgencyFixture agencies;
  @Inject Reevaluator reevaluator;
  @Inject EntityManager database;
  @Inject LedgerBench bench;

  private TestAgency publisher;
  private DefinitionBuilder definition;

  @BeforeEach
  void aDefinitionOfAnAgency() {
    publisher = agencies.agency();
    definition = aDefinition(publisher, "working");
    definition.publishedBy(publisher.first()).statusCode(201);
    var record = "/v1/incidents/" + anIncident().recordedBy(publisher);
    anAssessment()
        .under(definition.id())
        .answering("state-nexus", "state-ordered")
        .madeBy(publisher.first(), record);
  }

  @Test
  void anAgencyThatAsksForMuchKeepsNobodyElseWaiting() {
    var jobs = new ArrayList<String>();
    for (var version : List.of("2.0", "3.0", "4.0")) {
      jobs.add(requested(publisher, definition, version));
    }
    var other = agencies.agency();
    var theirs = aDefinition(other, "working");
    theirs.publishedBy(other.first()).statusCode(201);
    var job = requested(other, theirs, "2.0");
    jobs.forEach(j -> finish(publisher, j));
    var times = jobs.stream().map(j -> finishedAt(publisher, j)).toList();
    assertEquals(times.stream().sorted().toList(), times, "its own come in their order");
    assertTrue(
        finishedAt(other, job).isBefore(times.get(1)), "one of them, then that of the other");
  }

  @Test
  void anAttemptIsCountedBeforeItIsMadeAndNoMoreWhenItSucceeds() throws SQLException {
    bench.superuser(
        """
        CREATE FUNCTION refuse_uncounted() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN
          IF (SELECT failures FROM reevaluation WHERE id = NEW.reevaluation) = 0 THEN
            RAISE EXCEPTION ''not counted''; END IF; RETURN NEW; END';
        CREATE TRIGGER uncounted BEFORE INSERT ON reevaluation_change FOR EACH ROW
          WHEN (NEW.owner = '%s') EXECUTE FUNCTION refuse_uncounted();
        """
            .formatted(publisher.id()));
    var job = requested(publisher, definition, "2.0");
    finish(publisher, job);
    read(publisher, job).body("status", equalTo("done")).body("changed", equalTo(1));
    assertEquals(0, asPublisher(() -> one("SELECT failures FROM reevaluation WHERE id = ?1", job)));
  }

  @AfterEach
  void takeAllAgain() throws SQLException {
    bench.superuser("DROP FUNCTION IF EXISTS refuse_uncounted CASCADE");
  }

  /** What it leaves when the process ends: an attempt that was counted, and nothing else. */
  @Test
  void whatEndsTheProcessEachTimeIsGivenUpAndTheNextComesToItsTurn() {
    var job = requested(publisher, definition, "2.0");
    var next = requested(publisher, definition, "3.0");
    asPublisher(
        () ->
            one(
                "UPDATE reevaluation SET failures = "
                    + Reevaluator.MOST_FAILURES
                    + " WHERE id = ?1 RETURNING failures",
                job));
    finish(publisher, next);
    read(publisher, job).body("status", equalTo("failed")).body("evaluated", equalTo(0));
    read(publisher, next).body("status", equalTo("done"));
  }

  /** Of a new version, which asks for more than the one before it. */
  private static String requested(TestAgency by, DefinitionBuilder asked, String version) {
    var level = version.equals("3.0") ? "state-ordered" : "state-executed";
    asked
        .ruling("{'element': 'state-nexus', 'atLeast': '" + level + "'}")
        .supersedingBy(by.first())
        .statusCode(201);
    return Api.as(by.first())
        .post("/v1/definitions/" + asked.id() + "/" + version + "/reevaluations")
        .then()
        .statusCode(202)
        .extract()
        .path("self");
  }

  /** Another test's round may hold this one's comparison. */
  private void finish(TestAgency agency, String job) {
    for (int i = 0; i < 100; i++) {
      reevaluator.evaluateAll();
      if (read(agency, job).extract().path("finishedAt") != null) {
        return;
      }
    }
    assertTrue(false, "not finished");
  }

  private static Instant finishedAt(TestAgency agency, String job) {
    return Instant.parse(read(agency, job).extract().<String>path("finishedAt"));
  }

  private static ValidatableResponse read(TestAgency agency, String job) {
    return Api.as(agency.first()).get(job).then().statusCode(200);
  }

  private int asPublisher(Callable<Integer> work) {
    return agencies
        .context()
        .as(agencies.viewer(publisher, "test"), () -> QuarkusTransaction.requiringNew().call(work));
  }

  private int one(String sql, String job) {
    var id = UUID.fromString(job.substring(job.lastIndexOf('/') + 1));
    return (Integer)
        database.createNativeQuery(sql, Integer.class).setParameter(1, id).getSingleResult();
  }
}
