package org.tnregistry.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tnregistry.contract.Refusal.MARKER;
import static org.tnregistry.contract.Refusal.assertRefused;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.RawHttp;
import org.tnregistry.contract.RawHttp.Answer;

@QuarkusTest
class CredentialTest {
  private static final String LIST = "/v1/incidents";
  private static final String LEFT = "{\"reason\":\"Left the service.\"}";

  @Inject AgencyFixture agencies;
  @Inject AgencyRepository known;
  @Inject CredentialRepository credentials;
  @Inject StoredRows rows;

  private TestAgency agency;

  @BeforeEach
  void anAgencyIsThere() {
    agency = agencies.agency();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: ",
        "Authorization: Bearer",
        "Authorization: Bearer " + MARKER,
        "Authorization: Bearer tnr_" + MARKER,
        "Authorization: Bearer tnr_",
        "Authorization: Bearer tnr_\u00e9",
        "Authorization: Bearer a.b.c",
        "Authorization: Basic " + MARKER,
        "Authorization: " + MARKER,
        "Authorization: Negotiate " + MARKER
      })
  void withoutAKnownCredentialNothingIsShown(String header) {
    var answer = RawHttp.get("", LIST, header);
    assertRefused(answer, 401, "unauthenticated");
    assertEquals("Bearer", answer.header("WWW-Authenticate").orElse(""));
  }

  @Test
  void withoutACredentialOnlyIncidentsCanBeAskedFor() {
    assertEquals(200, RawHttp.get("", LIST, "X-No: credential").status());
    for (var path : List.of("/v1/parties", "/v1/changes", "/v1/agencies")) {
      assertRefused(RawHttp.get("", path, "X-No: credential"), 401, "unauthenticated");
    }
  }

  @Test
  void aTokenIsOneForItsSchemeOnly() {
    assertRefused(
        RawHttp.get("", LIST, "Authorization: Basic " + agency.first()), 401, "unauthenticated");
    assertRefused(
        RawHttp.get("", LIST, "Authorization: " + agency.first()), 401, "unauthenticated");
    assertRefused(RawHttp.get(agency.first() + "x", LIST), 401, "unauthenticated");
  }

  @Test
  void revokingTakesEffectAtOnce() {
    var token = agencies.token(agency.id(), "leaver");
    assertEquals(200, RawHttp.get(token, LIST).status());
    var id = credentialOf("leaver");
    var path = "/v1/agencies/" + agency.id() + "/credentials/" + id + "/revocation";
    assertEquals(200, RawHttp.post(agency.first(), path, LEFT).status());
    assertRefused(RawHttp.get(token, LIST), 401, "unauthenticated");
  }

  @Test
  void aRevocationKeepsItsFirstReasonAndWhoGaveIt() {
    agencies.token(agency.id(), "leaver");
    var path =
        "/v1/agencies/" + agency.id() + "/credentials/" + credentialOf("leaver") + "/revocation";
    assertRefused(
        RawHttp.post(agency.first(), path, "{}"),
        422,
        "invalid-document",
        "missing-member #/reason");
    var revoked = RawHttp.post(agency.first(), path, LEFT).json();
    assertEquals("Left the service.", revoked.path("revocationReason").asText());
    assertEquals(agency.handle() + "/first-officer", revoked.path("revokedBy").asText());
    var again = RawHttp.post(agency.second(), path, "{\"reason\":\"Another.\"}").json();
    assertEquals(revoked, again);
  }

  @Test
  void anExpiredCredentialIsNone() {
    var token = "tnr_" + agency.id();
    agencies
        .context()
        .asSystem(
            "administering", () -> QuarkusTransaction.requiringNew().call(() -> expired(token)));
    assertRefused(RawHttp.get(token, LIST), 401, "unauthenticated");
  }

  private UUID expired(String token) {
    var credential = new CredentialEntity();
    credential.id = UUID.randomUUID();
    credential.agency = known.findById(agency.id());
    credential.person = "expired";
    credential.tokenHash = Token.hash(token);
    credential.permissions = new String[] {Permission.INCIDENT_READ};
    credential.createdAt = Instant.now().minusSeconds(60);
    credential.createdBy = "test";
    credential.expiresAt = Instant.now().minusSeconds(1);
    credentials.persist(credential);
    return credential.id;
  }

  @ParameterizedTest
  @CsvSource({
    "incident:read, POST, /v1/incidents",
    "incident:write, GET, /v1/incidents",
    "incident:read, POST, /v1/parties",
    "incident:read, GET, /v1/changes",
    "incident:read, GET, /v1/statistics/incidents",
    "incident:read, GET, /v1/agencies",
    "agency:read, POST, /v1/agencies",
    "registry:administer, GET, /v1/incidents"
  })
  void aCredentialAllowsWhatItCarriesAndNoMore(String held, String method, String path) {
    var token = agencies.token(agency.id(), "limited", List.of(held));
    var before = rows.of(agency);
    var answer =
        method.equals("GET")
            ? RawHttp.get(token, path)
            : RawHttp.post(token, path, anIncident().json());
    assertRefused(answer, 403, "not-permitted");
    assertEquals(before, rows.of(agency));
  }

  @ParameterizedTest
  @ValueSource(strings = {"recorded", "withdrawn", "merged"})
  void toDecideNeedsItsOwnPermission(String step) {
    var id = anIncident().postedBy(agency);
    step(agency.first(), id, "submitted");
    var clerk =
        agencies.token(
            agency.id(), "clerk", List.of(Permission.INCIDENT_READ, Permission.INCIDENT_WRITE));
    var before = rows.of(agency);
    var refusal = step(clerk, id, step);
    assertRefused(refusal, 403, "not-permitted");
    assertTrue(refusal.body().contains(Permission.INCIDENT_DECIDE));
    assertEquals(before, rows.of(agency));
  }

  @Test
  void nobodyRecordsWhatTheyThemselvesSubmitted() {
    var id = anIncident().postedBy(agency);
    assertEquals(200, step(agency.first(), id, "submitted").status());
    assertRefused(step(agency.first(), id, "recorded"), 409, "incident-second-person-needed");
    assertEquals(200, step(agency.second(), id, "recorded").status());
  }

  @Test
  void nobodyGivesWhatTheyDoNotHold() {
    var manager = agencies.token(agency.id(), "manager", List.of(Permission.CREDENTIAL_MANAGE));
    var path = "/v1/agencies/" + agency.id() + "/credentials";
    assertRefused(
        RawHttp.post(
            manager,
            path,
            "{\"person\":\"x\",\"permissions\":[\"credential:manage\",\"incident:read\",\""
                + MARKER
                + "\"]}"),
        422,
        "invalid-document",
        "permission-not-held #/permissions/1",
        "permission-not-held #/permissions/2");
  }

  @Test
  void allFaultsOfACredentialAreToldAtOnce() {
    assertRefused(
        RawHttp.post(
            agency.first(),
            "/v1/agencies/" + agency.id() + "/credentials",
            "{\"permissions\":[\"incident:read\",7,\"registry:administer\"],"
                + "\"expiresAt\":\"2020-01-01T00:00:00Z\"}"),
        422,
        "invalid-document",
        "missing-member #/person",
        "wrong-type #/permissions/1",
        "permission-not-held #/permissions/2",
        "out-of-range #/expiresAt");
  }

  @ParameterizedTest
  @CsvSource({
    "2020-01-01T00:00:00Z, out-of-range",
    "9999-01-01T00:00:00Z, out-of-range",
    "+1000000000-01-01T00:00:00Z, invalid-format",
    "2999-01-01T00:00:00+01:00, invalid-format",
    "tomorrow, invalid-format"
  })
  void anExpiryThatCannotBeIsRefused(String expiry, String code) {
    var path = "/v1/agencies/" + agency.id() + "/credentials";
    assertRefused(
        RawHttp.post(
            agency.first(),
            path,
            "{\"person\":\"x\",\"permissions\":[\"incident:read\"],\"expiresAt\":\""
                + expiry
                + "\"}"),
        422,
        "invalid-document",
        code + " #/expiresAt");
  }

  @Test
  void anotherAgencysCredentialsAreNotThere() {
    var other = "/v1/agencies/" + agencies.agency().id() + "/credentials";
    assertRefused(RawHttp.get(agency.first(), other), 404, "not-found");
    assertRefused(
        RawHttp.post(agency.first(), other + "/" + UUID.randomUUID() + "/revocation", LEFT),
        404,
        "not-found");
  }

  private String credentialOf(String person) {
    var list =
        RawHttp.get(agency.first(), "/v1/agencies/" + agency.id() + "/credentials")
            .json()
            .path("items");
    for (var credential : list) {
      if (credential.path("person").asText().equals(person)) {
        return credential.path("id").asText();
      }
    }
    throw new AssertionError(person);
  }

  private static Answer step(String token, String id, String to) {
    return RawHttp.post(
        token,
        "/v1/incidents/" + id + "/transitions",
        "{\"to\":\"" + to + "\",\"reason\":\"Test.\"}");
  }
}
