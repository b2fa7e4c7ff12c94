package org.tnregistry.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * Holds every answer against openapi/openapi.yaml: status, media type, body and headers. An answer
 * the contract does not describe fails the test that got it.
 */
public final class ContractFilter implements Filter {
  private static final Contract CONTRACT = Contract.committed();
  private static final String PROBLEM = "application/problem+json";

  /** Health, metrics and the contract itself: the platform's, not the registry's. */
  private static final String PLATFORM = "/q/";

  /** What HTTP itself answers where the contract has no operation. */
  private static final Set<Integer> WITHOUT_OPERATION = Set.of(400, 404, 405);

  /** A target or headers too long: the HTTP server answers, and nobody else hears of it. */
  private static final Set<Integer> BEFORE_THE_REGISTRY = Set.of(414, 431);

  private static final int FAILED = 500;

  private final boolean failureProvoked;

  ContractFilter() {
    this(false);
  }

  /**
   * @param failureProvoked whether the test breaks the registry on purpose
   */
  ContractFilter(boolean failureProvoked) {
    this.failureProvoked = failureProvoked;
  }

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification expected,
      FilterContext context) {
    var response = context.next(request, expected);
    var path = URI.create(request.getURI()).getRawPath();
    if (!failureProvoked) {
      assertNotEquals(
          FAILED, response.statusCode(), path + ": described, and yet a fault of the registry");
    }
    if (!path.startsWith(PLATFORM)) {
      check(request.getMethod(), path, response);
    }
    return response;
  }

  private static void check(String method, String path, Response response) {
    var at = method + " " + path + " answered " + response.statusCode() + ": ";
    if (BEFORE_THE_REGISTRY.contains(response.statusCode())) {
      assertEquals("", response.asString(), at + "not of the HTTP server");
      return;
    }
    if (method.equals("OPTIONS") && response.statusCode() == 204) {
      assertNotNull(response.header("Allow"), at + "without Allow");
      return;
    }
    var operation = CONTRACT.operation(method.equals("HEAD") ? "GET" : method, path);
    if (operation.isEmpty()) {
      assertTrue(
          WITHOUT_OPERATION.contains(response.statusCode()), at + "undocumented path or method");
      checkProblem(at, response);
      return;
    }
    var status = operation.get().path("responses").get(String.valueOf(response.statusCode()));
    assertNotNull(status, at + "undocumented status");
    var documented = CONTRACT.resolved(status);
    checkHeaders(at, documented.path("headers"), response);
    if (!method.equals("HEAD")) {
      checkBody(at, documented.path("content"), response);
    }
  }

  private static void checkHeaders(String at, JsonNode headers, Response response) {
    for (var header : headers.properties()) {
      if (CONTRACT.resolved(header.getValue()).path("required").asBoolean()) {
        assertNotNull(response.header(header.getKey()), at + "without " + header.getKey());
      }
    }
  }

  private static void checkBody(String at, JsonNode content, Response response) {
    if (content.isEmpty()) {
      assertEquals("", response.asString(), at + "undocumented body");
      return;
    }
    var type = mediaType(response);
    assertTrue(content.has(type), at + "undocumented media type " + type);
    if (type.equals("application/json") || type.endsWith("+json")) {
      var faults = CONTRACT.faults(content.get(type).path("schema"), response.asString());
      assertEquals(List.of(), faults, at + response.asString());
    }
  }

  private static void checkProblem(String at, Response response) {
    assertEquals(PROBLEM, mediaType(response), at + "no problem");
    assertEquals(
        List.of(), CONTRACT.faults(CONTRACT.component("Problem"), response.asString()), at);
  }

  private static String mediaType(Response response) {
    return String.valueOf(response.contentType()).replaceFirst(";.*", "");
  }
}
