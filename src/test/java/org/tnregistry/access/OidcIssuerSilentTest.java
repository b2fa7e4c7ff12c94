package org.tnregistry.access;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.notNullValue;
import static org.tnregistry.access.TestIssuer.Behaviour.ANSWER;
import static org.tnregistry.access.TestIssuer.Behaviour.HANG_UP;
import static org.tnregistry.access.TestIssuer.Behaviour.STAY_MUTE;

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

    unavailable(token);
    issuer.behave(STAY_MUTE);
    unavailable(token);
    Api.as(agency.first()).get("/v1/incidents").then().statusCode(200);
    Api.anonymous().get("/v1/parties").then().statusCode(401);
    Api.anonymous().get("/q/health/ready").then().statusCode(200);

    issuer.behave(ANSWER);
    Api.as(token).get("/v1/incidents").then().statusCode(200);

    issuer.behave(HANG_UP);
    Api.as(token).get("/v1/incidents").then().statusCode(200);
    Api.as(agency.first()).get("/v1/incidents").then().statusCode(200);
    Api.as(issuer.signedByAnother(agency.handle(), "unknown-key"))
        .get("/v1/incidents")
        .then()
        .statusCode(401);
  }

  private static void unavailable(String token) {
    Api.as(token)
        .get("/v1/incidents")
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", notNullValue())
        .body("type", endsWith("unavailable"));
  }
}
