package org.tnregistry.definition;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tnregistry.contract.Api;
import org.tnregistry.shared.date.Edtf;
import org.tnregistry.shared.json.PublishedData;
import org.tnregistry.taxonomy.Taxonomies;

@QuarkusTest
class DefinitionPublicationTest {
  private static final Set<String> VERDICTS =
      Set.of("qualifies", "does-not-qualify", "undetermined");

  @Inject Definitions definitions;
  @Inject Taxonomies taxonomies;

  @Test
  void everyDefinitionOfTheStandardIsReadByAnybody() {
    var listed =
        Api.anonymous()
            .get("/v1/definitions")
            .then()
            .statusCode(200)
            .extract()
            .<List<String>>path("items.findAll { it.publishedBy == null }.id");
    assertEquals(
        Set.of(
            "common",
            "us-hr4829-2025",
            "us-fbi",
            "uk-home-office-2025",
            "uk-jchr-2025",
            "g7-2025",
            "pace-2509-2023",
            "ep-2025-0258",
            "ohchr-2025"),
        Set.copyOf(listed));
    for (var id : listed) {
      Api.anonymous()
          .get("/v1/definitions/" + id + "/1.0")
          .then()
          .statusCode(200)
          .body("id", equalTo(id))
          .body("version", equalTo("1.0"));
    }
    Api.anonymous().get("/v1/definitions/common/9.9").then().statusCode(404);
  }

  @Test
  void theElementsAreThoseOfTheStandard() {
    Api.anonymous()
        .get("/v1/definitions")
        .then()
        .body(
            "elements.id",
            equalTo(
                List.of(
                    "state-nexus",
                    "cross-border",
                    "protected-target",
                    "repressive-conduct",
                    "purpose",
                    "unlawful-in-host-state",
                    "own-national")))
        .body(
            "elements.findAll { it.auxiliary }.id",
            equalTo(List.of("unlawful-in-host-state", "own-national")));
    for (var element : definitions.elements()) {
      assertTrue(element.labels().keySet().containsAll(Set.of("en", "fr", "ru")), element.id());
      assertTrue(taxonomies.current(element.scheme()).isPresent(), element.id());
    }
  }

  @Test
  void whoHoldsADefinitionIsToldThatItHasNotChanged() {
    for (var path : List.of("/v1/definitions", "/v1/definitions/common/1.0")) {
      var tag = Api.anonymous().get(path).header("ETag");
      Api.anonymous().header("If-None-Match", tag).get(path).then().statusCode(304);
      Api.anonymous().header("If-None-Match", "\"other\"").get(path).then().statusCode(200);
    }
  }

  @Test
  void everyDefinitionIsCitedAndSaysWhatItsTextIs() {
    for (var definition : definitions.all()) {
      assertFalse(definition.citation().isBlank(), definition.id());
      assertFalse(definition.text().getOrDefault("en", "").isBlank(), definition.id());
      assertTrue(
          Set.of("quotation", "own-words", "secondary-rendering").contains(definition.textKind()),
          definition.id());
      Edtf.parse(definition.date());
    }
    assertEquals("bill", definition("us-hr4829-2025").status());
  }

  @Test
  void everyRuleIsMadeOfKnownElementsAndAnswers() {
    for (var definition : definitions.all()) {
      var used = new TreeSet<String>();
      checkRule(definition.rule(), definition.id(), used);
      assertEquals(new TreeSet<>(definition.elements()), used, definition.id());
    }
  }

  private void checkRule(JsonNode rule, String where, Set<String> used) {
    for (var operator : List.of("all", "any")) {
      rule.path(operator).forEach(part -> checkRule(part, where, used));
    }
    if (rule.has("not")) {
      checkRule(rule.get("not"), where, used);
    }
    if (rule.has("element")) {
      var element = rule.get("element").asText();
      used.add(element);
      var codes = answersOf(element);
      assertEquals(2, rule.size(), where + " asks one thing of " + element);
      if (rule.has("includesAny")) {
        assertFalse(rule.get("includesAny").isEmpty(), where);
        rule.get("includesAny").forEach(c -> assertTrue(codes.contains(c.asText()), where + c));
      } else {
        var operator = rule.has("atLeast") ? "atLeast" : "is";
        var code = rule.path(operator).asText();
        assertTrue(codes.contains(code), where + " " + code);
        assertTrue(operator.equals("is") || rank(element, code), where + " " + code);
      }
    } else {
      assertEquals(1, rule.size(), where);
      assertTrue(rule.has("all") || rule.has("any") || rule.has("not"), where);
    }
  }

  @Test
  void goldenCasesAnswerTheElementsOfTheirDefinitionWithKnownAnswers() {
    for (var definition : definitions.all()) {
      var verdicts = new TreeSet<String>();
      for (var golden : goldenCases(definition)) {
        var where = definition.id() + ": " + golden.path("name").asText();
        verdicts.add(golden.path("verdict").asText());
        var answered = new HashSet<String>();
        for (var answer : golden.path("answers").properties()) {
          answered.add(answer.getKey());
          var given = new TreeSet<String>();
          if (answer.getValue().isArray()) {
            answer.getValue().forEach(a -> given.add(a.asText()));
          } else {
            given.add(answer.getValue().asText());
          }
          assertFalse(given.isEmpty(), where);
          assertTrue(answersOf(answer.getKey()).containsAll(given), where + given);
        }
        assertTrue(
            answered.containsAll(definition.elements())
                || !golden.path("verdict").asText().equals("qualifies"),
            where + " leaves open what qualifying takes");
      }
      assertEquals(new TreeSet<>(VERDICTS), verdicts, definition.id() + " shows every verdict");
    }
  }

  private static List<JsonNode> goldenCases(Definition definition) {
    return PublishedData.readList(
        "/definition/" + definition.id() + "/" + definition.version() + "/golden-cases.json",
        JsonNode.class);
  }

  private Definition definition(String id) {
    return definitions.find(id, "1.0").orElseThrow();
  }

  private Set<String> answersOf(String element) {
    var scheme =
        definitions.elements().stream()
            .filter(e -> e.id().equals(element))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no element " + element))
            .scheme();
    return Set.copyOf(taxonomies.codes(scheme).orElseThrow().codes());
  }

  private boolean rank(String element, String code) {
    return element.equals("state-nexus")
        && taxonomies
                .current("attribution-level")
                .flatMap(t -> t.concept(code))
                .orElseThrow()
                .rank()
            != null;
  }
}
