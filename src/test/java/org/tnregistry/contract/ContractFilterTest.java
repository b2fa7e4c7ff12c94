package org.tnregistry.contract;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.builder.ResponseBuilder;
import org.junit.jupiter.api.Test;

/** The filter sees made-up answers; no request is sent. */
class ContractFilterTest {
  private static final String AGENCIES = "/v1/agencies";
  private static final String AGENCY =
      """
      {"items":[{"id":"5a0c3b0e-3b0e-4b0e-8b0e-3b0e4b0e8b0e","handle":"a1","name":{"en":"A"},
        "kind":"ngo","createdAt":"2026-01-31T12:00:00Z"%s}]}
      """;
  private static final String PROBLEM =
      """
      {"type":"/problems/not-found","title":"None","status":404,"requestId":"12345678"%s}
      """;

  @Test
  void aDocumentedAnswerPasses() {
    assertDoesNotThrow(() -> get(AGENCIES, json(AGENCY.formatted(""))));
  }

  @Test
  void anUndocumentedStatusIsRefused() {
    refused(AGENCIES, json(AGENCY.formatted("")).setStatusCode(202), "undocumented status");
  }

  @Test
  void aFailureIsRefusedThoughItIsDocumented() {
    var problem = json(PROBLEM.formatted("")).setContentType("application/problem+json");
    refused(AGENCIES, problem.setStatusCode(500), "a fault of the registry");
  }

  @Test
  void anUndocumentedMediaTypeIsRefused() {
    refused(AGENCIES, json("id").setContentType("text/csv"), "undocumented media type text/csv");
  }

  @Test
  void anUnknownMemberIsRefused() {
    refused(AGENCIES, json(AGENCY.formatted(",\"secret\":1")), "secret");
  }

  @Test
  void anUnknownMemberOfAProblemIsRefused() {
    var problem =
        json(PROBLEM.formatted(",\"trace\":\"\""))
            .setContentType("application/problem+json")
            .setStatusCode(404);
    refused("/v1/agencies/1", problem, "trace");
  }

  @Test
  void anUnknownMemberOfARecordIsRefused() {
    refused(
        "/v1/parties/1",
        json("{\"kind\":\"person\",\"more\":1}").setHeader("ETag", "\"a\""),
        "more");
  }

  @Test
  void aMissingMemberIsRefused() {
    refused(AGENCIES, json("{}"), "items");
  }

  @Test
  void aWrongFormatIsRefused() {
    refused(AGENCIES, json(AGENCY.formatted("").replace("2026-01-31T12:00:00Z", "1")), "date-time");
  }

  @Test
  void aMissingHeaderIsRefused() {
    refused("/v1/taxonomies", json("{\"items\":[]}"), "without ETag");
  }

  @Test
  void aBodyWhereThereIsNoneIsRefused() {
    refused(
        "/v1/taxonomies",
        json("{}").setHeader("ETag", "\"a\"").setStatusCode(304),
        "undocumented body");
  }

  @Test
  void anUndocumentedPathIsRefused() {
    refused("/v1/nothing", json("{}"), "undocumented path");
  }

  @Test
  void anUnknownPathMayAnswerThatItIsUnknown() {
    var problem = json(PROBLEM.formatted("")).setContentType("application/problem+json");
    assertDoesNotThrow(() -> get("/v1/nothing", problem.setStatusCode(404)));
  }

  private static ResponseBuilder json(String body) {
    return new ResponseBuilder()
        .setStatusCode(200)
        .setHeader("X-Request-Id", "12345678")
        .setHeader("RateLimit-Policy", "\"default\";q=600;w=60")
        .setHeader("RateLimit", "\"default\";r=599;t=1")
        .setContentType("application/json")
        .setBody(body);
  }

  private static void refused(String path, ResponseBuilder answer, String reason) {
    var error = assertThrows(AssertionError.class, () -> get(path, answer));
    assertTrue(String.valueOf(error.getMessage()).contains(reason), error::getMessage);
  }

  private static void get(String path, ResponseBuilder answer) {
    given()
        .filter(new ContractFilter())
        .filter((request, expected, context) -> answer.build())
        .get("http://registry.invalid" + path);
  }
}
