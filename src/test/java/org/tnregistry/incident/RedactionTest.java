package org.tnregistry.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.tnregistry.incident.Redaction.Sight;
import org.tnregistry.shared.json.Pointers;

class RedactionTest {
  private static final int ITEMS = 4;

  @Example
  void aHiddenSourceGoesWithEveryMentionOfIt() {
    var document = withSources();
    mark(document, "/sources/0");
    var view = unmarked(document);
    assertEquals(List.of("s2", "s3"), texts(view.at("/sources"), "id"));
    assertEquals("[\"s2\"]", view.at("/acts/0/sources").toString());
    assertTrue(view.at("/stateRoles/0/sources").isMissingNode(), "an empty list is left out");
    assertFalse(view.toString().contains("s1"), view::toString);
  }

  @Example
  void aClaimGoesWithItsSourceAndWithWhatItIsAbout() {
    var document = withSources();
    mark(document, "/sources/0");
    claim(document, "by-hidden", "/period", "s1");
    claim(document, "about-hidden", "/sources/0/title", "s2");
    claim(document, "about-the-list", "/sources", "s2");
    claim(document, "about-all", "", "s2");
    claim(document, "about-handling", "/sources/0/handling", "s2");
    claim(document, "open", "/title/en", "s2");
    assertEquals(List.of("open"), texts(unmarked(document).at("/claims"), "id"));
  }

  @Example
  void theOtherClaimsPointWhereTheirItemsAreNow() {
    var document = withSources();
    mark(document, "/sources/0");
    claim(document, "c", "/sources/2/title", "s2");
    var view = unmarked(document);
    assertEquals("/sources/1/title", view.at("/claims/0/pointer").asText());
    assertEquals("s3", view.at("/sources/1/id").asText());
  }

  @Example
  void aClaimAboutAMentionOfWhatIsHiddenGoesAndTheOthersFollowTheirMention() {
    var document = withSources();
    ((ArrayNode) document.at("/acts/0/sources")).add("s3");
    mark(document, "/sources/0");
    claim(document, "about-the-mention", "/acts/0/sources/0", "s2");
    claim(document, "about-the-mentions", "/acts/0/sources", "s2");
    claim(document, "about-the-act", "/acts/0", "s2");
    claim(document, "about-a-claim", "/claims/0/value", "s2");
    claim(document, "open", "/acts/0/sources/1", "s2");
    var view = unmarked(document);
    assertEquals(List.of("open"), texts(view.at("/claims"), "id"));
    assertEquals("s2", view.at(view.at("/claims/0/pointer").asText()).asText());
  }

  @Example
  void aClaimAboutAPartyIsNotForWhoMayNotSeeParties() {
    var document = withSources();
    ((ObjectNode) document.at("/targets/0")).put("party", "p");
    claim(document, "c", "/targets/0/party", "s2");
    assertTrue(
        Redaction.view(document, new Sight(p -> true, l -> true, false)).path("claims").isEmpty());
    assertFalse(unmarked(document).path("claims").isEmpty());
  }

  @Example
  void aHiddenActorLeavesTheChainsItWasIn() {
    var document = (ObjectNode) anIncident().document();
    var actors = document.putArray("actors");
    actors.addObject().put("id", "a").put("kind", "company");
    actors
        .addObject()
        .put("id", "b")
        .put("kind", "bank")
        .putArray("actsFor")
        .addObject()
        .put("actor", "a");
    mark(document, "/actors/0");
    var view = unmarked(document);
    assertEquals(List.of("b"), texts(view.at("/actors"), "id"));
    assertTrue(view.at("/actors/0/actsFor").isMissingNode());
  }

  @Example
  void aHiddenNarrativeGoesWithItsMarking() {
    var document = (ObjectNode) anIncident().document();
    document.putObject("narrative").put("en", "x");
    document.putObject("narrativeHandling").put("marking", "TLP:RED");
    var view = unmarked(document);
    assertFalse(view.has("narrative") || view.has("narrativeHandling"));
    assertTrue(Redaction.view(document, Sight.of(part -> true)).has("narrative"));
  }

  @Example
  void readersLearnTheMarkingAndNotWhoElseSeesIt() {
    var document = (ObjectNode) anIncident().document();
    var handling = document.putObject("handling").put("marking", "TLP:AMBER");
    handling.putObject("audience").putArray("agencies").add("police");
    handling.putObject("barred").putArray("jurisdictions").add("KZ");
    assertEquals("{\"marking\":\"TLP:AMBER\"}", unmarked(document).get("handling").toString());
  }

  @Example
  void linksToUnseenRecordsAndPartiesOfNoConcernAreLeftOut() {
    var document = (ObjectNode) anIncident().document();
    var links = document.putArray("links");
    links.addObject().put("type", "related").put("incident", "seen");
    links.addObject().put("type", "related").put("incident", "unseen");
    ((ObjectNode) document.at("/targets/0")).put("party", "p");
    var view = Redaction.view(document, new Sight(p -> false, "seen"::equals, false));
    assertEquals(List.of("seen"), texts(view.at("/links"), "incident"));
    assertFalse(view.toString().contains("\"party\""));
  }

  @Example
  void theDocumentItselfStaysAsItIs() {
    var document = withSources();
    mark(document, "/sources/0");
    var before = document.deepCopy();
    unmarked(document);
    assertEquals(before, document);
  }

  /** Whatever is hidden: nothing of it is left, nothing leads nowhere, and all else is there. */
  @Property(tries = 300)
  void nothingLeadsToWhatIsHidden(
      @ForAll @Size(max = 16) Set<@IntRange(max = 15) Integer> marked,
      @ForAll @Size(max = 16) Set<@IntRange(max = 15) Integer> visible) {
    var document = crossReferenced();
    var hidden = new HashSet<String>();
    var shown = new HashSet<String>();
    var lists = List.of("sources", "actors", "targets", "proceedings");
    for (int i = 0; i < lists.size() * ITEMS; i++) {
      var list = lists.get(i / ITEMS);
      var pointer = "/" + list + "/" + i % ITEMS;
      if (marked.contains(i)) {
        mark(document, pointer);
        var id = document.at(pointer + "/id").asText();
        if (visible.contains(i)) {
          shown.add(list + "/" + id);
        } else {
          hidden.add(id);
        }
      }
    }
    var view = Redaction.view(document, new Sight(shown::contains, link -> true, true));
    for (var id : hidden) {
      assertFalse(view.toString().contains("\"" + id + "\""), () -> id + " in " + view);
    }
    for (var claim : view.path("claims")) {
      assertEquals(
          claim.get("value"), Pointers.resolve(view, claim.get("pointer").asText()).orElseThrow());
    }
    assertEquals(
        hidden.contains("sources1") ? 0 : 2 * (lists.size() * ITEMS - hidden.size()),
        view.path("claims").size());
    for (var list : lists) {
      assertEquals(
          ITEMS - hidden.stream().filter(id -> id.startsWith(list)).count(),
          view.path(list).size());
    }
    SharedState.bound(view.toString());
  }

  /**
   * Ids that say their list; everything refers to everything, and a claim is made of each and of
   * its mention.
   */
  private static ObjectNode crossReferenced() {
    var document = (ObjectNode) anIncident().document();
    var all = new ArrayList<String>();
    for (var list : List.of("sources", "actors", "targets", "proceedings")) {
      var items = document.putArray(list);
      for (int i = 0; i < ITEMS; i++) {
        items.addObject().put("id", list + i);
        all.add("/" + list + "/" + i);
      }
    }
    for (var actor : document.path("actors")) {
      var links = ((ObjectNode) actor).putArray("actsFor");
      for (int i = 0; i < ITEMS; i++) {
        ids(links.addObject().put("actor", "actors" + i), "sources", "sources");
      }
    }
    document.path("targets").forEach(t -> ids((ObjectNode) t, "standsFor", "targets"));
    document.path("proceedings").forEach(p -> ids((ObjectNode) p, "targets", "targets"));
    var act = (ObjectNode) document.at("/acts/0");
    for (var list : List.of("sources", "actors", "targets", "proceedings")) {
      ids(act, list, list);
    }
    ids(document.putArray("findings").addObject().put("id", "f"), "proceedings", "proceedings");
    for (var item : all) {
      for (var pointer : List.of(item + "/id", "/acts/0" + item)) {
        claim(document, "c" + document.path("claims").size(), pointer, "sources1");
        var claims = (ArrayNode) document.get("claims");
        ((ObjectNode) claims.get(claims.size() - 1)).set("value", document.at(pointer));
      }
    }
    return document;
  }

  private static void ids(ObjectNode node, String member, String list) {
    var ids = node.putArray(member);
    for (int i = 0; i < ITEMS; i++) {
      ids.add(list + i);
    }
  }

  private static ObjectNode withSources() {
    var document = (ObjectNode) anIncident().source("s2").source("s3").document();
    ((ObjectNode) document.at("/acts/0")).putArray("sources").add("s1").add("s2");
    ((ObjectNode) document.at("/stateRoles/0")).putArray("sources").add("s1");
    return document;
  }

  private static void mark(ObjectNode document, String pointer) {
    ((ObjectNode) document.at(pointer)).putObject("handling").put("marking", "TLP:RED");
  }

  private static void claim(ObjectNode document, String id, String pointer, String source) {
    document
        .withArrayProperty("claims")
        .addObject()
        .put("id", id)
        .put("pointer", pointer)
        .put("value", 1)
        .put("source", source);
  }

  private static JsonNode unmarked(JsonNode document) {
    return Redaction.view(document, Sight.ofUnmarkedParts());
  }

  private static List<String> texts(JsonNode items, String member) {
    var texts = new ArrayList<String>();
    items.forEach(i -> texts.add(i.path(member).asText()));
    return texts;
  }
}
