package org.tnregistry.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tnregistry.contract.Api;
import org.tnregistry.shared.start.RunningService;

/** The packaged service with a real issuer beside it. */
class OidcIT {
  private static final Pattern PRINTED = Pattern.compile("demo-police +(tnr_\\S+)");

  @TempDir static Path folder;
  private static @Nullable Keycloak started;
  private static @Nullable RunningService startedService;
  private static Keycloak keycloak;
  private static RunningService service;

  @BeforeAll
  static void startBoth() throws Exception {
    started = Keycloak.start(Path.of(System.getProperty("keycloak.home")), folder);
    keycloak = started;
    keycloak.awaitReady();
    startedService = start(folder, "-Dquarkus.oidc.auth-server-url=" + keycloak.realm());
    service = startedService;
    service.awaitReady();
  }

  @AfterAll
  static void stopBoth() throws Exception {
    try {
      if (startedService != null) {
        startedService.terminate();
        startedService.close();
      }
    } finally {
      if (started != null) {
        started.stop();
      }
    }
  }

  @Test
  void aTokenOfTheIssuerOpensWhatItsScopeNames() throws Exception {
    var token = keycloak.token("police-desk", "incident:read");
    incidents(Api.as(token)).statusCode(200);
    Api.as(token).baseUri(service.url()).get("/v1/agencies").then().statusCode(403);
  }

  @Test
  void aTokenOfTheIssuerNeverAdministersTheRegistry() throws Exception {
    var token = keycloak.token("police-desk", "agency:read registry:administer");
    Api.as(token)
        .baseUri(service.url())
        .get("/v1/agencies")
        .then()
        .statusCode(200)
        .body("items.handle", hasItem("demo-police"));
    Api.sending(token, "{\"handle\":\"intruder\",\"name\":{\"en\":\"Intruder\"},\"kind\":\"ngo\"}")
        .baseUri(service.url())
        .post("/v1/agencies")
        .then()
        .statusCode(403);
  }

  @Test
  void withoutATokenNobodyEnters() {
    Api.anonymous().get(service.url() + "/v1/parties").then().statusCode(401);
  }

  @Test
  void theCredentialPrintedAtTheStartIsAcceptedBesideTokens() throws Exception {
    incidents(Api.as(printedBy(service))).statusCode(200);
  }

  @Test
  void aTamperedTokenIsRefused() throws Exception {
    var parts = keycloak.token("police-desk", "incident:read").split("\\.", -1);
    var signature = parts[2].toCharArray();
    signature[20] = signature[20] == 'A' ? 'B' : 'A';
    refused(parts[0] + "." + parts[1] + "." + new String(signature));
    refused(parts[0] + "." + withScope(parts[1], "agency:read") + "." + parts[2]);
    var none = encoded("{\"alg\":\"none\"}");
    refused(none + "." + parts[1] + ".");
    refused(none + "." + parts[1] + "." + parts[2]);
  }

  @Test
  void aTokenForAnotherAudienceIsRefused() throws Exception {
    refused(keycloak.token("another-service", "incident:read"));
  }

  @Test
  void aTokenThatNamesAnUnknownAgencyIsRefused() throws Exception {
    refused(keycloak.token("stranger-desk", "incident:read"));
  }

  @Test
  void withoutItsIssuerTheServiceStartsAndKnowsItsOwnCredentials(@TempDir Path own)
      throws Exception {
    try (var alone =
        start(own, "-Dquarkus.oidc.auth-server-url=http://127.0.0.1:" + closedPort())) {
      alone.awaitReady();
      var url = alone.url() + "/v1/incidents";
      Api.as(printedBy(alone)).get(url).then().statusCode(200);
      Api.as(keycloak.token("police-desk", "incident:read")).get(url).then().statusCode(503);
      alone.terminate();
    }
  }

  @Test
  void anIssuerWhoseAudienceIsNotCheckedStopsTheStart(@TempDir Path own) throws Exception {
    try (var unsafe =
        start(
            own,
            "-Dquarkus.oidc.auth-server-url=" + keycloak.realm(),
            "-Dquarkus.oidc.token.audience=any")) {
      assertEquals(1, unsafe.awaitEnd());
      assertTrue(unsafe.log().contains("quarkus.oidc.token.audience is refused"), unsafe.log());
    }
  }

  private static RunningService start(Path folder, String... options) throws IOException {
    var all = new ArrayList<>(List.of(options));
    all.add("-Dtnr.local.binaries-folder=" + System.getProperty("tnr.local.binaries-folder"));
    var jar = Path.of(System.getProperty("service.jar"));
    return RunningService.start(List.of(), jar, folder, all.toArray(String[]::new));
  }

  private static String printedBy(RunningService service) throws IOException {
    var printed = PRINTED.matcher(service.log());
    assertTrue(printed.find(), "no credential is printed");
    return printed.group(1);
  }

  private static void refused(String token) {
    incidents(Api.as(token)).statusCode(401).contentType("application/problem+json");
  }

  private static ValidatableResponse incidents(RequestSpecification request) {
    return request.baseUri(service.url()).get("/v1/incidents").then();
  }

  private static String withScope(String payload, String scope) {
    var claims = new String(Base64.getUrlDecoder().decode(payload), UTF_8);
    return encoded(claims.replace("\"incident:read\"", '"' + scope + '"'));
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
  }

  private static int closedPort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
