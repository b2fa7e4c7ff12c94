package org.tnregistry.contract;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** How tests speak to the registry: every answer is held against the contract. */
public final class Api {
  private Api() {}

  public static RequestSpecification anonymous() {
    return given().urlEncodingEnabled(true);
  }

  public static RequestSpecification as(String token) {
    return anonymous().header("Authorization", "Bearer " + token);
  }

  /** With a JSON body. */
  public static RequestSpecification sending(String token, String json) {
    return as(token).contentType(ContentType.JSON).body(json);
  }
}
