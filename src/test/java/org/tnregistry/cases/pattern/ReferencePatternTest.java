package org.tnregistry.cases.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.access.DemoFixture;
import org.tnregistry.contract.Api;
import org.tnregistry.incident.reference.ReferenceIncidents;
import org.tnregistry.incident.reference.ReferenceSetAlone;
import org.tnregistry.shared.json.StoredJson;

/** The case of the lawyer in Belgium: every reference incident of which she is a target. */
@QuarkusTest
@TestProfile(ReferenceSetAlone.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReferencePatternTest {
  private static final String NUMBER = "170000131000012";

  @Inject ReferenceIncidents reference;
  @Inject DemoFixture demo;
  @Inject AgencyFixture agencies;
  @Inject CasePatterns patterns;

  /** Number of the incident by its id. */
  private final Map<UUID, String> numbers = new TreeMap<>();

  private TestAgency ngo = new TestAgency(new UUID(0, 0), "", "", "");
  private PatternView pattern = Members.pattern();

  @BeforeEach
  void loadOnce() {
    if (!numbers.isEmpty()) {
      return;
    }
    ngo = demo.ngo();
    reference.load();
    var first = items("/v1/incidents?externalId=REF-01").get(0).path("id").asText();
    var target = read("/v1/incidents/" + first).at("/targets/0/party").asText();
    for (var item : items("/v1/incidents?limit=200&target=" + target)) {
      var incident = read("/v1/incidents/" + item.path("id").asText());
      numbers.put(
          UUID.fromString(item.path("id").asText()), incident.at("/externalIds/0/id").asText());
    }
    var viewer = agencies.viewer(ngo, "reader");
    pattern = agencies.context().as(viewer, () -> patterns.of(numbers.keySet()));
  }

  @Test
  void theBankRecursInMostInstruments() {
    var bank = party("REF-04", "a1");
    var recurring =
        pattern.recurringActors().stream()
            .filter(a -> a.party().equals(bank))
            .findFirst()
            .orElseThrow();
    var incidents = new TreeSet<String>();
    recurring.appearances().forEach(a -> incidents.add(number(a.rests())));
    assertTrue(
        incidents.containsAll(List.of("REF-03", "REF-04", "REF-05", "REF-07", "REF-11", "REF-27")),
        incidents::toString);
    assertEquals(incidents.size(), recurring.incidents());
  }

  @Test
  void theCaseNumberLeadsFromTheArrestToBothRequestsAndTheSuit() {
    assertEquals(
        List.of(
            "suit civil-suit REF-04 proceedings/p1",
            "domestic-proceeding criminal-investigation REF-07 proceedings/p1",
            "request mutual-legal-assistance-request REF-08 proceedings/p1",
            "request extradition-request REF-09 proceedings/p1",
            "execution mutual-legal-assistance-request REF-08 proceedings/p1/milestones/2",
            "execution mutual-legal-assistance-request REF-08 proceedings/p1/milestones/3"),
        lineage().stages().stream()
            .filter(s -> s.tie().equals("shared-case-number"))
            .map(s -> s.stage() + " " + s.type() + " " + number(s.rests()) + " " + s.rests().part())
            .toList());
  }

  @Test
  void theRequestToLiechtensteinIsTiedByALinkAndNotByTheNumber() {
    var stage =
        lineage().stages().stream()
            .filter(s -> number(s.rests()).equals("REF-27"))
            .findFirst()
            .orElseThrow();
    assertEquals("incident-link", stage.tie());
    assertEquals("stated", stage.strength());
    var through = Objects.requireNonNull(stage.through());
    assertEquals("consequence-of", through.link());
    assertEquals("REF-07", numbers.get(through.incident()));
    assertEquals("REF-27", numbers.get(through.statedBy()));
  }

  @Test
  void whatOnlyTheBankTiesToTheCaseIsWeak() {
    var weak =
        lineage().stages().stream()
            .filter(s -> s.strength().equals("weak"))
            .map(s -> number(s.rests()) + " " + s.type() + " " + s.requestingState())
            .toList();
    assertEquals(
        List.of("REF-05 criminal-investigation UA", "REF-05 extradition-request UA"), weak);
  }

  @Test
  void twoExtraditionRequestsArePendingSinceTheirDays() {
    var today = LocalDate.now(ZoneOffset.UTC);
    var extraditions =
        pattern.openRequests().stream()
            .filter(r -> r.type().equals("extradition-request"))
            .toList();
    assertEquals(
        List.of("REF-05 UA BE 2016-11-03", "REF-09 KZ BE 2018-04-24"),
        extraditions.stream()
            .map(
                r ->
                    number(r.rests())
                        + " "
                        + r.requestingState()
                        + " "
                        + r.requestedState()
                        + " "
                        + r.openSince())
            .toList());
    assertEquals(
        ChronoUnit.DAYS.between(LocalDate.of(2016, 11, 3), today),
        extraditions.get(0).openForDays());
  }

  @Test
  void theTrialOfTheSurveillanceWasPostponedTwice() {
    var dates =
        pattern.hearings().stream().filter(h -> h.postponed() > 0).findFirst().orElseThrow();
    assertEquals("REF-03 2", number(dates.rests()) + " " + dates.postponed());
    assertEquals(
        List.of("proceedings/p2/milestones/2", "proceedings/p2/milestones/4"),
        dates.postponements().stream().map(Part::part).toList());
  }

  @Test
  void theBelgianProsecutorStandsAgainstTheCourtInLiechtenstein() {
    var purpose =
        pattern.divergence().questions().stream()
            .filter(q -> q.question().equals("political-purpose"))
            .findFirst()
            .orElseThrow();
    assertEquals("divergence", purpose.agreement());
    var positions =
        purpose.positions().stream()
            .map(p -> numbers.get(p.incident()) + " " + p.bodyKind() + " " + p.answer())
            .toList();
    assertTrue(
        positions.containsAll(List.of("REF-27 court yes", "REF-08 prosecutor no")),
        positions::toString);
  }

  @Test
  void whatBeganWithANoticeEscalatedToViolenceAndToRelatives() {
    assertEquals("escalated", pattern.escalation().escalation());
    assertEquals(
        List.of(
            "2013 co-opted-state",
            "2013 lawfare",
            "2013/.. reputation-and-influence",
            "2014 direct-attack graver",
            "2014-01/.. digital",
            "2017-01/.. surveillance",
            "2017-11 coercion-by-proxy"),
        pattern.escalation().steps().stream()
            .map(s -> s.date() + " " + s.family() + (s.graver() ? " graver" : ""))
            .toList());
    assertEquals(
        List.of("KZ"),
        pattern.states().stream()
            .filter(s -> s.role().equals("origin"))
            .map(PatternView.StateInRole::state)
            .toList());
    assertTrue(pattern.timeline().size() > 60, "events");
  }

  private Lineage lineage() {
    return pattern.lineages().stream()
        .filter(l -> NUMBER.equals(l.caseNumber()))
        .findFirst()
        .orElseThrow();
  }

  private String number(Part part) {
    return Objects.requireNonNull(numbers.get(part.incident()));
  }

  private UUID party(String number, String actor) {
    for (var entry : numbers.entrySet()) {
      if (entry.getValue().equals(number)) {
        for (var item : read("/v1/incidents/" + entry.getKey()).path("actors")) {
          if (item.path("id").asText().equals(actor)) {
            return UUID.fromString(item.path("party").asText());
          }
        }
      }
    }
    throw new AssertionError(number + " " + actor);
  }

  private JsonNode items(String path) {
    return read(path).path("items");
  }

  private JsonNode read(String path) {
    return StoredJson.parse(
        Api.as(ngo.first()).get(path).then().statusCode(200).extract().asString());
  }
}
