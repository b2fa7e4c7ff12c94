package org.tnregistry.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tnregistry.access.AgencyFixture;

/** The examples of the contract are sent as they stand, and taken. */
@QuarkusTest
class ExamplesTest {
  private static final Contract CONTRACT = Contract.committed();

  @Inject AgencyFixture agencies;

  @Test
  void everyRequestBodyHasAnExample() {
    var without = new ArrayList<String>();
    for (var path : CONTRACT.document().path("paths")) {
      for (var operation : path) {
        for (var content : operation.at("/requestBody/content")) {
          if (!content.has("example") && !content.has("examples")) {
            without.add(operation.path("operationId").asText());
          }
        }
      }
    }
    assertEquals(List.of(), without);
  }

  @Test
  void theIncidentCanBePostedAmendedPatchedAndSubmitted() {
    var agency = agencies.agency();
    var incident = example("POST", "/v1/incidents");
    var posted = Api.sending(agency.first(), incident.toString()).post("/v1/incidents");
    posted.then().statusCode(201);
    var path = "/v1/incidents/" + posted.<String>path("registry.id");
    var amended =
        Api.sending(agency.first(), example("PUT", path).toString())
            .header("If-Match", posted.header("ETag"))
            .put(path);
    amended.then().statusCode(200);
    var patched =
        Api.as(agency.first())
            .contentType("application/merge-patch+json")
            .body(example("PATCH", path).toString())
            .header("If-Match", amended.header("ETag"))
            .patch(path);
    patched.then().statusCode(200);
    assertFalse(patched.asString().contains("verification"));
    Api.sending(agency.first(), example("POST", path + "/transitions").toString())
        .post(path + "/transitions")
        .then()
        .statusCode(200);
  }

  /** As README.md says. */
  @Test
  void theIncidentOfTheFirstStepsCanBePosted() throws IOException {
    var readme = Files.readString(Path.of("README.md"));
    var from = readme.indexOf("cat > incident.json");
    assertPosted(readme.substring(readme.indexOf('{', from), readme.indexOf("\nEOF", from)));
  }

  @Test
  void theIncidentsOfTheStandardsPageCanBePosted() throws IOException {
    var blocks =
        Pattern.compile("(?s)```json\n(\\{.*?)```")
            .matcher(Files.readString(Path.of("docs", "standard.md")));
    var posted = 0;
    while (blocks.find()) {
      assertPosted(blocks.group(1));
      posted++;
    }
    assertEquals(1, posted);
  }

  /** Everywhere the agency that posts is another; it gives numbers under its own handle only. */
  private void assertPosted(String incident) {
    var agency = agencies.agency();
    Api.sending(agency.first(), incident.replace("demo-police", agency.handle()))
        .post("/v1/incidents")
        .then()
        .statusCode(201);
  }

  @Test
  void thePartyCanBeRegisteredAndAmended() {
    var agency = agencies.agency();
    var party = example("POST", "/v1/parties").toString();
    var registered = Api.sending(agency.first(), party).post("/v1/parties");
    registered.then().statusCode(201);
    Api.sending(agency.first(), party)
        .header("If-Match", registered.header("ETag"))
        .put(registered.header("Location"))
        .then()
        .statusCode(200);
  }

  @Test
  void theAgencyCanBeRegisteredAndTheCredentialIssued() {
    var agency = agencies.agency();
    var operator =
        agencies.token(agency.id(), "operator", List.of("registry:administer", "agency:read"));
    var command = (ObjectNode) example("POST", "/v1/agencies");
    command.put("handle", "example-" + UUID.randomUUID().toString().substring(0, 8));
    var registered = Api.sending(operator, command.toString()).post("/v1/agencies");
    registered.then().statusCode(201);
    var credentials = "/v1/agencies/" + registered.path("id") + "/credentials";
    Api.sending(operator, example("POST", credentials).toString())
        .post(credentials)
        .then()
        .statusCode(201);
  }

  private static JsonNode example(String method, String path) {
    var content =
        CONTRACT.operation(method, path).orElseThrow().at("/requestBody/content").iterator().next();
    return content.has("example")
        ? content.get("example").deepCopy()
        : content.path("examples").iterator().next().path("value");
  }
}
