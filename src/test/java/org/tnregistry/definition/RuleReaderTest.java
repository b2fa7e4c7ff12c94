package org.tnregistry.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tnregistry.definition.rule.Answer.Finding;
import org.tnregistry.definition.rule.FlawedRuleException;
import org.tnregistry.definition.rule.Profile;
import org.tnregistry.definition.rule.Rule.All;
import org.tnregistry.definition.rule.Rule.Any;
import org.tnregistry.definition.rule.Rule.AtLeast;
import org.tnregistry.definition.rule.Rule.IncludesAny;
import org.tnregistry.definition.rule.Rule.Is;
import org.tnregistry.definition.rule.Rule.Not;
import org.tnregistry.definition.rule.Scale;
import org.tnregistry.shared.json.StoredJson;
import org.tnregistry.shared.json.StrictJson;
import org.tnregistry.taxonomy.Taxonomies;

class RuleReaderTest {
  private static final Definitions DEFINITIONS = new Definitions(new Taxonomies());
  private static final Map<String, Scale> SCALES =
      ElementScales.of(DEFINITIONS.elements(), new Taxonomies());

  @Test
  void aRuleIsReadAsItIsWritten() {
    assertEquals(
        new All(
            List.of(
                new AtLeast("state-nexus", "state-ordered"),
                new Any(
                    List.of(
                        new IncludesAny("purpose", List.of("silence", "deter")),
                        new Not(new Is("own-national", Finding.NOT_MET)))))),
        RuleReader.read(
            json(
                """
                {'all': [
                  {'element': 'state-nexus', 'atLeast': 'state-ordered'},
                  {'any': [
                    {'element': 'purpose', 'includesAny': ['silence', 'deter']},
                    {'not': {'element': 'own-national', 'is': 'not-met'}}]}]}
                """)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {'all': [1]}                                                  | /rule/all/0
          {'all': []}                                                   | /rule
          {'all': {}}                                                   | /rule/all
          {'all': [], 'any': []}                                        | /rule
          {'none': []}                                                  | /rule
          {'not': []}                                                   | /rule/not
          {'element': 'purpose'}                                        | /rule
          {'element': 'purpose', 'all': []}                             | /rule
          {'element': 7, 'is': 'met'}                                   | /rule/element
          {'element': 'weather', 'is': 'met'}                           | /rule/element
          {'element': 'purpose', 'is': 'met'}                           | /rule/is
          {'element': 'own-national', 'is': 'undetermined'}             | /rule/is
          {'element': 'own-national', 'is': true}                       | /rule/is
          {'element': 'purpose', 'includesAny': 'silence'}              | /rule/includesAny
          {'element': 'purpose', 'includesAny': []}                     | /rule/includesAny
          {'element': 'purpose', 'includesAny': ['silence', 1]}         | /rule/includesAny/1
          {'element': 'purpose', 'includesAny': ['silence', 'none']}    | /rule/includesAny/1
          {'element': 'purpose', 'includesAny': ['undetermined']}       | /rule/includesAny/0
          {'element': 'state-nexus', 'atLeast': 'unknown'}              | /rule/atLeast
          {'element': 'state-nexus', 'atLeast': ['state-ordered']}      | /rule/atLeast
          {'not': {'element': 'state-nexus', 'atLeast': 'state-prohibited'}} | /rule/not
          """)
  void aDefinitionWithAFlawedRuleIsRefusedWithThePlace(String rule, String pointer) {
    assertEquals(List.of(pointer), pointers(withRule(rule, List.of("purpose"))));
  }

  @Test
  void everyPlaceThatCannotBeReadIsNamedAtOnce() {
    assertEquals(
        List.of("/rule/any/0", "/rule/any/1/includesAny/0", "/rule/any/2/not/element"),
        pointers(
            withRule(
                """
                {'any': [
                  {},
                  {'element': 'purpose', 'includesAny': [null, 'deter']},
                  {'not': {'element': {}, 'is': 'met'}}]}
                """,
                List.of())));
  }

  @Test
  void aDefinitionNamesTheElementsThatItsRuleAsks() {
    var rule = "{'element': 'purpose', 'includesAny': ['deter']}";
    assertEquals(List.of("purpose"), profile(withRule(rule, List.of("purpose"))).elements());
    for (var others : List.of(List.<String>of(), List.of("purpose", "own-national"))) {
      assertEquals(List.of("/elements"), pointers(withRule(rule, others)));
    }
  }

  private static List<String> pointers(Definition definition) {
    return assertThrows(FlawedRuleException.class, () -> profile(definition)).flaws().stream()
        .map(flaw -> flaw.pointer())
        .toList();
  }

  private static Profile profile(Definition definition) {
    return RuleReader.profile(definition, SCALES);
  }

  private static Definition withRule(String rule, List<String> elements) {
    ObjectNode published =
        StrictJson.mapper().valueToTree(DEFINITIONS.find("common", "1.0").orElseThrow());
    published.set("rule", json(rule));
    published.set("elements", StrictJson.mapper().valueToTree(elements));
    return StrictJson.mapper().convertValue(published, Definition.class);
  }

  private static JsonNode json(String text) {
    return StoredJson.parse(text.replace('\'', '"'));
  }
}
