package org.tnregistry.cases;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tnregistry.cases.FindProceedings.found;
import static org.tnregistry.cases.FindProceedings.list;
import static org.tnregistry.cases.ProceedingBuilder.aProceeding;
import static org.tnregistry.cases.ProceedingBuilder.today;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.Api;
import org.tnregistry.incident.IncidentBuilder;
import org.tnregistry.party.Persons;

/** Which proceedings are found by what, in which order, and what is told of them. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProceedingSearchTest {
  private static final String PERSON =
      "{\"kind\":\"person\",\"identity\":{\"names\":[{\"text\":\"Anna\",\"kind\":\"primary\"}]}}";

  @Inject AgencyFixture agencies;

  private TestAgency agency = new TestAgency(new UUID(0, 0), "", "", "");
  private String party = "";

  @BeforeEach
  void fiveProceedings() {
    if (!party.isEmpty()) {
      return;
    }
    agency = agencies.agency();
    party = Persons.registered(agency, PERSON);
    incident("A")
        .with(d -> ((ObjectNode) d.at("/targets/0")).put("party", party))
        .with(
            aProceeding("p1", "extradition-request")
                .from("UA")
                .to("BE")
                .numbered("17 00-00")
                .against("t1")
                .step("requested", -4_000)
                .step("reminded", -10))
        .with(
            aProceeding("p2", "civil-suit").to("BE").step("requested", -2_000).step("refused", -5))
        .postedBy(agency);
    incident("B")
        .with(
            aProceeding("p1", "mutual-legal-assistance-request")
                .from("KZ")
                .to("BE")
                .numbered("No. 1")
                .numbered("170/000")
                .step("requested", -3_000)
                .step("suspended", -7))
        .postedBy(agency);
    incident("C")
        .with(aProceeding("p1", "extradition-request").from("KZ").to("FR").undated("requested"))
        .postedBy(agency);
    incident("D")
        .with(
            aProceeding("p1", "criminal-trial")
                .step("received", -1_000)
                .step("hearing-scheduled", -50)
                .step("hearing-postponed", -50)
                .step("hearing-scheduled", 10))
        .postedBy(agency);
  }

  private static IncidentBuilder incident(String title) {
    return anIncident().titled("en", title);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "status=open|A/p1 D/p1 C/p1",
        "status=suspended|B/p1",
        "status=refused&status=suspended|B/p1 A/p2",
        "type=extradition-request|A/p1 C/p1",
        "type=extradition-request&type=civil-suit|A/p1 A/p2 C/p1",
        "type=un-procedure|",
        "requestingState=KZ|B/p1 C/p1",
        "requestingState=KZ&requestingState=UA|A/p1 B/p1 C/p1",
        "requestedState=BE|A/p1 B/p1 A/p2",
        "requestedState=BE&requestingState=UA|A/p1",
        "requestedState=BE&type=extradition-request&status=open|A/p1",
        // Both hold of the incident, and not of one proceeding.
        "type=civil-suit&status=open|",
        "type=civil-suit&requestingState=UA|",
        "caseNumber=170000|A/p1 B/p1",
        "caseNumber=17.00.00&caseNumber=nothing|A/p1 B/p1",
        "caseNumber=no1|B/p1",
        "caseNumber=1700|",
        "caseNumber=170000&requestingState=KZ|B/p1",
        "caseNumber=170000&requestingState=RU|",
        "caseNumber=170000&requestedState=BE&status=open|A/p1",
        "openForDays=0|A/p1 B/p1 D/p1",
        "openForDays=1000|A/p1 B/p1 D/p1",
        "openForDays=1001|A/p1 B/p1",
        "openForDays=3000&requestedState=BE|A/p1 B/p1",
        "openForDays=3001|A/p1",
        "openForDays=36500|",
        "openForDays=1&status=refused|",
        "hearingFrom=2020-01-01|D/p1",
        "hearingFrom=2020-01-01&type=civil-suit|",
        "hearingTo=2020-01-01|",
        "sort=openSince|A/p1 B/p1 A/p2 D/p1 C/p1",
        "sort=-openSince|C/p1 D/p1 A/p2 B/p1 A/p1",
        "sort=nextHearing|D/p1"
      })
  void isFound(String query, @Nullable String expected) {
    assertEquals(
        expected == null ? List.of() : List.of(expected.split(" ", -1)),
        found(agency, query + "&owner=" + agency.handle()));
    var counted = list(agency, query + "&count=exact&limit=1&owner=" + agency.handle());
    assertEquals(
        Integer.valueOf(expected == null ? 0 : expected.split(" ", -1).length),
        counted.path("count"));
  }

  @Test
  void theDaysOfTheNextHearingAreBoundedOnBothSides() {
    var day = today().plusDays(10);
    var owner = "&owner=" + agency.handle();
    assertEquals(
        List.of("D/p1"), found(agency, "hearingFrom=" + day + "&hearingTo=" + day + owner));
    assertEquals(List.of(), found(agency, "hearingFrom=" + day.plusDays(1) + owner));
    assertEquals(List.of(), found(agency, "hearingTo=" + day.minusDays(1) + owner));
    assertEquals(
        List.of(),
        found(
            agency,
            "hearingFrom=" + day.minusDays(60) + "&hearingTo=" + day.minusDays(60) + owner));
  }

  @Test
  void aTargetLeadsToTheProceedingsThatNameIt() {
    assertEquals(List.of("A/p1"), found(agency, "target=" + party));
    assertEquals(List.of(), found(agency, "target=" + party + "&type=civil-suit"));
    assertEquals(List.of(), found(agency, "target=" + UUID.randomUUID()));
  }

  @Test
  void theOwnerIsNamedByItsHandle() {
    assertEquals(5, found(agency, "owner=" + agency.handle()).size());
    assertEquals(List.of(), found(agency, "owner=" + agencies.agency().handle()));
  }

  @Test
  void anItemSaysHowLongAndWhatLast() {
    list(agency, "requestedState=BE&type=extradition-request&owner=" + agency.handle())
        .then()
        .header("Cache-Control", equalTo("no-store"))
        .body("items[0].incident.title", hasEntry("en", "A"))
        .body("items[0].incident.owner", equalTo(agency.handle()))
        .body("items[0].incident.status", equalTo("draft"))
        .body("items[0].requestingState", equalTo("UA"))
        .body("items[0].requestedState", equalTo("BE"))
        .body("items[0].status", equalTo("open"))
        .body("items[0].openSince", equalTo(today().minusDays(4_000).toString()))
        .body("items[0].openForDays", equalTo(4_000))
        .body("items[0].endedSince", nullValue())
        .body("items[0].nextHearing", nullValue())
        .body("items[0].hearingsPostponed", equalTo(0))
        .body("items[0].caseNumbers", equalTo(List.of("17 00-00")))
        .body("items[0].lastMilestone.type", equalTo("reminded"))
        .body("items[0].lastMilestone.date", equalTo(today().minusDays(10).toString()));
    list(agency, "status=refused&owner=" + agency.handle())
        .then()
        .body("items[0].openForDays", nullValue())
        .body("items[0].endedSince", equalTo(today().minusDays(5).toString()));
    list(agency, "type=extradition-request&requestedState=FR&owner=" + agency.handle())
        .then()
        .body("items[0].openSince", nullValue())
        .body("items[0].lastMilestone.date", nullValue());
    list(agency, "sort=nextHearing&owner=" + agency.handle())
        .then()
        .body("items[0].nextHearing", equalTo(today().plusDays(10).toString()))
        .body("items[0].hearingsPostponed", equalTo(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"openSince", "-openSince", "nextHearing"})
  void pagesWalkEverythingExactlyOnce(String sort) {
    var pager = agencies.agency();
    for (int i = 0; i < 4; i++) {
      // The same days in all: incident and local id decide.
      incident("P" + i)
          .with(aProceeding("p1", "other").step("requested", -9).step("hearing-scheduled", 9))
          .with(aProceeding("p2", "other").step("requested", -9).step("hearing-scheduled", 9))
          .with(aProceeding("p3", "other").undated("requested"))
          .postedBy(pager);
    }
    var query = "sort=" + sort + "&owner=" + pager.handle();
    var all = found(pager, query);
    assertEquals(sort.equals("nextHearing") ? 8 : 12, all.size());
    for (int limit : List.of(1, 2, 5)) {
      var walked = new ArrayList<String>();
      @Nullable String next = "";
      while (next != null) {
        var cursor = next.isEmpty() ? "" : "&cursor=" + next;
        var page = list(pager, query + "&limit=" + limit + cursor);
        walked.addAll(FindProceedings.names(page));
        next = page.path("next");
        assertEquals(next != null, page.header("Link") != null);
      }
      assertEquals(all, walked);
    }
  }

  @Test
  void anAmendmentMovesWhatItChanges() {
    var amender = agencies.agency();
    var id =
        incident("M")
            .with(
                aProceeding("p1", "extradition-request")
                    .to("BE")
                    .numbered("1")
                    .step("requested", -100)
                    .step("hearing-scheduled", 30))
            .with(aProceeding("p2", "civil-suit"))
            .postedBy(amender);
    assertEquals(List.of("M/p1", "M/p2"), found(amender, "owner=" + amender.handle()));
    // Decided before the day of the hearing, and dated so.
    amend(
        amender,
        id,
        ProceedingBuilder.patch(
            aProceeding("p1", "extradition-request")
                .to("FR")
                .numbered("2")
                .step("requested", -100)
                .step("hearing-scheduled", 30)
                .step("hearing-postponed", -1)));
    assertEquals(List.of("M/p1"), found(amender, "owner=" + amender.handle()));
    for (var gone : List.of("requestedState=BE", "caseNumber=1", "hearingFrom=2020-01-01")) {
      assertEquals(List.of(), found(amender, gone + "&owner=" + amender.handle()), gone);
    }
    for (var there : List.of("requestedState=FR", "caseNumber=2", "status=open")) {
      assertEquals(List.of("M/p1"), found(amender, there + "&owner=" + amender.handle()), there);
    }
    list(amender, "owner=" + amender.handle())
        .then()
        .body("items[0].nextHearing", nullValue())
        .body("items[0].hearingsPostponed", equalTo(1));
    amend(amender, id, "{\"proceedings\":null}");
    assertEquals(Collections.emptyList(), found(amender, "owner=" + amender.handle()));
  }

  private static void amend(TestAgency agency, String id, String patch) {
    Api.as(agency.first())
        .header("If-Match", "*")
        .contentType("application/merge-patch+json; charset=UTF-8")
        .body(patch)
        .patch("/v1/incidents/" + id)
        .then()
        .statusCode(200);
  }
}
