package org.tnregistry.party;

import io.restassured.response.Response;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.Api;
import org.tnregistry.shared.json.StrictJson;

/** Persons of tests, and what is asked about them. */
public final class Persons {
  public static final String PURPOSE =
      "{\"purpose\":\"To warn them.\",\"legalBasis\":\"vital-interests\"}";

  private Persons() {}

  /** A person under the names, the first of which is the primary one. */
  public static String named(String... names) {
    var document = StrictJson.mapper().createObjectNode().put("kind", "person");
    var list = document.putObject("identity").putArray("names");
    for (var name : names) {
      list.addObject().put("text", name).put("kind", list.size() == 1 ? "primary" : "alias");
    }
    return document.toString();
  }

  /** The id of what the agency's first officer registers. */
  public static String registered(TestAgency agency, String document) {
    return Api.sending(agency.first(), document)
        .post("/v1/parties")
        .then()
        .statusCode(201)
        .extract()
        .path("registry.id");
  }

  public static Response identity(String token, String id) {
    return Api.sending(token, PURPOSE).post("/v1/parties/" + id + "/identity-readings");
  }

  public static Response erased(String token, String id) {
    return Api.sending(
            token, "{\"reason\":\"request-of-the-person\",\"text\":\"As was asked for.\"}")
        .post("/v1/parties/" + id + "/erasure");
  }
}
