package org.tnregistry.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tnregistry.definition.rule.Answer;
import org.tnregistry.definition.rule.Verdict;
import org.tnregistry.shared.json.PublishedData;
import org.tnregistry.taxonomy.Taxonomies;

/** What each published definition says of the cases that are published with it. */
class GoldenCasesTest {
  private static final Definitions DEFINITIONS = new Definitions(new Taxonomies());

  static Stream<Arguments> cases() {
    return DEFINITIONS.all().stream()
        .flatMap(d -> cases(d).map(c -> Arguments.of(d.id(), c.path("name").asText(), d, c)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("cases")
  void theVerdictOfAPublishedCaseIsTheOnePublishedWithIt(
      String id, String name, Definition definition, JsonNode golden) {
    var ruling =
        DEFINITIONS
            .profile(id, definition.version())
            .orElseThrow()
            .judge(answers(golden.path("answers")));
    assertEquals(golden.path("verdict").asText(), ruling.verdict().code(), name);
  }

  static Stream<Definition> definitions() {
    return DEFINITIONS.all().stream();
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void everyDefinitionReachesEveryVerdictInItsCases(Definition definition) {
    assertEquals(
        Stream.of(Verdict.values()).map(Verdict::code).sorted().toList(),
        cases(definition).map(c -> c.path("verdict").asText()).distinct().sorted().toList());
  }

  private static Stream<JsonNode> cases(Definition definition) {
    return PublishedData.readList(
        "/definition/" + definition.id() + "/" + definition.version() + "/golden-cases.json",
        JsonNode.class)
        .stream();
  }

  private static Map<String, Answer> answers(JsonNode written) {
    var answers = new HashMap<String, Answer>();
    for (var answer : written.properties()) {
      var scale = DEFINITIONS.scale(answer.getKey()).orElseThrow();
      answers.put(answer.getKey(), scale.read(codes(answer.getValue())));
    }
    return answers;
  }

  private static List<String> codes(JsonNode answer) {
    return answer.isArray()
        ? StreamSupport.stream(answer.spliterator(), false).map(JsonNode::asText).toList()
        : List.of(answer.asText());
  }
}
