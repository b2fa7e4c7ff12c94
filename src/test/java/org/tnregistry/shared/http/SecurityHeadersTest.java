package org.tnregistry.shared.http;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tnregistry.contract.Api;
import org.tnregistry.contract.RawHttp;

@QuarkusTest
class SecurityHeadersTest {
  private static final Pattern RESOURCE = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/taxonomies",
        "/v1/incidents",
        "/v1/nothing",
        "/nothing",
        "/v1//incidents",
        "/v1/incidents;a=b",
        "/problems/not-found",
        "/.well-known/security.txt",
        "/q/health/live",
        "/q/openapi",
        "/q/swagger-ui/",
        "/q/swagger-ui/swagger-ui.css"
      })
  void everyAnswerIsClosedToBrowsersAndNamesNoServer(String path) {
    var answer = RawHttp.get("", path);
    assertEquals("nosniff", answer.header("X-Content-Type-Options").orElse(""), answer::head);
    assertEquals("no-referrer", answer.header("Referrer-Policy").orElse(""), path);
    assertEquals("same-origin", answer.header("Cross-Origin-Resource-Policy").orElse(""), path);
    var policy = answer.header("Content-Security-Policy").orElse("");
    assertTrue(policy.startsWith("default-src 'none';"), path + ": " + policy);
    assertTrue(policy.contains("frame-ancestors 'none'"), path + ": " + policy);
    assertEquals(path.startsWith("/q/swagger-ui"), policy.contains("script-src"), path);
    assertTrue(answer.header("Server").isEmpty(), answer::head);
    assertTrue(answer.header("Strict-Transport-Security").isEmpty(), answer::head);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/taxonomies",
        "/v1/definitions",
        "/v1/incidents",
        "/v1/schemas/case/1.0",
        "/v1/nothing",
        "/q/health/live",
        "/q/openapi?format=json"
      })
  void jsonIsNamedWithoutACharset(String path) {
    var type = String.valueOf(RestAssured.get(path).header("Content-Type"));
    assertTrue(type.matches("application/([a-z]+\\+)?json"), type);
  }

  @Test
  void transportSecurityIsDemandedInProductionOnly() {
    var header = "Strict-Transport-Security";
    assertEquals(
        "max-age=63072000; includeSubDomains", SecurityHeaders.of("/v1", true).get(header));
    assertFalse(SecurityHeaders.of("/v1", false).containsKey(header));
  }

  @Test
  void nothingBelowV1IsCachedUnlessItIsPublished() {
    Api.anonymous().get("/v1/nothing").then().header("Cache-Control", equalTo("no-store"));
    Api.anonymous().get("/v1/incidents").then().header("Cache-Control", equalTo("no-store"));
    Api.anonymous().get("/v1/taxonomies").then().header("Cache-Control", containsString("public"));
    RestAssured.get("/q/health/live").then().header("Pragma", nullValue());
  }

  /** Its policy allows what comes from here, and its page asks for nothing else. */
  @Test
  void swaggerUiWorksUnderItsPolicy() {
    var page = RawHttp.get("", "/q/swagger-ui/");
    assertEquals(200, page.status());
    var resources = RESOURCE.matcher(page.body());
    int found = 0;
    while (resources.find()) {
      var address = resources.group(1);
      assertFalse(address.contains("//"), address + " comes from elsewhere");
      found++;
    }
    assertTrue(found > 3, page.body());
    var policy = page.header("Content-Security-Policy").orElse("");
    assertTrue(policy.contains("script-src 'self' 'unsafe-inline'"), policy);
    assertTrue(policy.contains("connect-src 'self'"), policy);
  }
}
