package org.tnregistry.incident;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.tnregistry.incident.IncidentBuilder.anEmptyDraft;
import static org.tnregistry.incident.IncidentBuilder.anIncident;
import static org.tnregistry.incident.IncidentBuilder.step;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.access.Permission;
import org.tnregistry.contract.Api;

@QuarkusTest
class IncidentLifeCycleTest {
  private static final String DIFFERENT_FROM_ANY = "00000000-0000-4000-8000-000000000000";

  @Inject AgencyFixture agencies;

  @Test
  void aDraftIsSubmittedAndThenRecorded() {
    var agency = agencies.agency();
    var id = anIncident().postedBy(agency);
    step(agency.first(), id, "submitted")
        .then()
        .statusCode(200)
        .body("registry.status", equalTo("submitted"))
        .body("registry.recordedAt", nullValue());
    step(agency.second(), id, "recorded")
        .then()
        .statusCode(200)
        .body("registry.status", equalTo("recorded"))
        .body("registry.recordedAt", notNullValue());
  }

  @Test
  void aSubmittedIncidentCanBeReturnedToDraftAndSubmittedAgain() {
    var agency = agencies.agency();
    var id = submitted(agency);
    step(agency.second(), id, "draft").then().body("registry.status", equalTo("draft"));
    step(agency.first(), id, "submitted").then().body("registry.status", equalTo("submitted"));
  }

  @Test
  void anIncompleteDraftIsNotSubmittedAndEveryGapIsNamed() {
    var agency = agencies.agency();
    var id = anEmptyDraft().in("BE").postedBy(agency);
    step(agency.first(), id, "submitted")
        .then()
        .statusCode(422)
        .body("errors.code", everyItem(equalTo("incomplete")))
        .body("errors.pointer", contains("#/stateRoles", "#/targets", "#/acts", "#/sources"));
    assertStatus(agency, id, "draft");
  }

  @Test
  void whoSubmittedDoesNotRecord() {
    var agency = agencies.agency();
    var id = anIncident().postedBy(agency);
    step(agency.second(), id, "submitted").then().statusCode(200);
    refusedToOnePerson(step(agency.second(), id, "recorded"));
    assertStatus(agency, id, "submitted");
  }

  @Test
  void whoAmendedLastDoesNotRecord() {
    var agency = agencies.agency();
    var id = anIncident().postedBy(agency);
    step(agency.second(), id, "submitted").then().statusCode(200);
    refusedToOnePerson(step(agency.first(), id, "recorded"));
  }

  @Test
  void aThirdPersonRecordsWhatOneWroteAndAnotherSubmitted() {
    var agency = agencies.agency();
    var id = anIncident().postedBy(agency);
    step(agency.second(), id, "submitted").then().statusCode(200);
    var third = agencies.token(agency.id(), "third-officer");
    step(third, id, "recorded").then().statusCode(200);
  }

  @Test
  void twoCredentialsOfOnePersonAreOnePerson() {
    var agency = agencies.agency();
    var id = submitted(agency);
    var otherCredential = agencies.token(agency.id(), "first-officer");
    refusedToOnePerson(step(otherCredential, id, "recorded"));
  }

  @Test
  void decidingTakesItsOwnPermission() {
    var agency = agencies.agency();
    var id = submitted(agency);
    var clerk =
        agencies.token(
            agency.id(), "clerk", List.of(Permission.INCIDENT_READ, Permission.INCIDENT_WRITE));
    for (var decision : List.of("recorded", "withdrawn", "merged")) {
      step(clerk, id, decision).then().statusCode(403);
    }
    step(clerk, id, "draft").then().statusCode(200);
    step(clerk, id, "submitted").then().statusCode(200);
  }

  @Test
  void aWithdrawnIncidentKeepsAnsweringWithItsReason() {
    var agency = agencies.agency();
    var id = anIncident().recordedBy(agency);
    step(agency.first(), id, "withdrawn").then().statusCode(200);
    Api.as(agency.second())
        .get("/v1/incidents/" + id)
        .then()
        .statusCode(200)
        .body("registry.status", equalTo("withdrawn"))
        .body("registry.closingReason", equalTo("Test."))
        .body("registry.replacedBy", nullValue())
        .body("acts[0].tactic", equalTo("spyware"));
  }

  @Test
  void aMergedIncidentPointsToItsReplacement() {
    var agency = agencies.agency();
    var replacement = anIncident().recordedBy(agency);
    var id = anIncident().recordedBy(agency);
    merge(agency, id, replacement).then().statusCode(200);
    Api.as(agency.first())
        .get("/v1/incidents/" + id)
        .then()
        .statusCode(200)
        .body("registry.status", equalTo("merged"))
        .body("registry.closingReason", equalTo("The same event."))
        .body("registry.replacedBy", equalTo(replacement));
    assertStatus(agency, replacement, "recorded");
  }

  @Test
  void onlyAnIncidentOfWhichOneKnowsCanReplaceAnother() {
    var agency = agencies.agency();
    var id = anIncident().recordedBy(agency);
    var foreign = anIncident().recordedBy(agencies.agency());
    for (var no : List.of(foreign, DIFFERENT_FROM_ANY)) {
      merge(agency, id, no)
          .then()
          .statusCode(422)
          .body("errors.code", contains("unknown-incident"))
          .body("errors.pointer", contains("#/replacedBy"));
    }
    step(agency.first(), id, "merged")
        .then()
        .statusCode(422)
        .body("errors.code", contains("replacement"));
    assertStatus(agency, id, "recorded");
  }

  @Test
  void aDraftAndASubmittedIncidentCanBeWithdrawn() {
    var agency = agencies.agency();
    for (var id : List.of(anIncident().postedBy(agency), submitted(agency))) {
      step(agency.first(), id, "withdrawn").then().statusCode(200);
      assertStatus(agency, id, "withdrawn");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "draft: draft recorded merged",
        "submitted: submitted merged",
        "recorded: draft submitted recorded",
        "withdrawn: draft submitted recorded withdrawn merged",
        "merged: draft submitted withdrawn merged"
      })
  void aStepThatTheStatusDoesNotAllowIsAConflict(String line) {
    var agency = agencies.agency();
    var status = line.substring(0, line.indexOf(':'));
    var id = inStatus(agency, status);
    for (var wrong : line.substring(status.length() + 2).split(" ", -1)) {
      step(agency.second(), id, wrong)
          .then()
          .statusCode(409)
          .body("type", equalTo("/problems/incident-wrong-status"))
          .body("detail", startsWith("The incident is " + status));
      assertStatus(agency, id, status);
    }
  }

  private String inStatus(TestAgency agency, String status) {
    return switch (status) {
      case "draft" -> anIncident().postedBy(agency);
      case "submitted" -> submitted(agency);
      case "recorded" -> anIncident().recordedBy(agency);
      case "withdrawn" -> {
        var id = anIncident().recordedBy(agency);
        step(agency.first(), id, "withdrawn").then().statusCode(200);
        yield id;
      }
      default -> {
        var id = anIncident().recordedBy(agency);
        merge(agency, id, anIncident().recordedBy(agency)).then().statusCode(200);
        yield id;
      }
    };
  }

  private static String submitted(TestAgency agency) {
    var id = anIncident().postedBy(agency);
    step(agency.first(), id, "submitted").then().statusCode(200);
    return id;
  }

  private static Response merge(TestAgency agency, String id, String replacement) {
    return Api.sending(
            agency.second(),
            "{\"to\":\"merged\",\"reason\":\"The same event.\",\"replacedBy\":\""
                + replacement
                + "\"}")
        .post("/v1/incidents/" + id + "/transitions");
  }

  private static void refusedToOnePerson(Response response) {
    response
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/incident-second-person-needed"));
  }

  private static void assertStatus(TestAgency agency, String id, String status) {
    Api.as(agency.first())
        .get("/v1/incidents/" + id)
        .then()
        .statusCode(200)
        .body("registry.status", equalTo(status));
  }
}
