package org.tnregistry.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.Api;
import org.tnregistry.incident.document.IncidentDocument;
import org.tnregistry.shared.json.StrictJson;

/** A document in which every member of the standard is filled. */
@QuarkusTest
class IncidentRoundTripTest {
  @Inject AgencyFixture agencies;

  @Test
  void aDocumentWithEveryMemberComesBackAsItWasSent() throws Exception {
    var agency = small();
    var sent = everyMember(agency);
    var posted = Api.sending(agency.first(), sent.toString()).post("/v1/incidents");
    posted.then().statusCode(201);
    assertEquals(sent, document(posted.asString()));
    var id = posted.<String>path("registry.id");
    assertEquals(sent, document(Api.as(agency.first()).get("/v1/incidents/" + id).asString()));
    assertEquals(
        sent,
        document(Api.as(agency.first()).get("/v1/incidents/" + id + "/history/1").asString()));
  }

  @Test
  void theStepsOfTheLifeCycleLeaveTheDocumentAsItWasSent() throws Exception {
    var agency = small();
    var sent = everyMember(agency);
    var id =
        Api.sending(agency.first(), sent.toString())
            .post("/v1/incidents")
            .<String>path("registry.id");
    IncidentBuilder.step(agency.first(), id, "submitted").then().statusCode(200);
    var recorded = IncidentBuilder.step(agency.second(), id, "recorded");
    assertEquals(sent, document(recorded.asString()));
  }

  @Test
  void anEmptyPatchLeavesTheDocumentAsItWasSent() throws Exception {
    var agency = small();
    var sent = everyMember(agency);
    var id =
        Api.sending(agency.first(), sent.toString())
            .post("/v1/incidents")
            .<String>path("registry.id");
    var patched =
        Api.as(agency.first())
            .contentType("application/merge-patch+json; charset=UTF-8")
            .header("If-Match", "*")
            .body("{}")
            .patch("/v1/incidents/" + id);
    patched.then().statusCode(200);
    assertEquals(sent, document(patched.asString()));
  }

  /** Without this the other tests would say nothing of a member that is added to the standard. */
  @Test
  void theDocumentFillsEveryMemberOfEveryPart() throws Exception {
    var filled = new TreeSet<String>();
    var all = new TreeSet<String>();
    var document = everyMember(small());
    collect(StrictJson.mapper().treeToValue(document, IncidentDocument.class), filled, all);
    assertEquals(all, filled);
  }

  private static void collect(@Nullable Object value, Set<String> filled, Set<String> all)
      throws ReflectiveOperationException {
    if (value instanceof Collection<?> items) {
      for (var item : items) {
        collect(item, filled, all);
      }
    } else if (value instanceof Record part) {
      for (RecordComponent member : part.getClass().getRecordComponents()) {
        var name = part.getClass().getSimpleName() + "." + member.getName();
        var content = member.getAccessor().invoke(part);
        all.add(name);
        if (content != null) {
          filled.add(name);
          collect(content, filled, all);
        }
      }
    }
  }

  private JsonNode everyMember(TestAgency agency) throws IOException {
    try (var in = getClass().getResourceAsStream("/incident/every-member.json")) {
      var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      for (var name : Arrays.asList("@person", "@organisation")) {
        text = text.replace(name, party(agency, name.substring(1)));
      }
      return StrictJson.mapper()
          .readTree(
              text.replace("@incident", anIncident().postedBy(agency))
                  .replace("@handle", agency.handle())
                  .replace("@barred", agencies.agency().handle()));
    }
  }

  /** Of a jurisdiction of its own: what is recorded here is shared within it. */
  private TestAgency small() {
    return agencies.agency("law-enforcement", "SM");
  }

  private static String party(TestAgency agency, String kind) {
    return Api.sending(
            agency.first(),
            "{\"kind\":\""
                + kind
                + "\",\"identity\":{\"names\":[{\"text\":\"N\",\"kind\":\"primary\"}]}}")
        .post("/v1/parties")
        .then()
        .statusCode(201)
        .extract()
        .path("registry.id");
  }

  private static JsonNode document(String body) throws IOException {
    var node = (ObjectNode) StrictJson.mapper().readTree(body);
    node.remove("registry");
    return node;
  }
}
