package org.tnregistry.shared.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tnregistry.contract.Refusal.MARKER;
import static org.tnregistry.contract.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.contract.RawHttp;

@QuarkusTest
class RequestGuardTest {
  private static final String LIST = "/v1/incidents";

  @Inject AgencyFixture agencies;

  private String token;

  @BeforeEach
  void somebodyIsThere() {
    token = agencies.agency().first();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/incidents;" + MARKER + "=1",
        "/v1/incidents/%3b" + MARKER,
        "/v1/incidents/%3B",
        "/v1/incidents%2f" + MARKER,
        "/v1/incidents%2F",
        "/v1/incidents%5C",
        "/v1//incidents",
        "//v1/incidents",
        "/v1/./incidents",
        "/v1/../v1/incidents",
        "/v1/%2e%2e/v1/incidents",
        "/v1/.%2E/incidents",
        "/v1/incidents/..",
        "/v1/incidents/%00",
        "/v1/incidents/%0d%0a" + MARKER,
        "/v1/incidents/%7f",
        "/v1/incidents/%252f",
        "/v1/incidents?q=%00" + MARKER,
        "/v1/incidents?state=BE;limit=1",
        "/v1/incidents/\u00e9",
        "http://" + MARKER + "/v1/incidents"
      })
  void targetsThatParsersReadDifferentlyAreRefused(String target) {
    assertRefused(RawHttp.get(token, target), 400, "refused-path");
    assertRefused(RawHttp.get("", target), 400, "refused-path");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/incidents/%",
        "/v1/incidents\\" + MARKER,
        "/v1/incidents/%zz",
        "/v1/incidents?%zz",
        "/v1/incidents?q=%",
        "/v1/incidents?q=\"" + MARKER,
        "/v1/incidents?q=<",
        "/v1/incidents?q=>",
        "/v1/incidents?q=^",
        "/v1/incidents?q=`",
        "/v1/incidents?q={",
        "/v1/incidents?q=|",
        "/v1/incidents?q=}",
        "/v1/incidents?q=\u0001"
      })
  void whatIsNoUriIsAnsweredByTheHttpServerAlone(String target) {
    assertOfTheHttpServer(400, RawHttp.get(token, target));
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "*"})
  void whatIsNoPathIsAnsweredByTheHttpServerAlone(String target) {
    assertOfTheHttpServer(404, RawHttp.get(token, target));
  }

  /** As docs/problems/refused-path.md says. */
  private static void assertOfTheHttpServer(int status, RawHttp.Answer answer) {
    assertEquals(status, answer.status(), answer::head);
    assertEquals("", answer.body());
    assertTrue(answer.header("X-Request-Id").isEmpty(), answer::head);
    assertTrue(answer.header("Content-Security-Policy").isEmpty(), answer::head);
  }

  @Test
  void twoHundredParametersAreEnough() {
    var known = "state=BE";
    assertRefused(
        RawHttp.get(token, LIST + "?" + (known + "&").repeat(200) + known), 400, "refused-path");
    assertRefused(
        RawHttp.get(token, LIST + "?" + (known + "&").repeat(199) + known),
        400,
        "invalid-parameter",
        "unknown-country state");
    assertEquals(200, RawHttp.get(token, LIST + "?" + (known + "&").repeat(49) + known).status());
  }

  @Test
  void longTargetsAreRefused() {
    assertRefused(RawHttp.get(token, LIST + "/" + "a".repeat(8_200)), 400, "refused-path");
    assertOfTheHttpServer(414, RawHttp.get(token, LIST + "?q=" + "a".repeat(20_000)));
  }

  @Test
  void hugeHeadersAreRefused() {
    assertOfTheHttpServer(431, RawHttp.get(token, LIST, "X-Long: " + "a".repeat(20_000)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"X-Any: \u00e9\u00ff", "Accept-Language: \u00e9", "If-None-Match: \u00e9"})
  void valuesBeyondAsciiInHeadersDoNoHarm(String header) {
    assertEquals(200, RawHttp.get(token, LIST, header).status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        MARKER + "!",
        "short",
        "a b c d e f g",
        "\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9"
      })
  void anIllFormedRequestIdIsReplaced(String id) {
    var answer = RawHttp.get(token, LIST, "X-Request-Id: " + id);
    assertEquals(36, answer.header("X-Request-Id").orElse("").length());
    assertFalse(answer.head().contains(MARKER));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DELETE|/v1/incidents|GET, HEAD, OPTIONS, POST",
        "TRACE|/v1/incidents|GET, HEAD, OPTIONS, POST",
        MARKER + "|/v1/incidents|GET, HEAD, OPTIONS, POST",
        "POST|/v1/incidents/11111111-1111-4111-8111-111111111111|GET, HEAD, OPTIONS, PATCH, PUT",
        "DELETE|/v1/parties|GET, HEAD, OPTIONS, POST",
        "PATCH|/v1/taxonomies|GET, HEAD, OPTIONS",
        "GET|/v1/incidents/11111111-1111-4111-8111-111111111111/transitions|OPTIONS, POST"
      })
  void anUnknownMethodIsToldTheKnownOnes(String method, String path, String allow) {
    var answer = RawHttp.request(method, path, token);
    assertRefused(answer, 405, "method-not-allowed");
    assertEquals(allow, answer.header("Allow").orElse(""));
    var options = RawHttp.request("OPTIONS", path, "");
    assertEquals(204, options.status());
    assertEquals(allow, options.header("Allow").orElse(""));
    assertEquals(allow.contains("PATCH"), options.header("Accept-Patch").isPresent());
  }

  @Test
  void headIsGetWithoutItsBody() {
    var get = RawHttp.get(token, LIST);
    var head = RawHttp.request("HEAD", LIST, token);
    assertEquals(200, head.status());
    assertEquals("", head.body());
    assertEquals(get.header("Content-Type"), head.header("Content-Type"));
    assertEquals(401, RawHttp.request("HEAD", "/v1/parties", "").status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/xml",
        MARKER,
        "a/b;;",
        "application/json;q=0",
        "image/png;q=1, text/html;q=0.5"
      })
  void whatCannotBeProducedIsNotAcceptable(String accept) {
    assertRefused(RawHttp.get(token, LIST, "Accept: " + accept), 406, "not-acceptable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "*/*", "application/*", "text/csv;q=0, application/json;q=0.1"})
  void whatCanBeProducedIs(String accept) {
    var answer = RawHttp.get(token, LIST, "Accept: " + accept);
    assertEquals(200, answer.status());
    assertEquals("application/json", answer.header("Content-Type").orElse(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/" + MARKER,
        "/v1/" + MARKER,
        "/v1/incidents/" + MARKER,
        "/v1/incidents/%ff",
        "/v1/incidents/11111111-1111-4111-8111-111111111111",
        "/v1/incidents/11111111-1111-4111-8111-111111111111/history/" + MARKER,
        "/v1/incidents/11111111-1111-4111-8111-111111111111/history/99999999999",
        "/v1/parties/" + MARKER,
        "/v1/agencies/" + MARKER,
        "/v1/taxonomies/" + MARKER,
        "/v1/definitions/" + MARKER,
        "/problems/" + MARKER
      })
  void whatIsNotThereIsNotFound(String path) {
    assertRefused(RawHttp.get(token, path), 404, "not-found");
  }
}
