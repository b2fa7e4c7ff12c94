package org.tnregistry.classification.reevaluation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tnregistry.classification.AssessmentBuilder.anAssessment;
import static org.tnregistry.contract.Refusal.assertRefused;
import static org.tnregistry.definition.DefinitionBuilder.aDefinition;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.access.Operator;
import org.tnregistry.contract.Api;
import org.tnregistry.contract.RawHttp;
import org.tnregistry.definition.DefinitionBuilder;
import org.tnregistry.ledger.LedgerBench;

@QuarkusTest
class ReevaluationTest {
  private static final String REQUEST = "X-Request-Id: the-same-for-both";

  @Inject AgencyFixture agencies;
  @Inject Operator operator;
  @Inject Reevaluator reevaluator;
  @Inject EntityManager database;
  @Inject LedgerBench bench;

  private TestAgency publisher;
  private TestAgency assessor;
  private DefinitionBuilder definition;

  @BeforeEach
  void aDefinitionOfAnAgency() {
    publisher = agencies.agency();
    assessor = agencies.agency("ngo", null);
    definition = aDefinition(publisher, "working");
    definition.publishedBy(publisher.first()).statusCode(201);
  }

  @Test
  void exactlyTheVerdictsThatChangedAreListedAndTheOthersCounted() {
    var ordered = assessed(publisher, assessor, "state-ordered");
    assessed(publisher, assessor, "state-executed");
    assessed(publisher, assessor, "state-shaped");
    anIncident().sharedWith(publisher).recordedBy(assessor);
    assessed(agencies.agency(), assessor, "state-ordered");
    supersede();
    var job =
        requested()
            .statusCode(202)
            .header("Location", startsWith("/v1/reevaluations/"))
            .body("formerVersion", equalTo("1.0"))
            .body("version", equalTo("2.0"))
            .body("status", equalTo("queued"))
            .body("evaluated", equalTo(0))
            .body("total", equalTo(3))
            .body("changed", equalTo(0))
            .extract()
            .<String>path("self");
    finish(job);
    read(job)
        .body("status", equalTo("done"))
        .body("evaluated", equalTo(3))
        .body("total", equalTo(3))
        .body("changed", equalTo(1));
    changes(job)
        .body("items.incident", contains(ordered))
        .body("items[0].agency", equalTo(assessor.handle()))
        .body("items[0].formerVerdict", equalTo("qualifies"))
        .body("items[0].verdict", equalTo("does-not-qualify"))
        .body("items[0].decidedBy[0].element", equalTo("state-nexus"));
  }

  @Test
  void whatIsWithdrawnIsNotCounted() {
    var takenBack = anIncident().sharedWith(publisher).recordedBy(assessor);
    Api.sending(assessor.first(), "{\"reason\":\"Wrong.\"}")
        .post(assess(takenBack, assessor, "state-ordered") + "/withdrawal")
        .then()
        .statusCode(200);
    supersede();
    read(finished()).body("status", equalTo("done")).body("total", equalTo(0));
  }

  @Test
  void aVersionIsComparedWithTheOneBeforeItAndAsksWhatEitherAsked() {
    var id = assessed(publisher, assessor, "state-executed");
    supersede();
    definition
        .ruling("{'element': 'own-national', 'is': 'met'}")
        .supersedingBy(publisher.first())
        .statusCode(201);
    var job = finished("3.0");
    read(job)
        .body("formerVersion", equalTo("2.0"))
        .body("version", equalTo("3.0"))
        .body("total", equalTo(1));
    changes(job)
        .body("items.incident", contains(id))
        .body("items[0].formerVerdict", equalTo("qualifies"))
        .body("items[0].verdict", equalTo("undetermined"));
  }

  @Test
  void moreThanABatchIsEvaluatedToItsEnd() {
    for (int i = 0; i < 21; i++) {
      assessed(publisher, assessor, "state-ordered");
    }
    supersede();
    read(finished())
        .body("status", equalTo("done"))
        .body("evaluated", equalTo(21))
        .body("changed", equalTo(21));
  }

  @Test
  void whatFailsLeavesNothingHalfDoneIsTriedAgainAndKeepsNobodyElseWaiting() throws SQLException {
    assessed(publisher, assessor, "state-ordered");
    supersede();
    refuseChangesOf(publisher);
    var job = requested().statusCode(202).extract().<String>path("self");
    var other = agencies.agency();
    var theirs = aDefinition(other, "working");
    theirs.publishedBy(other.first()).statusCode(201);
    theirs
        .with(d -> d.put("citation", "Instruction 15"))
        .supersedingBy(other.first())
        .statusCode(201);
    var waiting = requestedBy(other, theirs).statusCode(202).extract().<String>path("self");
    reevaluator.evaluateAll();
    read(job).body("status", equalTo("queued")).body("evaluated", equalTo(0));
    Api.as(other.first()).get(waiting).then().body("status", equalTo("done"));
    takeChangesAgain();
    finish(job);
    read(job).body("status", equalTo("done")).body("changed", equalTo(1));
  }

  @Test
  void whatFailsEachTimeIsGivenUp() throws SQLException {
    assessed(publisher, assessor, "state-ordered");
    supersede();
    refuseChangesOf(publisher);
    var job = finished();
    read(job).body("status", equalTo("failed")).body("evaluated", equalTo(0));
    takeChangesAgain();
    reevaluator.evaluateAll();
    read(job).body("status", equalTo("failed")).body("changed", equalTo(0));
  }

  private void refuseChangesOf(TestAgency agency) throws SQLException {
    bench.superuser(
        """
        CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql
          AS 'BEGIN RAISE EXCEPTION ''full''; END';
        CREATE TRIGGER refuse BEFORE INSERT ON reevaluation_change FOR EACH ROW
          WHEN (NEW.owner = '%s') EXECUTE FUNCTION refuse_change();
        """
            .formatted(agency.id()));
  }

  @AfterEach
  void takeChangesAgain() throws SQLException {
    bench.superuser("DROP FUNCTION IF EXISTS refuse_change CASCADE");
  }

  @Test
  void aReportIsReadPageByPage() {
    var all =
        Stream.of(1, 2, 3)
            .map(i -> assessed(publisher, assessor, "state-ordered"))
            .sorted()
            .toList();
    supersede();
    var job = finished();
    var first =
        Api.as(publisher.first()).get(job + "/changes?limit=2").then().statusCode(200).extract();
    var second =
        Api.as(publisher.first())
            .get(job + "/changes?limit=2&cursor=" + first.path("next"))
            .then()
            .statusCode(200)
            .extract();
    assertEquals(
        all,
        Stream.concat(
                first.<List<String>>path("items.incident").stream(),
                second.<List<String>>path("items.incident").stream())
            .toList());
    Api.as(publisher.first()).get(job + "/changes?cursor=x").then().statusCode(400);
    Api.as(publisher.first()).get(job + "/changes?limit=0").then().statusCode(400);
  }

  @Test
  void whatIsInterruptedGoesOnWhereItWas() {
    var done = assessed(publisher, assessor, "state-ordered");
    var left = assessed(publisher, assessor, "state-ordered");
    supersede();
    var job = requested().statusCode(202).extract().<String>path("self");
    var id = UUID.fromString(job.substring(job.lastIndexOf('/') + 1));
    agencies
        .context()
        .as(
            agencies.viewer(publisher, "test"),
            () ->
                QuarkusTransaction.requiringNew()
                    .call(
                        () -> {
                          update("UPDATE reevaluation SET started_at = now() WHERE id = ?1", id);
                          return update(
                              "UPDATE reevaluation_item SET evaluated_at = now()"
                                  + " WHERE reevaluation = ?1 AND incident = '"
                                  + done
                                  + "'",
                              id);
                        }));
    read(job).body("status", equalTo("running")).body("evaluated", equalTo(1));
    finish(job);
    read(job).body("status", equalTo("done")).body("evaluated", equalTo(2));
    changes(job).body("items.incident", contains(left));
  }

  @Test
  void whatTheAgencyNoLongerSeesIsNeitherListedNorCounted() {
    var other = agencies.agency("ngo", null);
    var kept = assessed(publisher, assessor, "state-ordered");
    var lost = assessed(publisher, other, "state-ordered");
    supersede();
    var job = finished();
    changes(job).body("items.incident", containsInAnyOrder(kept, lost));
    operator.quarantine(other, true);
    changes(job).body("items.incident", contains(kept));
    read(job).body("total", equalTo(1)).body("evaluated", equalTo(1)).body("changed", equalTo(1));
    operator.quarantine(other, false);
    read(job).body("total", equalTo(2));
  }

  @Test
  void whatAQuarantinedAgencyAnsweredIsNeitherListedNorCounted() {
    var other = agencies.agency("ngo", null);
    var id = anIncident().sharedWith(publisher, other).recordedBy(assessor);
    assess(id, assessor, "state-ordered");
    assess(id, other, "state-ordered");
    supersede();
    var job = finished();
    changes(job).body("items.agency", containsInAnyOrder(assessor.handle(), other.handle()));
    operator.quarantine(other, true);
    changes(job).body("items.agency", contains(assessor.handle()));
    read(job).body("total", equalTo(1)).body("changed", equalTo(1));
  }

  @Test
  void whatIsLostBeforeItsTurnIsNotEvaluated() {
    assessed(publisher, assessor, "state-ordered");
    supersede();
    var job = requested().statusCode(202).extract().<String>path("self");
    operator.quarantine(assessor, true);
    finish(job);
    read(job).body("status", equalTo("done")).body("total", equalTo(0));
    operator.quarantine(assessor, false);
    changes(job).body("items", empty());
  }

  @Test
  void nobodyElseReadsTheReport() {
    assessed(publisher, assessor, "state-ordered");
    supersede();
    var job = finished();
    for (var tail : List.of("", "/changes")) {
      var absent = "/v1/reevaluations/" + UUID.randomUUID() + tail;
      var hidden = RawHttp.get(assessor.first(), job + tail, REQUEST);
      assertEquals(404, hidden.status());
      assertEquals(RawHttp.get(assessor.first(), absent, REQUEST).body(), hidden.body());
    }
  }

  @Test
  void onlyThePublisherAsksAndOnceForEachVersion() {
    var versions = "/v1/definitions/" + definition.id();
    assertRefused(
        RawHttp.post(publisher.first(), versions + "/1.0/reevaluations", ""),
        409,
        "reevaluation-first-version");
    Api.as(publisher.first()).post(versions + "/2.0/reevaluations").then().statusCode(404);
    supersede();
    Api.as(assessor.first()).post(versions + "/2.0/reevaluations").then().statusCode(403);
    Api.as(publisher.first())
        .post("/v1/definitions/common/1.0/reevaluations")
        .then()
        .statusCode(403);
    for (int i = 0; i < 2; i++) {
      Api.as(publisher.first())
          .header("Idempotency-Key", "once")
          .post(versions + "/2.0/reevaluations")
          .then()
          .statusCode(202);
    }
    requested().statusCode(409).body("type", equalTo("/problems/reevaluation-requested"));
  }

  @Test
  void whoLostTheAddressOfAReportFindsItByTheVersion() {
    supersede();
    var job = finished();
    var reports = "/v1/definitions/" + definition.id() + "/2.0/reevaluations";
    Api.as(publisher.first()).get(reports).then().statusCode(200).body("items.self", contains(job));
    Api.as(assessor.first()).get(reports).then().statusCode(200).body("items", empty());
    Api.as(publisher.first()).get(reports.replace("2.0", "3.0")).then().statusCode(404);
  }

  /** An incident of the assessor's that the reader sees. */
  private String assessed(TestAgency reader, TestAgency by, String level) {
    var id = anIncident().sharedWith(reader).recordedBy(by);
    assess(id, by, level);
    return id;
  }

  private String assess(String incident, TestAgency by, String level) {
    return anAssessment()
        .under(definition.id())
        .answering("state-nexus", level)
        .madeBy(by.first(), "/v1/incidents/" + incident);
  }

  private void supersede() {
    definition
        .ruling("{'element': 'state-nexus', 'atLeast': 'state-executed'}")
        .supersedingBy(publisher.first())
        .statusCode(201);
  }

  private ValidatableResponse requested() {
    return requestedBy(publisher, definition);
  }

  private static ValidatableResponse requestedBy(TestAgency by, DefinitionBuilder asked) {
    return requested(by, asked, "2.0");
  }

  private static ValidatableResponse requested(
      TestAgency by, DefinitionBuilder asked, String version) {
    return Api.as(by.first())
        .post("/v1/definitions/" + asked.id() + "/" + version + "/reevaluations")
        .then();
  }

  private String finished() {
    return finished("2.0");
  }

  private String finished(String version) {
    var job =
        requested(publisher, definition, version).statusCode(202).extract().<String>path("self");
    finish(job);
    return job;
  }

  /** Another test's round may hold this one's comparison. */
  private void finish(String job) {
    for (int i = 0; i < 100; i++) {
      reevaluator.evaluateAll();
      if (read(job).extract().path("finishedAt") != null) {
        return;
      }
    }
    assertTrue(false, "not finished");
  }

  private ValidatableResponse read(String job) {
    return Api.as(publisher.second()).get(job).then().statusCode(200);
  }

  private ValidatableResponse changes(String job) {
    return Api.as(publisher.first()).get(job + "/changes").then().statusCode(200);
  }

  private int update(String sql, UUID id) {
    return database.createNativeQuery(sql).setParameter(1, id).executeUpdate();
  }
}
