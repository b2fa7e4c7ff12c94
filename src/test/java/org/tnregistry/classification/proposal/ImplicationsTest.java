package org.tnregistry.classification.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tnregistry.definition.Definitions;
import org.tnregistry.definition.Element;
import org.tnregistry.shared.json.Pointers;
import org.tnregistry.shared.json.PublishedData;
import org.tnregistry.shared.json.StoredJson;
import org.tnregistry.taxonomy.Taxonomies;

class ImplicationsTest {
  private static final Definitions DEFINITIONS = new Definitions(new Taxonomies());
  private static final List<String> ELEMENTS =
      DEFINITIONS.elements().stream().map(Element::id).toList();

  /**
   * Each record with the element, the value and what it points at; nothing where nothing follows.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      nullValues = "nothing",
      textBlock =
          """
          {"attribution":{"level":"state-ordered"}}; state-nexus; "state-ordered"; /attribution/level
          {"attribution":{"level":"unknown"}}; state-nexus; nothing; nothing
          {}; state-nexus; nothing; nothing
          {"stateRoles":[{"role":"origin","state":"KZ"},{"role":"host","state":"BE"}]}; cross-border; ["target-abroad","undetermined"]; /stateRoles/0 /stateRoles/1
          {"stateRoles":[{"role":"origin","state":"KZ"},{"role":"host","state":"KZ"}]}; cross-border; nothing; nothing
          {"stateRoles":[{"role":"host","state":"BE"}]}; cross-border; nothing; nothing
          {"stateRoles":[{"role":"origin","state":"KZ"}],"acts":[{"id":"a1","place":{"country":"BE"}}]}; cross-border; ["act-abroad","undetermined"]; /stateRoles/0 /acts/0/place/country
          {"stateRoles":[{"role":"origin","state":"KZ"},{"role":"place-of-act","state":"BE"}]}; cross-border; ["act-abroad","undetermined"]; /stateRoles/0 /stateRoles/1
          {"stateRoles":[{"role":"origin","state":"KZ"}],"acts":[{"id":"a1"},{"id":"a2","place":{"country":"KZ"}}]}; cross-border; nothing; nothing
          {"stateRoles":[{"role":"origin","state":"KZ"}],"acts":[{"id":"a1","place":{"country":"KZ"}}],"targets":[{"protection":[{"status":"refugee","state":"BE"}]}]}; cross-border; ["target-abroad","effect-abroad","undetermined"]; /stateRoles/0 /targets/0/protection/0 /acts/0/place/country
          {"stateRoles":[{"role":"origin","state":"KZ"}],"targets":[{"protection":[{"status":"none","state":"BE"},{"status":"refugee"}]}]}; cross-border; nothing; nothing
          {"targets":[{"role":"direct","categories":["lawyer"]}]}; protected-target; "met"; /targets/0/categories
          {"targets":[{"role":"bystander","categories":["lawyer"]}]}; protected-target; nothing; nothing
          {"targets":[{"role":"direct","categories":["unknown","other"]}]}; protected-target; nothing; nothing
          {"targets":[{"role":"direct"}]}; protected-target; nothing; nothing
          {"acts":[{"tactic":"unknown"},{"tactic":"spyware"}]}; repressive-conduct; "met"; /acts/1/tactic
          {"acts":[{"tactic":"other"}]}; repressive-conduct; "met"; /acts/0/tactic
          {"acts":[{"tactic":"unknown"}]}; repressive-conduct; "undetermined"; nothing
          {}; repressive-conduct; "undetermined"; nothing
          {"findings":[{"holding":"abusive"}]}; purpose; nothing; nothing
          {"targets":[{"role":"direct","protection":[{"status":"refugee","state":"BE"}]}]}; own-national; nothing; nothing
          """)
  void anAnswerThatTheRecordImpliesIsProposedWithItsPlaces(
      String record, String element, String value, String pointers) {
    var proposed = Implications.of(StoredJson.parse(record), List.of(element));
    assertEquals(
        value == null ? List.of() : List.of(StoredJson.parse(value)),
        proposed.stream().map(ProposedAnswer::value).toList());
    assertEquals(
        pointers == null ? List.of() : List.of(pointers.split(" ", -1)),
        proposed.stream().flatMap(p -> p.pointers().stream()).toList());
  }

  @Test
  void thoseReachedThroughOthersAreNamedByCategoryAndRole() {
    var record =
        """
        {"targets":[{"role":"direct","categories":["lawyer","unknown"]},
          {"role":"proxy-victim","categories":["relative-or-associate","lawyer"]},
          {"role":"bystander","categories":["journalist"]}]}
        """;
    var proposed = Implications.of(StoredJson.parse(record), List.of("protected-target")).get(0);
    assertEquals(List.of("lawyer", "relative-or-associate"), proposed.categories());
    assertEquals(List.of("direct", "proxy-victim"), proposed.roles());
  }

  static Stream<String> referenceIncidents() {
    return PublishedData.read("/reference/index.json", JsonNode.class)
        .path("incidents")
        .valueStream()
        .map(JsonNode::asText);
  }

  /** Every proposal could be posted as it stands, and every pointer leads somewhere. */
  @ParameterizedTest
  @MethodSource("referenceIncidents")
  void whatTheReferenceSetImpliesAreAnswersThatTheirElementsTake(String file) {
    var record =
        PublishedData.read("/reference/incidents/" + file, JsonNode.class).path("document");
    var proposed = Implications.of(record, ELEMENTS);
    assertTrue(proposed.size() >= 2, proposed::toString);
    for (var answer : proposed) {
      var codes =
          answer.value().isArray()
              ? answer.value().valueStream().map(JsonNode::asText).toList()
              : List.of(answer.value().asText());
      DEFINITIONS.scale(answer.element()).orElseThrow().read(codes);
      answer.pointers().forEach(p -> assertTrue(Pointers.resolve(record, p).isPresent(), p));
    }
  }
}
