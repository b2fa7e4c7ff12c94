package org.tnregistry.cases.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.tnregistry.cases.pattern.Members.id;
import static org.tnregistry.cases.pattern.Members.member;
import static org.tnregistry.cases.pattern.Members.pattern;
import static org.tnregistry.incident.IncidentBuilder.anEmptyDraft;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tnregistry.incident.IncidentBuilder;

class LineageTest {
  private static final String BANK = "bbbbbbbb-0000-4000-8000-000000000001";

  @Test
  void oneNumberTiesAnArrestARequestItsExecutionAndASuit() {
    var request =
        instrument("p1", "mutual-legal-assistance-request", "17-00", "2018-03-30")
            .with(d -> milestone(d, "partly-executed", "2019-10-01"));
    var lineages =
        pattern(
                member(1, request),
                member(2, instrument("p1", "criminal-investigation", "17 00", "2017-11-15")),
                member(3, instrument("p1", "civil-suit", "1700", "2020")),
                member(4, instrument("p1", "civil-suit", "9999", "2020")))
            .lineages();
    assertEquals(1, lineages.size());
    assertEquals("1700", lineages.get(0).caseNumber());
    assertEquals(List.of("1700"), lineages.get(0).caseNumbers());
    assertEquals(
        List.of(
            "domestic-proceeding proceedings/p1 strong",
            "request proceedings/p1 strong",
            "execution proceedings/p1/milestones/1 strong",
            "suit proceedings/p1 strong"),
        lineages.get(0).stages().stream()
            .map(s -> s.stage() + " " + s.rests().part() + " " + s.strength())
            .toList());
  }

  @Test
  void numbersThatOneInstrumentBearsLeadFromOneToTheNext() {
    var lineages =
        pattern(
                member(1, instrument("p1", "criminal-investigation", "2", "2017")),
                member(2, numbered(instrument("p1", "extradition-request", "2", "2018"), "1", "7")),
                member(3, instrument("p1", "civil-suit", "1", "2019")),
                member(4, instrument("p1", "civil-suit", "9", "2019")),
                member(5, instrument("p1", "civil-suit", "9", "2020")))
            .lineages();
    assertEquals(
        List.of(List.of("1", "2"), List.of("9")),
        lineages.stream().map(Lineage::caseNumbers).toList());
    assertEquals("1", lineages.get(0).caseNumber());
    assertEquals(List.of(1, 2, 3), Members.cited(lineages.get(0)));
    assertEquals(List.of(4, 5), Members.cited(lineages.get(1)));
  }

  @Test
  void anIncidentThatIsLinkedJoinsByTheLinkAndIsSaidToDoSo() {
    var lineage =
        pattern(
                member(1, instrument("p1", "criminal-investigation", "17", "2017")),
                member(2, instrument("p1", "extradition-request", "17", "2018")),
                member(
                    3,
                    link(
                        instrument("p1", "mutual-legal-assistance-request", "99", "2019"),
                        1,
                        "consequence-of")),
                member(
                    4, link(instrument("p1", "extradition-request", "98", "2020"), 1, "related")))
            .lineages()
            .get(0);
    assertEquals(List.of(1, 2, 3), Members.cited(lineage.stages()));
    var last = lineage.stages().get(2);
    assertEquals("incident-link stated", last.tie() + " " + last.strength());
    assertEquals(new Lineage.Through(id(1), "consequence-of", id(3), null), last.through());
  }

  @Test
  void anotherInstrumentOfTheSameIncidentJoinsAndWhatTheHostStateDoesNot() {
    var search =
        instrument("p1", "mutual-legal-assistance-request", "17", "2018")
            .in("BE")
            .proceeding("p2", "data-request", "x")
            .with(d -> ((ObjectNode) d.at("/proceedings/1")).put("requestingState", "KZ"))
            .proceeding("p3", "criminal-trial", "y")
            .proceeding("p4", "extradition-request", "z")
            .with(d -> ((ObjectNode) d.at("/proceedings/3")).put("requestingState", "BE"));
    var lineage =
        pattern(member(1, search), member(2, instrument("p1", "civil-suit", "17", "2019")))
            .lineages()
            .get(0);
    assertEquals(
        List.of(
            "proceedings/p1 shared-case-number",
            "proceedings/p1 shared-case-number",
            "proceedings/p2 same-incident"),
        lineage.stages().stream().map(s -> s.rests().part() + " " + s.tie()).toList());
  }

  @Test
  void whatTheSameActorUsesIsTiedWeaklyAndAStateTiesNothing() {
    var lineage =
        pattern(
                member(1, used(instrument("p1", "civil-suit", "17", "2016"), "bank", BANK)),
                member(2, instrument("p1", "extradition-request", "17", "2018")),
                member(3, used(instrument("p1", "extradition-request", "9", "2019"), "bank", BANK)),
                member(4, used(instrument("p1", "wanted-listing", "8", "2020"), "state", BANK)))
            .lineages()
            .get(0);
    assertEquals(List.of(1, 2, 3), Members.cited(lineage.stages()));
    var last = lineage.stages().get(2);
    assertEquals("shared-actor weak", last.tie() + " " + last.strength());
    assertEquals(new Lineage.Through(id(1), null, null, UUID.fromString(BANK)), last.through());
  }

  @Test
  void linksAloneMakeALineageWithoutANumber() {
    var lineages =
        pattern(
                member(1, instrument("p1", "extradition-request", "17", "2016")),
                member(
                    2,
                    link(instrument("p1", "asylum-revocation", "18", "2022"), 1, "consequence-of")),
                member(3, instrument("p1", "extradition-request", "19", "2016")))
            .lineages();
    assertEquals(1, lineages.size());
    assertNull(lineages.get(0).caseNumber());
    assertNull(lineages.get(0).caseNumbers());
    assertEquals(List.of(1, 2), Members.cited(lineages));
  }

  @Test
  void aLinkThatLeadsOutOfTheCaseIsNotCited() {
    assertEquals(
        List.of(),
        Members.cited(
            pattern(member(2, link(instrument("p1", "civil-suit", "1", "2019"), 9, "led-to")))
                .lineages()));
  }

  private static IncidentBuilder instrument(String id, String type, String number, String date) {
    return anEmptyDraft()
        .proceeding(id, type, number)
        .with(d -> ((ObjectNode) d.at("/proceedings/0")).put("requestingState", "KZ"))
        .with(d -> milestone(d, "requested", date));
  }

  private static IncidentBuilder numbered(IncidentBuilder incident, String... further) {
    var numbers = incident.document().at("/proceedings/0/caseNumbers");
    List.of(further).forEach(n -> ((ArrayNode) numbers).addObject().put("number", n));
    return incident;
  }

  private static void milestone(ObjectNode document, String type, String date) {
    ((ObjectNode) document.at("/proceedings/0"))
        .withArrayProperty("milestones")
        .addObject()
        .put("type", type)
        .put("date", date);
  }

  private static IncidentBuilder link(IncidentBuilder incident, int other, String type) {
    return incident.with(
        d ->
            d.putArray("links")
                .addObject()
                .put("type", type)
                .put("incident", id(other).toString()));
  }

  private static IncidentBuilder used(IncidentBuilder incident, String kind, String party) {
    return incident
        .act("a1", "slapp", "completed")
        .with(
            d -> {
              var actors = d.putArray("actors");
              actors.addObject().put("id", "x1").put("kind", kind).put("party", party);
              ((ObjectNode) d.at("/acts/0")).putArray("actors").add("x1");
              ((ObjectNode) d.at("/acts/0")).putArray("proceedings").add("p1");
            });
  }
}
