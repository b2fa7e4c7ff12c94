package org.tnregistry.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.Permission;

/** Asks every operation of the contract for what all of them must answer alike. */
@QuarkusTest
class EveryOperationTest {
  private static final Contract CONTRACT = Contract.committed();

  /** One operation, its path filled with ids of nothing. */
  record Call(String method, String path, JsonNode operation) {
    boolean isGuarded() {
      return operation.has("security");
    }

    /** An empty alternative is no credential at all. */
    boolean isProtected() {
      return isGuarded()
          && StreamSupport.stream(operation.path("security").spliterator(), false)
              .noneMatch(JsonNode::isEmpty);
    }

    Response send(RequestSpecification request) {
      var content = operation.at("/requestBody/content");
      if (!content.isMissingNode()) {
        request.contentType(content.fieldNames().next()).body("{}");
      }
      return request.header("If-Match", "*").request(method, path);
    }

    @Override
    public String toString() {
      return operation.path("operationId").asText();
    }
  }

  @Inject AgencyFixture agencies;

  static Stream<Call> operations() {
    var calls = new ArrayList<Call>();
    for (var path : CONTRACT.document().path("paths").properties()) {
      var filled =
          path.getKey()
              .replace("{revision}", "1")
              .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
      for (var operation : path.getValue().properties()) {
        calls.add(
            new Call(operation.getKey().toUpperCase(Locale.ROOT), filled, operation.getValue()));
      }
    }
    return calls.stream();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void itAsksForACredentialUnlessItIsPublic(Call call) {
    assertEquals(call.isProtected(), call.send(Api.anonymous()).statusCode() == 401);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void aTokenThatIsNoneIsNoCredential(Call call) {
    var answer = call.send(Api.as("tnr_" + "a".repeat(43)));
    assertEquals(call.isGuarded(), answer.statusCode() == 401);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void itTakesThePermissionThatTheContractNames(Call call) {
    if (call.isGuarded()) {
      var agency = agencies.agency();
      var named = new ArrayList<String>();
      for (var alternative : call.operation().path("security")) {
        if (!alternative.isEmpty()) {
          named.add(alternative.path("credential").path(0).asText());
        }
      }
      var other = named.contains("party:read") ? "changes:read" : "party:read";
      var without = agencies.token(agency.id(), "third", List.of(other));
      assertEquals(403, call.send(Api.as(without)).statusCode());
      for (var permission : named) {
        var with = agencies.token(agency.id(), "third", List.of(permission));
        var status = call.send(Api.as(with)).statusCode();
        assertEquals(false, status == 401 || status == 403, permission + " gives " + status);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void itRefusesAMediaTypeItCannotProduce(Call call) {
    if (!call.method().equals("DELETE")) {
      var request = Api.as(operator()).accept("application/x-nothing");
      assertEquals(406, call.send(request).statusCode());
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void itAnswersHeadLikeGet(Call call) {
    if (call.method().equals("GET")) {
      var token = agencies.agency().first();
      var get = Api.as(token).get(call.path());
      assertEquals(get.statusCode(), Api.as(token).head(call.path()).statusCode());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/json", "text/csv", "application/x-ndjson", "application/geo+json"})
  void aListHasEveryRepresentation(String format) {
    var agency = agencies.agency();
    anIncident().recordedBy(agency);
    anIncident().postedBy(agency);
    Api.as(agency.first())
        .accept(format)
        .get("/v1/incidents?limit=1&count=exact&fields=title")
        .then()
        .statusCode(200)
        .contentType(format);
  }

  @Test
  void theWholeOfARecordsLifeIsDescribed() {
    var agency = agencies.agency();
    var id = anIncident().recordedBy(agency);
    var path = "/v1/incidents/" + id;
    var tag = ok(agency.first(), path).header("ETag");
    Api.as(agency.first()).header("If-None-Match", tag).get(path).then().statusCode(304);
    ok(agency.first(), path + "/history");
    ok(agency.first(), path + "/history/1");
    ok(agency.first(), "/v1/changes");
    ok(agency.first(), "/v1/incidents");
    ok(agency.first(), "/v1/proceedings?count=exact");
    ok(agency.first(), "/v1/parties");
    ok(agency.first(), "/v1/statistics/incidents?groupBy=origin&groupBy=transit");
    Api.sending(agency.first(), "{}").put(path).then().statusCode(428);
    Api.sending(agency.first(), "{}").header("If-Match", "\"x\"").put(path).then().statusCode(412);
    Api.sending(agency.first(), "{\"to\":\"submitted\",\"reason\":\"Again.\"}")
        .post(path + "/transitions")
        .then()
        .statusCode(409);
    Api.sending(agency.first(), "{\"more\":1}").post("/v1/incidents").then().statusCode(422);
    Api.sending(agency.first(), "{").post("/v1/incidents").then().statusCode(400);
    Api.as(agency.first())
        .contentType("text/plain")
        .body("x")
        .post("/v1/incidents")
        .then()
        .statusCode(415);
    ok(agency.first(), "/v1/agencies");
    ok(agency.first(), "/v1/agencies/" + agency.id());
    var credentials = "/v1/agencies/" + agency.id() + "/credentials";
    var credential = ok(agency.first(), credentials).<String>path("items[0].id");
    Api.sending(agency.second(), "{\"reason\":\"Test.\"}")
        .post(credentials + "/" + credential + "/revocation")
        .then()
        .statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/changes?limit=many",
        "/v1/changes?limit=0",
        "/v1/changes?cursor=x",
        "/v1/incidents?limit=many",
        "/v1/incidents?cursor=x",
        "/v1/incidents?nothing=1",
        "/v1/proceedings?limit=many",
        "/v1/proceedings?cursor=x",
        "/v1/statistics/incidents",
        "/v1/statistics/incidents?groupBy=name"
      })
  void aParameterThatCannotBeReadIsRefused(String path) {
    Api.as(agencies.agency().first()).get(path).then().statusCode(400);
  }

  @Test
  void whatIsPublishedIsDescribed() {
    for (var scheme : Api.anonymous().get("/v1/taxonomies").<List<String>>path("items.self")) {
      Api.anonymous().get(scheme).then().statusCode(200);
    }
    for (var self : Api.anonymous().get("/v1/definitions").<List<String>>path("items.self")) {
      Api.anonymous().get(self).then().statusCode(200);
    }
    Api.anonymous().get("/problems/not-found");
    Api.anonymous().get("/v1/nothing").then().statusCode(404);
    Api.anonymous().delete("/v1/taxonomies").then().statusCode(405);
  }

  private String operator() {
    var agency = agencies.agency().id();
    var permissions = new ArrayList<>(Permission.OF_MEMBERS);
    permissions.add(Permission.REGISTRY_ADMINISTER);
    return agencies.token(agency, "operator", permissions);
  }

  private static Response ok(String token, String path) {
    var answer = Api.as(token).get(path);
    assertEquals(200, answer.statusCode(), path);
    return answer;
  }
}
