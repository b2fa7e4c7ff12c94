package org.tnregistry.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tnregistry.contract.Refusal.assertRefused;
import static org.tnregistry.definition.DefinitionBuilder.aDefinition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.RawHttp;
import org.tnregistry.shared.json.MergePatch;
import org.tnregistry.shared.json.StoredJson;

/** Each breaks one thing in a definition that is published as it stands. */
@QuarkusTest
class AgencyDefinitionFaultsTest {
  @Inject AgencyFixture agencies;

  private TestAgency publisher;

  @BeforeEach
  void aPublisher() {
    publisher = agencies.agency();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      textBlock =
          """
          {"id":"ohchr-2025"}; invalid-format #/id
          {"id":"zq7-marker.working"}; invalid-format #/id
          {"id":null}; missing-member #/id
          {"title":{"en":" "}}; empty #/title/en
          {"title":{"zq7_marker":"x"}}; invalid-language-tag #/title
          {"jurisdiction":"Zq7Marker"}; unknown-country #/jurisdiction
          {"status":"registry-reference"}; unknown-code #/status
          {"status":"Zq7Marker"}; unknown-code #/status
          {"textKind":"Zq7Marker"}; unknown-code #/textKind
          {"date":"Zq7Marker"}; invalid-date #/date
          {"url":"javascript:Zq7Marker"}; invalid-format #/url
          {"version":"9.0"}; unknown-member #/version
          {"publishedBy":"ohchr"}; unknown-member #/publishedBy
          {"rule":null}; missing-member #/rule
          {"rule":"Zq7Marker"}; flawed-rule #/rule
          {"rule":{"element":"zq7marker","atLeast":"state-ordered"}}; flawed-rule #/rule/element
          {"rule":{"element":"state-nexus","atLeast":"zq7marker"}}; flawed-rule #/rule/atLeast
          {"rule":{"element":"state-nexus","atLeast":"state-prohibited"}}; flawed-rule #/rule
          """)
  void aDefinitionThatIsNoneIsRefusedWithItsPlace(String change, String fault) {
    var json = MergePatch.apply(document(), StoredJson.parse(change.strip()));
    if (change.contains("\"rule\":{")) {
      ((ObjectNode) json).set("rule", StoredJson.parse(change).path("rule"));
    }
    refused(json, fault);
  }

  @Test
  void aRuleThatCanNeverBeMetIsRefusedWithWhatClashes() {
    var json =
        StoredJson.parse(
            aDefinition(publisher, "working")
                .ruling(
                    """
                    {'all': [{'element': 'own-national', 'is': 'met'},
                      {'element': 'purpose', 'includesAny': ['silence']},
                      {'not': {'element': 'own-national', 'is': 'met'}}]}
                    """)
                .json());
    refused(json, "flawed-rule #/rule");
  }

  @Test
  void allFaultsOfARuleAreToldAtOnce() {
    var json =
        StoredJson.parse(
            aDefinition(publisher, "working")
                .with(d -> d.put("status", "none"))
                .ruling("{'any': [{}, {'not': {'element': 7, 'is': 'met'}}]}")
                .json());
    refused(
        json,
        "unknown-code #/status",
        "flawed-rule #/rule/any/0",
        "flawed-rule #/rule/any/1/not/element");
  }

  @Test
  void faultsOfFormAndOfMeaningAreToldTogether() {
    refused(
        StoredJson.parse(
            aDefinition(publisher, "working")
                .with(
                    d -> {
                      d.put("id", "mydef").put("status", "zzz").remove("date");
                      d.put("textKind", 7).putObject("note").put("en", "");
                    })
                .ruling("{'element': 'state-nexus', 'atLeast': 'zzz'}")
                .json()),
        "missing-member #/date",
        "wrong-type #/textKind",
        "empty #/note/en",
        "invalid-format #/id",
        "unknown-code #/status",
        "flawed-rule #/rule/atLeast");
  }

  @Test
  void aNewVersionThatBearsAnotherIdIsToldWithItsOtherFaults() {
    var first = aDefinition(publisher, "working");
    first.publishedBy(publisher.first()).statusCode(201);
    var next = aDefinition(publisher, "other").with(d -> d.put("status", "zzz")).json();
    var path = "/v1/definitions/" + first.id() + "/versions";
    assertRefused(
        RawHttp.post(publisher.first(), path, next),
        422,
        "invalid-document",
        "differs-from-path #/id",
        "unknown-code #/status");
  }

  @Test
  void aRuleLargerThanAnybodyReadsIsRefused() {
    var part = "{'element': 'own-national', 'is': 'met'}";
    refused(
        StoredJson.parse(
            aDefinition(publisher, "working")
                .ruling("{'all': [" + (part + ",").repeat(200) + part + "]}")
                .json()),
        "flawed-rule #/rule");
  }

  private JsonNode document() {
    return StoredJson.parse(aDefinition(publisher, "working").json());
  }

  private void refused(JsonNode definition, String... faults) {
    var refusal = RawHttp.post(publisher.first(), "/v1/definitions", definition.toString());
    assertRefused(refusal, 422, "invalid-document", faults);
    assertEquals(422, refusal.status());
  }
}
