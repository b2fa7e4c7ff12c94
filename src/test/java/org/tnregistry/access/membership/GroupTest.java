package org.tnregistry.access.membership;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.tnregistry.contract.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.Api;
import org.tnregistry.contract.RawHttp;

@QuarkusTest
class GroupTest {
  @Inject AgencyFixture agencies;

  private TestAgency first;
  private TestAgency second;
  private String operator;
  private String group;

  @BeforeEach
  void anOperatorAndAGroup() {
    first = agencies.agency();
    second = agencies.agency();
    operator =
        agencies.token(
            agencies.agency().id(), "operator", List.of("registry:administer", "agency:read"));
    group = "group-" + UUID.randomUUID().toString().substring(0, 8);
    create(group).statusCode(201).body("members", empty());
  }

  @Test
  void membersSeeTheirGroupsWithTheirMembersAndOthersDoNot() {
    join(first).statusCode(200).body("members", contains(first.handle()));
    Api.as(first.first())
        .get("/v1/groups")
        .then()
        .statusCode(200)
        .body("items.handle", contains(group))
        .body("items[0].members", contains(first.handle()));
    Api.as(second.first()).get("/v1/groups").then().statusCode(200).body("items", empty());
    Api.as(operator).get("/v1/groups").then().body("items.handle", hasItem(group));
  }

  @Test
  void whoLeavesIsNoMemberAnyMore() {
    join(first);
    join(second);
    leave(first, "?reason=The+agreement+ended.").statusCode(204);
    leave(first, "?reason=The+agreement+ended.").statusCode(204);
    Api.as(first.first()).get("/v1/groups").then().body("items", empty());
    Api.as(second.first())
        .get("/v1/groups")
        .then()
        .body("items[0].members", contains(second.handle()));
  }

  @Test
  void toJoinTwiceChangesNothing() {
    join(first);
    join(first).statusCode(200).body("members", contains(first.handle()));
  }

  @Test
  void aHandleNamesOneGroup() {
    create(group).statusCode(409).body("type", equalTo("/problems/group-handle-taken"));
  }

  @Test
  void withoutAReasonNobodyJoinsOrLeaves() {
    assertRefused(
        RawHttp.send(
            "PUT",
            operator,
            path(first),
            "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8),
            "Content-Type: application/json"),
        422,
        "invalid-document",
        "missing-member #/reason");
    join(first);
    assertRefused(
        RawHttp.request("DELETE", path(first), operator),
        400,
        "invalid-parameter",
        "invalid-format reason");
    assertRefused(
        RawHttp.request("DELETE", path(first) + "?reason=" + "x".repeat(1_001), operator),
        400,
        "invalid-parameter",
        "invalid-format reason");
    Api.as(first.first()).get("/v1/groups").then().body("items.handle", contains(group));
  }

  @Test
  void anUnknownGroupOrAgencyIsNotThere() {
    Api.sending(operator, "{\"reason\":\"Test.\"}")
        .put("/v1/groups/" + group + "/members/no-such-agency")
        .then()
        .statusCode(404);
    Api.sending(operator, "{\"reason\":\"Test.\"}")
        .put("/v1/groups/no-such-group/members/" + first.handle())
        .then()
        .statusCode(404);
    Api.as(operator)
        .delete("/v1/groups/no-such-group/members/" + first.handle() + "?reason=Test.")
        .then()
        .statusCode(404);
  }

  @Test
  void groupsAreTheOperatorsAffair() {
    Api.sending(first.first(), "{\"handle\":\"own-group\",\"name\":{\"en\":\"Own\"}}")
        .post("/v1/groups")
        .then()
        .statusCode(403);
    Api.sending(first.first(), "{\"reason\":\"Test.\"}").put(path(first)).then().statusCode(403);
    Api.as(first.first()).delete(path(first) + "?reason=Test.").then().statusCode(403);
  }

  private ValidatableResponse create(String handle) {
    return Api.sending(operator, "{\"handle\":\"" + handle + "\",\"name\":{\"en\":\"Test\"}}")
        .post("/v1/groups")
        .then();
  }

  private ValidatableResponse join(TestAgency agency) {
    return Api.sending(operator, "{\"reason\":\"Signed the agreement.\"}").put(path(agency)).then();
  }

  private ValidatableResponse leave(TestAgency agency, String query) {
    return Api.as(operator).delete(path(agency) + query).then();
  }

  private String path(TestAgency agency) {
    return "/v1/groups/" + group + "/members/" + agency.handle();
  }
}
