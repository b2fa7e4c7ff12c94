package org.tnregistry.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.ValidatableResponse;
import java.util.function.Consumer;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.Api;
import org.tnregistry.shared.json.StoredJson;

/** Definitions of agencies in tests: {@code aDefinition(agency, "own").ruling(...)}. */
public final class DefinitionBuilder {
  private final ObjectNode json;

  private DefinitionBuilder(String id) {
    json =
        (ObjectNode)
            StoredJson.parse(
                """
                {"title": {"en": "Working definition"}, "issuingBody": "Test agency",
                  "status": "working-definition", "statusNote": {"en": "Not law."},
                  "date": "2026-03", "text": {"en": "Ordered by a state."},
                  "textKind": "own-words", "citation": "Instruction 14",
                  "note": {"en": "As it says."}, "essence": {"en": "Ordered by a state."}}
                """);
    json.put("id", id);
    ruling("{'element': 'state-nexus', 'atLeast': 'state-ordered'}");
  }

  public static DefinitionBuilder aDefinition(TestAgency agency, String name) {
    return new DefinitionBuilder(agency.handle() + "." + name);
  }

  /** With single quotes for double ones. */
  public DefinitionBuilder ruling(String rule) {
    json.set("rule", StoredJson.parse(rule.replace('\'', '"')));
    return this;
  }

  public DefinitionBuilder with(Consumer<ObjectNode> change) {
    change.accept(json);
    return this;
  }

  public String json() {
    return json.toString();
  }

  public String id() {
    return json.path("id").asText();
  }

  public ValidatableResponse publishedBy(String token) {
    return Api.sending(token, json()).post("/v1/definitions").then();
  }

  public ValidatableResponse supersedingBy(String token) {
    return Api.sending(token, json()).post("/v1/definitions/" + id() + "/versions").then();
  }
}
