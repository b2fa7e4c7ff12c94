package org.tnregistry.contract;

import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;

/** How tests speak to the registry: every answer is held against the contract. */
public final class Api {
  private Api() {}

  public static RequestSpecification anonymous() {
    return with(new ContractFilter());
  }

  /** For a test that breaks the registry on purpose: a 500 is what it wants to see. */
  public static RequestSpecification failing(String token, String json) {
    return with(new ContractFilter(true))
        .header("Authorization", "Bearer " + token)
        .contentType(ContentType.JSON)
        .body(json);
  }

  private static RequestSpecification with(ContractFilter contract) {
    // REST Assured would announce ISO-8859-1 for a merge patch, which the registry refuses.
    var utf8 = encoderConfig().defaultContentCharset(StandardCharsets.UTF_8);
    return given().config(RestAssured.config().encoderConfig(utf8)).filter(contract);
  }

  public static RequestSpecification as(String token) {
    return anonymous().header("Authorization", "Bearer " + token);
  }

  /** With a JSON body. */
  public static RequestSpecification sending(String token, String json) {
    return as(token).contentType(ContentType.JSON).body(json);
  }

  /** Changes a record by a merge patch that is accepted, whatever its tag. */
  public static void patched(String token, String path, String patch) {
    as(token)
        .contentType("application/merge-patch+json")
        .header("If-Match", "*")
        .body(patch)
        .patch(path)
        .then()
        .statusCode(200);
  }
}
