package org.tnregistry.access;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.tnregistry.contract.Api;

/** The registry started while its issuer did not answer. */
@QuarkusTest
@TestProfile(WithIssuer.Silent.class)
class OidcIssuerSilentTest {
  @Inject AgencyFixture agencies;

  @SuppressWarnings("NullAway.Init")
  TestIssuer issuer;

  @Test
  void tokensWaitForTheIssuerAndNothingElseDoes() {
    var agency = agencies.agency();
    var token = issuer.token(agency.handle(), "incident:read");

    Api.as(agency.first()).get("/v1/incidents").then().statusCode(200);
    Api.anonymous().get("/v1/incidents").then().statusCode(401);
    Api.anonymous().get("/q/health/ready").then().statusCode(200);
    Api.as(token)
        .get("/v1/incidents")
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", notNullValue())
        .body("type", endsWith("unavailable"));

    issuer.answer(true);
    Api.as(token).get("/v1/incidents").then().statusCode(200);

    issuer.answer(false);
    Api.as(token).get("/v1/incidents").then().statusCode(200);
    Api.as(issuer.signedByAnother(agency.handle(), "unknown-key"))
        .get("/v1/incidents")
        .then()
        .statusCode(401);
    Api.as(agency.first()).get("/v1/incidents").then().statusCode(200);
  }
}
