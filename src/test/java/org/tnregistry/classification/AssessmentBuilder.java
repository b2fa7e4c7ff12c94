package org.tnregistry.classification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.ValidatableResponse;
import java.util.function.Consumer;
import org.tnregistry.contract.Api;
import org.tnregistry.shared.json.StrictJson;

/** Assessments of tests: {@code anAssessment().under("common").answering(...)}. */
public final class AssessmentBuilder {
  private final ObjectNode json = StrictJson.mapper().createObjectNode();

  private AssessmentBuilder() {
    under("ohchr-2025");
    json.put("definitionVersion", "1.0");
    json.putArray("answers");
  }

  public static AssessmentBuilder anAssessment() {
    return new AssessmentBuilder();
  }

  /** Whose answers qualify under the definition of the OHCHR when some tactic is recorded. */
  public static AssessmentBuilder aQualifyingAssessment() {
    return anAssessment()
        .answering("state-nexus", "state-ordered")
        .answering("cross-border", "act-abroad", "target-abroad")
        .aimedAtALawyer()
        .answering("purpose", "silence");
  }

  public AssessmentBuilder under(String definition) {
    json.put("definition", definition);
    return this;
  }

  /** Several codes, or one to an element that takes a set, make a list. */
  public AssessmentBuilder answering(String element, String... codes) {
    var answer = json.withArrayProperty("answers").addObject().put("element", element);
    if (element.equals("cross-border") || element.equals("purpose")) {
      var value = answer.putArray("value");
      for (var code : codes) {
        value.add(code);
      }
    } else {
      answer.put("value", codes[0]);
    }
    answer.putObject("justification").put("en", "As the sources say.");
    answer.putArray("sources").add("s1");
    answer.put("basis", "own");
    return this;
  }

  private AssessmentBuilder aimedAtALawyer() {
    answering("protected-target", "met");
    return with(
        a -> {
          var answer = (ObjectNode) a.at("/answers/" + (a.path("answers").size() - 1));
          answer.putArray("categories").add("lawyer");
          answer.putArray("roles").add("direct");
        });
  }

  /** Any other change. */
  public AssessmentBuilder with(Consumer<ObjectNode> change) {
    change.accept(json);
    return this;
  }

  public JsonNode document() {
    return json;
  }

  public String json() {
    return json.toString();
  }

  public ValidatableResponse postedBy(String token, String record) {
    return Api.sending(token, json()).post(record + "/assessments").then();
  }

  /** The path of the assessment. */
  public String madeBy(String token, String record) {
    return postedBy(token, record).statusCode(201).extract().path("self");
  }
}
