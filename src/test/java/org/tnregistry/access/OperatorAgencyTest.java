package org.tnregistry.access;

import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.tnregistry.contract.Api;

/** How an operator gets in, and in again. */
@QuarkusTest
class OperatorAgencyTest {
  @Inject OperatorAgency operator;
  @Inject ViewerContext context;

  @Test
  void anotherHashInTheConfigurationLetsAnotherTokenIn() {
    for (int i = 0; i < 2; i++) {
      var token = Token.random();
      assertTrue(admitted(token));
      assertFalse(admitted(token), "once");
      Api.as(token)
          .get("/v1/agencies")
          .then()
          .statusCode(200)
          .body("items.handle", hasItem(OperatorAgency.HANDLE));
    }
  }

  @Test
  void aTokenThatWasRevokedStaysOut() {
    var token = Token.random();
    admitted(token);
    var agency =
        Api.as(token)
            .get("/v1/agencies")
            .<String>path("items.find { it.handle == '" + OperatorAgency.HANDLE + "' }.id");
    var credentials = "/v1/agencies/" + agency + "/credentials";
    var last = Api.as(token).get(credentials).<String>path("items[-1].id");
    Api.sending(token, "{\"reason\":\"Lost.\"}")
        .post(credentials + "/" + last + "/revocation")
        .then()
        .statusCode(200);
    assertFalse(admitted(token));
    assertEquals(401, Api.as(token).get("/v1/agencies").statusCode());
  }

  private boolean admitted(String token) {
    var hash = HexFormat.of().formatHex(Token.hash(token));
    return context.asSystem("administering", () -> operator.admit(hash));
  }
}
