package org.tnregistry.access.membership;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tnregistry.contract.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.access.JournaledActs;
import org.tnregistry.contract.Api;
import org.tnregistry.contract.RawHttp;

@QuarkusTest
class StandingTest {
  @Inject AgencyFixture agencies;
  @Inject JournaledActs journal;

  private TestAgency agency;
  private TestAgency operators;
  private String operator;

  @BeforeEach
  void anAgencyAndAnOperator() {
    agency = agencies.agency();
    operators = agencies.agency();
    operator =
        agencies.token(operators.id(), "operator", List.of("registry:administer", "agency:read"));
  }

  @Test
  void nobodyOfASuspendedAgencySignsInAndOthersDo() {
    change(agency.id(), true, false).statusCode(200).body("suspended", equalTo(true));
    assertRefused(RawHttp.get(agency.first(), "/v1/incidents"), 401, "unauthenticated");
    assertRefused(RawHttp.get(agency.second(), "/v1/agencies"), 401, "unauthenticated");
    Api.as(operators.first()).get("/v1/incidents").then().statusCode(200);
  }

  @Test
  void aSuspendedAgencysRefusalIsThatOfAnUnknownToken() {
    change(agency.id(), true, false);
    var suspended = RawHttp.get(agency.first(), "/v1/incidents", "X-Request-Id: the-same-for-both");
    var unknown =
        RawHttp.get("tnr_" + "a".repeat(43), "/v1/incidents", "X-Request-Id: the-same-for-both");
    assertEquals(unknown.head(), suspended.head());
    assertEquals(unknown.body(), suspended.body());
  }

  @Test
  void aReinstatedAgencySignsInWithTheCredentialsItHas() {
    change(agency.id(), true, false);
    change(agency.id(), false, false).body("suspended", equalTo(false));
    Api.as(agency.first()).get("/v1/incidents").then().statusCode(200);
  }

  @Test
  void everyChangeIsKeptWithItsReasonAndJournaled() {
    change(agency.id(), true, true);
    change(agency.id(), false, false)
        .body("history", hasSize(2))
        .body("history.reason", contains("A credential was stolen.", "A credential was stolen."))
        .body("history.suspended", contains(true, false))
        .body("history[0].actor", equalTo(operators.handle() + "/operator"));
    assertEquals(
        List.of(
            "agency-registered",
            "agency-suspended",
            "agency-quarantined",
            "agency-reinstated",
            "agency-released"),
        journal.about(agency.id()));
  }

  @Test
  void toAskForWhatAlreadyHoldsChangesNothing() {
    change(agency.id(), true, false);
    change(agency.id(), true, false).statusCode(200).body("history", hasSize(1));
    assertEquals(List.of("agency-registered", "agency-suspended"), journal.about(agency.id()));
  }

  @Test
  void whatElseHoldsIsLeftAlone() {
    change(agency.id(), true, false);
    change(agency.id(), true, true).body("suspended", equalTo(true));
    assertEquals(
        List.of("agency-registered", "agency-suspended", "agency-quarantined"),
        journal.about(agency.id()));
  }

  @Test
  void nobodyChangesTheStandingOfTheirOwnAgency() {
    change(operators.id(), true, false)
        .statusCode(409)
        .body("type", equalTo("/problems/agency-own-standing"));
    Api.as(operator).get("/v1/agencies").then().statusCode(200);
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"suspended\":true,\"quarantined\":false}', missing-member #/reason",
    "'{\"suspended\":true,\"reason\":\"x\"}', missing-member #/quarantined",
    "'{\"suspended\":true,\"quarantined\":false,\"reason\":\"\"}', empty #/reason",
    "'{\"suspended\":\"no\",\"quarantined\":false,\"reason\":\"x\"}', wrong-type #/suspended",
    "'{\"suspended\":true,\"quarantined\":false,\"reason\":\"x\",\"until\":1}', unknown-member #/until"
  })
  void aStandingWithoutReasonOrWithUnknownMembersIsRefused(String json, String fault) {
    var answer =
        RawHttp.send(
            "PUT",
            operator,
            path(agency.id()),
            json.getBytes(StandardCharsets.UTF_8),
            "Content-Type: application/json");
    assertRefused(answer, 422, "invalid-document", fault);
    Api.as(agency.first()).get("/v1/incidents").then().statusCode(200);
  }

  @Test
  void theStandingOfAnUnknownAgencyIsNotThere() {
    change(UUID.randomUUID(), true, false).statusCode(404);
    Api.as(operator).get(path(UUID.randomUUID())).then().statusCode(404);
  }

  @Test
  void theStandingIsTheOperatorsAffair() {
    Api.as(agency.first()).get(path(agency.id())).then().statusCode(403);
    Api.as(operators.first()).get(path(agency.id())).then().statusCode(403);
  }

  private ValidatableResponse change(UUID id, boolean suspended, boolean quarantined) {
    var standing =
        "{\"suspended\":%s,\"quarantined\":%s,\"reason\":\"A credential was stolen.\"}"
            .formatted(suspended, quarantined);
    return Api.sending(operator, standing).put(path(id)).then();
  }

  private static String path(UUID agency) {
    return "/v1/agencies/" + agency + "/standing";
  }
}
