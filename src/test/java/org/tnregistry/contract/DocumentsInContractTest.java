package org.tnregistry.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A document is described twice, in the contract and as the JSON Schema that checks it. */
@QuarkusTest
class DocumentsInContractTest {
  private static final Contract CONTRACT = Contract.committed();

  @ParameterizedTest
  @CsvSource({"/v1/schemas/incident/1.0, IncidentDocument", "/v1/schemas/party/1.0, PartyDocument"})
  void contractAndSchemaHaveTheSameMembers(String path, String component) throws IOException {
    var schema = new ObjectMapper().readTree(Api.anonymous().get(path).then().extract().asString());
    var described = members(CONTRACT.document(), CONTRACT.component(component));
    assertTrue(described.size() > 5, described::toString);
    assertEquals(members(schema, schema), described);
  }

  /** Every member at any depth, with its type and whether it is required. */
  private static Map<String, String> members(JsonNode document, JsonNode schema) {
    var members = new TreeMap<String, String>();
    collect(document, schema, "", members);
    return members;
  }

  private static void collect(
      JsonNode document, JsonNode schema, String at, Map<String, String> into) {
    for (var member : schema.path("properties").properties()) {
      var path = at + "/" + member.getKey();
      var value = resolved(document, member.getValue());
      boolean required =
          schema.path("required").valueStream().anyMatch(r -> r.asText().equals(member.getKey()));
      into.put(path, value.path("type").asText("any") + (required ? ", required" : ""));
      collect(document, value, path, into);
      if (value.has("items")) {
        var items = resolved(document, value.get("items"));
        into.put(path + "/*", items.path("type").asText());
        collect(document, items, path + "/*", into);
      }
    }
  }

  private static JsonNode resolved(JsonNode document, JsonNode schema) {
    return schema.has("$ref") ? document.at(schema.get("$ref").asText().substring(1)) : schema;
  }
}
