package org.tnregistry.party;

import io.restassured.response.Response;
import java.util.List;
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

  /** The changes of a party in the feed of whoever holds the token, once there are so many. */
  public static List<String> changes(String token, String id, int many)
      throws InterruptedException {
    for (int i = 0; i < 600; i++) {
      var answer = Api.as(token).get("/v1/changes?limit=200");
      List<String> told =
          answer.path(
              "items.findAll { it.party == '" + id + "' }.collect { it.change + ' ' + it.act }");
      if (told.size() >= many) {
        return told;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("the feed does not tell " + many + " changes of " + id);
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
