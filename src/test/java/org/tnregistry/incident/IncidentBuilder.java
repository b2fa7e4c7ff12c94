package org.tnregistry.incident;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.Api;
import org.tnregistry.shared.json.StrictJson;

/** Documents of tests that read like the domain: {@code anIncident().from("KZ").in("BE")}. */
public final class IncidentBuilder {
  private final ObjectNode document = StrictJson.mapper().createObjectNode();

  private IncidentBuilder() {
    document.putObject("title").put("en", "Test incident");
  }

  /** Complete enough to be submitted: one act, target, source and origin state. */
  public static IncidentBuilder anIncident() {
    return anEmptyDraft()
        .from("KZ")
        .in("BE")
        .target("t1", "direct")
        .act("a1", "spyware", "completed")
        .source("s1");
  }

  public static IncidentBuilder anEmptyDraft() {
    return new IncidentBuilder();
  }

  public IncidentBuilder titled(String language, String text) {
    document.withObjectProperty("title").put(language, text);
    return this;
  }

  public IncidentBuilder during(String period) {
    document.put("period", period);
    return this;
  }

  public IncidentBuilder from(String state) {
    return role("origin", state);
  }

  public IncidentBuilder in(String state) {
    return role("host", state);
  }

  public IncidentBuilder role(String role, String state) {
    list("stateRoles").addObject().put("role", role).put("state", state);
    return this;
  }

  public IncidentBuilder target(String id, String role) {
    list("targets")
        .addObject()
        .put("id", id)
        .put("role", role)
        .putArray("categories")
        .add("lawyer");
    return this;
  }

  public IncidentBuilder act(String id, String tactic, String completion) {
    list("acts").addObject().put("id", id).put("tactic", tactic).put("completion", completion);
    return this;
  }

  public IncidentBuilder source(String id) {
    list("sources").addObject().put("id", id).put("type", "ngo-report").put("title", "A report");
    return this;
  }

  public IncidentBuilder proceeding(String id, String type, String caseNumber) {
    var proceeding = list("proceedings").addObject().put("id", id).put("type", type);
    proceeding.putArray("caseNumbers").addObject().put("number", caseNumber);
    return this;
  }

  /** Shared with the agencies named. */
  public IncidentBuilder sharedWith(TestAgency... agencies) {
    return audience("TLP:AMBER+STRICT", "agencies", Stream.of(agencies).map(TestAgency::handle));
  }

  /** A part, such as /sources/1, that of all readers these alone see. */
  public IncidentBuilder partFor(String pointer, TestAgency... agencies) {
    var handling = ((ObjectNode) document.at(pointer)).putObject("handling");
    var audience = handling.put("marking", "TLP:RED").putObject("audience").putArray("agencies");
    Stream.of(agencies).map(TestAgency::handle).forEach(audience::add);
    return this;
  }

  /** Shared with a sharing group. */
  public IncidentBuilder sharedWithGroup(String group) {
    return audience("TLP:AMBER", "groups", Stream.of(group));
  }

  private IncidentBuilder audience(String marking, String kind, Stream<String> names) {
    var handling = document.putObject("handling").put("marking", marking);
    var audience = handling.putObject("audience").putArray(kind);
    names.forEach(audience::add);
    return this;
  }

  /** Any other change. */
  public IncidentBuilder with(Consumer<ObjectNode> change) {
    change.accept(document);
    return this;
  }

  public ArrayNode list(String name) {
    return document.withArrayProperty(name);
  }

  public JsonNode document() {
    return document;
  }

  public String json() {
    return document.toString();
  }

  /** Posted as a draft by the agency's first officer; the id. */
  public String postedBy(TestAgency agency) {
    return Api.sending(agency.first(), json())
        .post("/v1/incidents")
        .then()
        .statusCode(201)
        .extract()
        .path("registry.id");
  }

  /** Posted and submitted by the first officer, recorded by the second; the id. */
  public String recordedBy(TestAgency agency) {
    var id = postedBy(agency);
    step(agency.first(), id, "submitted").then().statusCode(200);
    step(agency.second(), id, "recorded").then().statusCode(200);
    return id;
  }

  public static Response step(String token, String id, String to) {
    return Api.sending(token, "{\"to\":\"" + to + "\",\"reason\":\"Test.\"}")
        .post("/v1/incidents/" + id + "/transitions");
  }
}
