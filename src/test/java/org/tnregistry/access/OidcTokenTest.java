package org.tnregistry.access;

import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tnregistry.incident.IncidentBuilder.anIncident;
import static org.tnregistry.incident.IncidentBuilder.step;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.Api;

@QuarkusTest
@TestProfile(WithIssuer.class)
class OidcTokenTest {
  @Inject AgencyFixture agencies;

  @SuppressWarnings("NullAway.Init")
  TestIssuer issuer;

  TestAgency agency;

  @BeforeEach
  void anAgency() {
    agency = agencies.agency();
  }

  @Test
  void aGoodTokenActsForItsAgencyAndItsSubjectIsThePerson() {
    var token = issuer.token(agency.handle(), "openid incident:read incident:write");
    var id =
        Api.sending(token, anIncident().json())
            .post("/v1/incidents")
            .then()
            .statusCode(201)
            .body("registry.owner", equalTo(agency.handle()))
            .extract()
            .<String>path("registry.id");
    Api.as(token)
        .get("/v1/incidents/" + id + "/history")
        .then()
        .statusCode(200)
        .body("items[0].actor", equalTo(agency.handle() + "/officer-7"));
  }

  @Test
  void aCredentialOfTheRegistryIsAcceptedBesideTokens() {
    Api.as(agency.first()).get("/v1/incidents").then().statusCode(200);
    Api.as(Token.random()).get("/v1/incidents").then().statusCode(401);
    Api.anonymous().get("/v1/parties").then().statusCode(401);
  }

  @Test
  void twoSubjectsAreTwoPersonsAndOneIsNot() {
    var scope = "incident:read incident:write incident:decide";
    var first = issuer.token(agency.handle(), scope);
    var second = issuer.token(agency.handle(), scope, c -> c.setSubject("officer-8"));
    var id =
        Api.sending(first, anIncident().json())
            .post("/v1/incidents")
            .then()
            .extract()
            .<String>path("registry.id");
    step(first, id, "submitted").then().statusCode(200);
    step(first, id, "recorded").then().statusCode(409);
    step(second, id, "recorded").then().statusCode(200);
  }

  @Test
  void aTokenCanDoOnlyWhatItsScopeNames() {
    var token = issuer.token(agency.handle(), "incident:read");
    Api.as(token).get("/v1/incidents").then().statusCode(200);
    Api.sending(token, anIncident().json()).post("/v1/incidents").then().statusCode(403);
    Api.as(token).get("/v1/agencies").then().statusCode(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "openid profile", "incident", "incident:*", "*", "INCIDENT:READ"})
  void aScopeThatNamesNoPermissionGivesNone(String scope) {
    Api.as(issuer.token(agency.handle(), scope)).get("/v1/incidents").then().statusCode(403);
  }

  @Test
  void aTokenNeverAdministersTheRegistry() {
    var token =
        issuer.token(
            agency.handle(),
            "registry:administer agency:read",
            claims -> {
              claims.setStringListClaim("groups", "registry:administer");
              claims.setClaim("realm_access", Map.of("roles", List.of("registry:administer")));
            });
    Api.as(token).get("/v1/agencies").then().statusCode(200);
    Api.sending(
            token,
            "{\"handle\":\"intruder\",\"name\":{\"en\":\"Intruder\"},\"kind\":\"law-enforcement\"}")
        .post("/v1/agencies")
        .then()
        .statusCode(403);
    var another = "/v1/agencies/" + agencies.agency().id() + "/credentials";
    Api.as(token).get(another).then().statusCode(403);
    Api.sending(token, "{\"person\":\"intruder\",\"permissions\":[\"incident:read\"]}")
        .post(another)
        .then()
        .statusCode(403);
  }

  @Test
  void theOperatorsAgencyIsBeyondEveryToken() {
    agencies.operator();
    refused(issuer.token(OperatorAgency.HANDLE, "agency:read credential:manage"));
  }

  @Test
  void aTokenOfASuspendedAgencyIsRefusedAtOnce() {
    var token = issuer.token(agency.handle(), "incident:read");
    Api.as(token).get("/v1/incidents").then().statusCode(200);
    var operator =
        agencies.token(agencies.agency().id(), "operator", List.of("registry:administer"));
    Api.sending(operator, "{\"suspended\":true,\"quarantined\":false,\"reason\":\"Compromised.\"}")
        .put("/v1/agencies/" + agency.id() + "/standing")
        .then()
        .statusCode(200);
    refused(token);
  }

  @Test
  void aTokenThatIsOutOfItsTimeIsRefused() {
    refused(claims -> claims.setExpirationTime(secondsFromNow(-5)));
    refused(claims -> claims.setNotBefore(secondsFromNow(60)));
    refused(claims -> claims.unsetClaim("exp"));
    refused(claims -> claims.unsetClaim("iat"));
  }

  @Test
  void aTokenOfAnotherIssuerIsRefused() {
    refused(claims -> claims.setIssuer("https://issuer.example"));
    refused(claims -> claims.unsetClaim("iss"));
  }

  @Test
  void aTokenForAnotherAudienceIsRefused() {
    refused(claims -> claims.setAudience("another-service"));
    refused(claims -> claims.unsetClaim("aud"));
  }

  @Test
  void aTokenForSeveralAudiencesIsAccepted() {
    var token =
        issuer.token(
            agency.handle(),
            "incident:read",
            claims -> claims.setAudience("another-service", TestIssuer.AUDIENCE));
    Api.as(token).get("/v1/incidents").then().statusCode(200);
  }

  @Test
  void aTokenThatNamesNoAgencyOfTheRegistryIsRefused() {
    refused(claims -> claims.unsetClaim("tnr_agency"));
    refused(claims -> claims.setStringClaim("tnr_agency", "unknown-agency"));
    refused(claims -> claims.setStringClaim("tnr_agency", "nul\u0000"));
    refused(claims -> claims.setStringListClaim("tnr_agency", agency.handle()));
    refused(claims -> claims.setClaim("tnr_agency", 7));
    refused(claims -> claims.setClaim("tnr_agency", Map.of("handle", agency.handle())));
  }

  @Test
  void aTokenThatNamesNoPersonIsRefused() {
    refused(claims -> claims.unsetClaim("sub"));
    refused(claims -> claims.setSubject(""));
    refused(claims -> claims.setSubject("with space"));
    refused(claims -> claims.setSubject("nul\u0000"));
    refused(claims -> claims.setSubject("officer\u202e7"));
    refused(claims -> claims.setSubject("x".repeat(256)));
    refused(claims -> claims.setClaim("sub", 7));
  }

  @Test
  void aScopeThatIsNoTextGivesNothing() {
    for (Object scope : List.of(7, List.of("incident:read"), Map.of("incident", "read"))) {
      var token = issuer.token(agency.handle(), "", claims -> claims.setClaim("scope", scope));
      Api.as(token).get("/v1/incidents").then().statusCode(anyOf(is(401), is(403)));
    }
  }

  @Test
  void aTokenTheIssuerDidNotSignIsRefused() {
    refused(issuer.unsigned(agency.handle()));
    refused(issuer.unsigned(agency.handle()) + "AAAA");
    refused(issuer.signedWithThePublicKeyAsSecret(agency.handle()));
    refused(issuer.signedWithAnEmbeddedKey(agency.handle()));
    refused(issuer.signedByAnother(agency.handle(), "key-1"));
    refused(issuer.signedByAnother(agency.handle(), "unknown-key"));
    var good = issuer.token(agency.handle(), "incident:read");
    refused(good.substring(0, good.lastIndexOf('.') + 1));
    refused(good + "x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"opaque", "a.b", "a.b.c", "..", "a.b.c.d.e", "e30.e30.", "%00"})
  void whatIsNoTokenIsRefusedAndTheIssuerIsNotAsked(String text) {
    refused(text);
  }

  @Test
  void aHugeTokenIsRefusedBeforeItIsRead() {
    var token =
        issuer.token(
            agency.handle(),
            "incident:read",
            claims -> claims.setStringClaim("padding", "x".repeat(20_000)));
    Api.as(token).get("/v1/incidents").then().statusCode(431);
  }

  private void refused(Consumer<JwtClaims> change) {
    refused(issuer.token(agency.handle(), "incident:read", change));
  }

  private static void refused(String token) {
    var answer = Api.as(token).get("/v1/incidents").then().extract();
    assertEquals(401, answer.statusCode(), answer.asString());
    answer
        .response()
        .then()
        .contentType("application/problem+json")
        .header("WWW-Authenticate", "Bearer")
        .body("type", endsWith("unauthenticated"));
  }

  private static NumericDate secondsFromNow(long seconds) {
    var date = NumericDate.now();
    date.addSeconds(seconds);
    return date;
  }
}
