package org.tnregistry.cases.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tnregistry.cases.pattern.Members.id;
import static org.tnregistry.cases.pattern.Members.pattern;
import static org.tnregistry.incident.IncidentBuilder.anEmptyDraft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.tnregistry.incident.IncidentBuilder;
import org.tnregistry.shared.json.StrictJson;

/** What holds of the pattern of any case. */
class PatternPropertiesTest {
  private static final List<String> DATES = List.of("2013", "/2016-05", "2014-02-03/..", "2018~");
  private static final List<String> TACTICS =
      List.of("spyware", "abduction", "slapp", "smear-campaign", "unknown");
  private static final List<String> TYPES =
      List.of(
          "extradition-request",
          "mutual-legal-assistance-request",
          "criminal-investigation",
          "civil-suit",
          "un-procedure");
  private static final List<String> MILESTONES =
      List.of("requested", "refused", "partly-executed", "hearing-scheduled", "hearing-postponed");
  private static final List<String> LINKS = List.of("related", "led-to", "same-proceeding");
  private static final List<String> HOLDINGS =
      List.of("lawful", "abusive", "admissible", "inadmissible", "politically-motivated");

  @Property(tries = 100)
  void theOrderOfTheMembersChangesNothing(
      @ForAll("cases") List<CaseMember> members, @ForAll long seed) {
    var shuffled = new ArrayList<>(members);
    Collections.shuffle(shuffled, new Random(seed));
    assertEquals(pattern(members), pattern(shuffled));
  }

  @Property(tries = 100)
  void whatIsNotAMemberIsNotCited(
      @ForAll("cases") List<CaseMember> members, @ForAll @IntRange(max = 7) int place) {
    var rest = new ArrayList<>(members);
    if (place < rest.size()) {
      rest.remove(place);
    }
    var left = new HashSet<Integer>();
    rest.forEach(m -> left.addAll(Members.cited(m.incident())));
    assertTrue(left.containsAll(Members.cited(pattern(rest))));
  }

  @Property(tries = 100)
  void everyPartThatIsCitedStandsInItsIncident(@ForAll("cases") List<CaseMember> members) {
    var cited = new HashSet<Part>();
    collect(StrictJson.mapper().valueToTree(pattern(members)), cited);
    assertFalse(
        cited.isEmpty() && members.stream().anyMatch(m -> m.stands() && !m.acts().isEmpty()));
    for (var part : cited) {
      var member = members.stream().filter(m -> m.incident().equals(part.incident())).findFirst();
      JsonNode document = StrictJson.mapper().valueToTree(member.orElseThrow().document());
      var steps = part.part().split("/", -1);
      JsonNode found = StrictJson.mapper().missingNode();
      for (var item : document.path(steps[0])) {
        found = item.path("id").asText().equals(steps[1]) ? item : found;
      }
      if (steps.length == 4) {
        found = found.path(steps[2]).path(Integer.parseInt(steps[3]));
      }
      assertFalse(found.isMissingNode(), part.part());
    }
  }

  @Property(tries = 100)
  void everyLineageHoldsEachInstrumentOnceAndInOrder(@ForAll("cases") List<CaseMember> members) {
    for (var lineage : pattern(members).lineages()) {
      var seen = new HashSet<Part>();
      lineage.stages().forEach(s -> assertTrue(seen.add(s.rests()), () -> s + " twice"));
      var days = lineage.stages().stream().map(s -> s.earliest()).filter(d -> d != null).toList();
      assertEquals(days.stream().sorted().toList(), days);
      assertTrue(lineage.stages().size() > 1);
    }
  }

  private static void collect(JsonNode node, Set<Part> parts) {
    if (node.has("part")) {
      parts.add(
          new Part(UUID.fromString(node.get("incident").asText()), node.get("part").asText()));
    }
    node.forEach(child -> collect(child, parts));
  }

  @Provide
  Arbitrary<List<CaseMember>> cases() {
    return Arbitraries.longs()
        .map(PatternPropertiesTest::member)
        .list()
        .ofMaxSize(8)
        .uniqueElements(CaseMember::incident);
  }

  private static CaseMember member(long seed) {
    var random = new Random(seed);
    var incident = anEmptyDraft().from("KZ").in(pick(random, List.of("BE", "FR")));
    incident.with(d -> document(d, random, incident));
    return Members.member(
        1 + random.nextInt(9),
        random.nextInt(6) == 0 ? "withdrawn" : "recorded",
        random.nextBoolean(),
        incident);
  }

  private static void document(ObjectNode document, Random random, IncidentBuilder incident) {
    var actor = document.putArray("actors").addObject().put("id", "x1").put("kind", "bank");
    actor.put("party", id(0xf0 + random.nextInt(3)).toString().replaceFirst("^0", "b"));
    for (int i = 0; i < random.nextInt(4); i++) {
      incident.act("a" + i, pick(random, TACTICS), "completed");
      var act = (ObjectNode) document.at("/acts/" + i);
      act.putArray("actors").add("x1");
      act.putArray("proceedings").add("p" + random.nextInt(3));
      dated(act, "period", random);
    }
    for (int i = 0; i < random.nextInt(4); i++) {
      incident.proceeding("p" + i, pick(random, TYPES), "N" + random.nextInt(5));
      var proceeding = (ObjectNode) document.at("/proceedings/" + i);
      if (random.nextBoolean()) {
        proceeding.put("requestingState", pick(random, List.of("KZ", "UA", "BE")));
      }
      for (int k = 0; k < random.nextInt(4); k++) {
        dated(
            proceeding
                .withArrayProperty("milestones")
                .addObject()
                .put("type", pick(random, MILESTONES)),
            "date",
            random);
      }
    }
    for (int i = 0; i < random.nextInt(3); i++) {
      incident
          .list("links")
          .addObject()
          .put("type", pick(random, LINKS))
          .put("incident", id(1 + random.nextInt(12)).toString());
      var finding = incident.list("findings").addObject().put("id", "f" + i);
      finding.put("bodyKind", "court").putArray("held").add(pick(random, HOLDINGS));
      finding.putObject("body").put("en", "Body " + random.nextInt(3));
      dated(finding, "date", random);
      var response = incident.list("responses").addObject().put("id", "r" + i);
      dated(response.put("state", "BE").put("type", "none"), "date", random);
    }
  }

  private static void dated(ObjectNode part, String member, Random random) {
    if (random.nextInt(4) > 0) {
      part.put(member, pick(random, DATES));
    }
  }

  private static String pick(Random random, List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
