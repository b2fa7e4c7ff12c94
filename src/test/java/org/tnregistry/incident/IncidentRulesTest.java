package org.tnregistry.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.tnregistry.incident.IncidentBuilder.anEmptyDraft;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tnregistry.shared.json.StoredJson;

class IncidentRulesTest {
  @Test
  void aWholeIncidentHasNoFault() {
    assertEquals(List.of(), faults(d -> {}));
  }

  @Test
  void everyActorOfACircleIsToldAndNobodyElse() {
    assertEquals(
        List.of("actor-cycle #/actors/1/actsFor", "actor-cycle #/actors/2/actsFor"),
        faults(
            d -> {
              actor(d, "outside", "a");
              actor(d, "a", "b");
              actor(d, "b", "a");
              actor(d, "c");
            }));
  }

  @Test
  void anActorThatActsForItselfIsACircle() {
    assertEquals(List.of("actor-cycle #/actors/0/actsFor"), faults(d -> actor(d, "a", "a")));
  }

  @Test
  void twoWaysToTheSameEndAreNoCircle() {
    assertEquals(
        List.of(),
        faults(
            d -> {
              actor(d, "a", "b", "c");
              actor(d, "b", "d");
              actor(d, "c", "d");
              actor(d, "d");
            }));
  }

  @Test
  void aFindingNamesProceedingsOfTheDocument() {
    assertEquals(
        List.of("unknown-proceeding #/findings/0/proceedings/1"),
        faults(
            d -> {
              d.putArray("proceedings").addObject().put("id", "p1");
              d.putArray("findings").addObject().putArray("proceedings").add("p1").add("p2");
            }));
  }

  @Test
  void theFreeValueOfAClaimIsNoPartOfTheDocument() {
    assertEquals(
        List.of(),
        faults(
            d ->
                d.putArray("claims")
                    .addObject()
                    .put("pointer", "/title/en")
                    .put("source", "s1")
                    .putObject("value")
                    .putArray("sources")
                    .add("s9")));
  }

  @Test
  void whatIsMissingBeforeSubmissionIsToldAtOnce() {
    assertEquals(
        List.of(
            "incomplete #/stateRoles",
            "incomplete #/targets",
            "incomplete #/acts",
            "incomplete #/sources"),
        IncidentRules.incompleteness(anEmptyDraft().in("BE").document()).stream()
            .map(f -> f.code() + " " + f.pointer())
            .toList());
    assertEquals(List.of(), IncidentRules.incompleteness(anIncident().document()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "3",
        "{\"actors\":3,\"claims\":{},\"targets\":[null],\"acts\":[[]],\"sources\":\"x\"}",
        "{\"actors\":[{\"id\":{},\"actsFor\":[{\"actor\":[]},3]}]}",
        "{\"claims\":[{\"pointer\":\"~\",\"source\":3},{\"pointer\":\"\"},{\"pointer\":5}]}",
        "{\"targets\":[{\"role\":[],\"standsFor\":\"x\"}]}"
      })
  void whatTheSchemaRefusesIsPassedOver(String document) {
    IncidentRules.check(StoredJson.parse(document));
  }

  @Test
  void theLongestListsCostLittle() {
    var document = anEmptyDraft();
    for (int i = 0; i < 500; i++) {
      var links = new String[50];
      for (int k = 0; k < links.length; k++) {
        links[k] = "a" + (i + k + 1);
      }
      document.with(d -> {});
      actor((ObjectNode) document.document(), "a" + i, links);
    }
    assertTimeout(Duration.ofSeconds(20), () -> IncidentRules.check(document.document()));
  }

  @Test
  void listsThatAreTooLongCostNoMore() {
    var document = anEmptyDraft();
    for (int i = 0; i < 20_000; i++) {
      actor((ObjectNode) document.document(), "a" + i, "a" + (i + 1));
    }
    assertTimeout(Duration.ofSeconds(5), () -> IncidentRules.check(document.document()));
  }

  private static List<String> faults(Consumer<ObjectNode> change) {
    JsonNode document = anIncident().with(change).document();
    return IncidentRules.check(document).stream().map(f -> f.code() + " " + f.pointer()).toList();
  }

  private static void actor(ObjectNode document, String id, String... actsFor) {
    var actor = document.withArrayProperty("actors").addObject().put("id", id);
    for (var next : actsFor) {
      actor.withArrayProperty("actsFor").addObject().put("actor", next);
    }
  }
}
