package org.tnregistry.contract;

import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SwaggerUiTest {
  /** The page has its Authorize button from the security scheme of the contract it shows. */
  @Test
  void itShowsTheContract() {
    RestAssured.get("/q/swagger-ui/")
        .then()
        .statusCode(200)
        .contentType("text/html")
        .body(containsString("/q/openapi"));
    RestAssured.get("/q/openapi").then().body(containsString("scheme: bearer"));
  }
}
