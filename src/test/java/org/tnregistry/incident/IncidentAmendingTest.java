package org.tnregistry.incident;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tnregistry.incident.IncidentBuilder.anIncident;
import static org.tnregistry.incident.IncidentBuilder.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.Api;
import org.tnregistry.shared.json.StrictJson;

@QuarkusTest
class IncidentAmendingTest {
  @Inject AgencyFixture agencies;

  @Test
  void putReplacesTheWholeDocument() {
    var agency = agencies.agency();
    var id = anIncident().during("2017").postedBy(agency);
    put(agency, id, anIncident().titled("fr", "Titre").json())
        .then()
        .statusCode(200)
        .body("title.fr", equalTo("Titre"))
        .body("period", nullValue())
        .body("registry.revision", equalTo(2));
  }

  @Test
  void patchChangesWhatItNamesAndRemovesWhatIsNull() {
    var agency = agencies.agency();
    var id = anIncident().titled("fr", "Ancien").during("2017").postedBy(agency);
    patch(agency, id, "{\"title\":{\"fr\":null,\"ru\":\"Новый\"},\"period\":\"2018\"}")
        .then()
        .statusCode(200)
        .body("title.en", equalTo("Test incident"))
        .body("title.ru", equalTo("Новый"))
        .body("title.fr", nullValue())
        .body("period", equalTo("2018"))
        .body("acts", hasSize(1));
  }

  @Test
  void whatWasReadCanBeEditedAndSentBack() throws Exception {
    var agency = agencies.agency();
    var id = anIncident().recordedBy(agency);
    var read = Api.as(agency.first()).get("/v1/incidents/" + id);
    var document = (ObjectNode) StrictJson.mapper().readTree(read.asString());
    document.put("period", "2020-05");
    Api.sending(agency.first(), document.toString())
        .header("If-Match", read.header("ETag"))
        .put("/v1/incidents/" + id)
        .then()
        .statusCode(200)
        .body("period", equalTo("2020-05"))
        .body("registry.revision", equalTo(4));
  }

  @Test
  void amendingASubmittedIncidentReturnsItToDraft() {
    var agency = agencies.agency();
    var put = submitted(agency);
    put(agency, put, anIncident().json()).then().body("registry.status", equalTo("draft"));
    var patched = submitted(agency);
    patch(agency, patched, "{\"period\":\"2019\"}")
        .then()
        .body("registry.status", equalTo("draft"));
    step(agency.second(), patched, "recorded").then().statusCode(409);
  }

  @Test
  void anAmendmentBySomebodyElseMakesThemTheAuthor() {
    var agency = agencies.agency();
    var id = anIncident().postedBy(agency);
    Api.sending(agency.second(), anIncident().during("2020").json())
        .header("If-Match", etag(agency, id))
        .put("/v1/incidents/" + id)
        .then()
        .statusCode(200);
    step(agency.first(), id, "submitted").then().statusCode(200);
    step(agency.second(), id, "recorded")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/incident-second-person-needed"));
  }

  @Test
  void closedIncidentsAreNotAmended() {
    var agency = agencies.agency();
    var id = anIncident().recordedBy(agency);
    step(agency.first(), id, "withdrawn").then().statusCode(200);
    put(agency, id, anIncident().json())
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/incident-wrong-status"))
        .body("detail", equalTo("The incident is withdrawn: that is final."));
    patch(agency, id, "{\"period\":\"2019\"}").then().statusCode(409);
  }

  @Test
  void everyChangeGivesANewTagAndReadingGivesTheLatest() {
    var agency = agencies.agency();
    var id = anIncident().postedBy(agency);
    var tags = new ArrayList<String>();
    tags.add(etag(agency, id));
    tags.add(put(agency, id, anIncident().during("2016").json()).header("ETag"));
    tags.add(patch(agency, id, "{\"period\":\"2017\"}").header("ETag"));
    tags.add(step(agency.first(), id, "submitted").header("ETag"));
    tags.add(step(agency.second(), id, "draft").header("ETag"));
    tags.add(step(agency.first(), id, "submitted").header("ETag"));
    tags.add(step(agency.second(), id, "recorded").header("ETag"));
    tags.add(step(agency.second(), id, "withdrawn").header("ETag"));
    assertEquals(8, new HashSet<>(tags).size(), tags.toString());
    assertEquals(tags.get(7), etag(agency, id));
    Api.as(agency.first())
        .header("If-None-Match", tags.get(7))
        .get("/v1/incidents/" + id)
        .then()
        .statusCode(304);
    Api.as(agency.first())
        .header("If-None-Match", tags.get(6))
        .get("/v1/incidents/" + id)
        .then()
        .statusCode(200);
  }

  @Test
  void aStepOnAnOldStateIsStaleWhenItSaysWhatItSaw() {
    var agency = agencies.agency();
    var id = anIncident().postedBy(agency);
    var seen = etag(agency, id);
    put(agency, id, anIncident().during("2016").json()).then().statusCode(200);
    Api.sending(agency.first(), "{\"to\":\"submitted\",\"reason\":\"Test.\"}")
        .header("If-Match", seen)
        .post("/v1/incidents/" + id + "/transitions")
        .then()
        .statusCode(412);
  }

  @Test
  void ofTwoAmendmentsAtOnceOneIsToldItIsStale() throws Exception {
    var agency = agencies.agency();
    var id = anIncident().postedBy(agency);
    var seen = etag(agency, id);
    Callable<Integer> amendment =
        () ->
            Api.sending(agency.first(), anIncident().during("2016").json())
                .header("If-Match", seen)
                .put("/v1/incidents/" + id)
                .statusCode();
    assertEquals(List.of(200, 412), atOnce(amendment, amendment));
  }

  @Test
  void ofTwoPostsAtOnceWithOneExternalIdOneIsRefused() throws Exception {
    var agency = agencies.agency();
    var document =
        anIncident()
            .with(
                d ->
                    d.withArrayProperty("externalIds")
                        .addObject()
                        .put("publisher", agency.handle())
                        .put("id", "file-7"))
            .json();
    Callable<Integer> post =
        () -> Api.sending(agency.first(), document).post("/v1/incidents").statusCode();
    for (int round = 0; round < 5; round++) {
      var answers = atOnce(post, post);
      assertEquals(round == 0 ? List.of(201, 422) : List.of(422, 422), answers);
    }
  }

  private static List<Integer> atOnce(Callable<Integer> one, Callable<Integer> other)
      throws Exception {
    var workers = Executors.newFixedThreadPool(2);
    try {
      var statuses = new ArrayList<Integer>();
      for (var future : workers.invokeAll(List.of(one, other))) {
        statuses.add(future.get());
      }
      return statuses.stream().sorted().toList();
    } finally {
      workers.shutdown();
    }
  }

  private static String submitted(TestAgency agency) {
    var id = anIncident().postedBy(agency);
    step(agency.first(), id, "submitted").then().statusCode(200);
    return id;
  }

  private static String etag(TestAgency agency, String id) {
    return Api.as(agency.first()).get("/v1/incidents/" + id).header("ETag");
  }

  private static Response put(TestAgency agency, String id, String json) {
    return Api.sending(agency.first(), json)
        .header("If-Match", etag(agency, id))
        .put("/v1/incidents/" + id);
  }

  private static Response patch(TestAgency agency, String id, String json) {
    return Api.as(agency.first())
        .contentType("application/merge-patch+json; charset=UTF-8")
        .body(json)
        .header("If-Match", etag(agency, id))
        .patch("/v1/incidents/" + id);
  }
}
