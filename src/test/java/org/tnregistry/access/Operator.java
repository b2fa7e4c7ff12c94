package org.tnregistry.access;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.Api;

/** What only the registry's operator does, for tests of what it does to others. */
@Singleton
public class Operator {
  private final AgencyFixture agencies;

  Operator(AgencyFixture agencies) {
    this.agencies = agencies;
  }

  public String token() {
    return agencies.token(
        agencies.agency().id(), "operator", List.of("registry:administer", "agency:read"));
  }

  public void quarantine(TestAgency agency, boolean quarantined) {
    var standing =
        "{\"suspended\":false,\"quarantined\":" + quarantined + ",\"reason\":\"For a test.\"}";
    Api.sending(token(), standing)
        .put("/v1/agencies/" + agency.id() + "/standing")
        .then()
        .statusCode(200);
  }

  /**
   * @return its handle
   */
  public String group() {
    var handle = "group-" + UUID.randomUUID().toString().substring(0, 8);
    Api.sending(token(), "{\"handle\":\"" + handle + "\",\"name\":{\"en\":\"Test\"}}")
        .post("/v1/groups")
        .then()
        .statusCode(201);
    return handle;
  }

  public ValidatableResponse join(String group, TestAgency agency) {
    return Api.sending(token(), "{\"reason\":\"For a test.\"}")
        .put("/v1/groups/" + group + "/members/" + agency.handle())
        .then()
        .statusCode(200);
  }

  public ValidatableResponse leave(String group, TestAgency agency) {
    return Api.as(token())
        .delete("/v1/groups/" + group + "/members/" + agency.handle() + "?reason=Test.")
        .then()
        .statusCode(204);
  }
}
