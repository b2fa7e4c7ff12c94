package org.tnregistry.incident.reference;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.access.DemoFixture;
import org.tnregistry.contract.Api;
import org.tnregistry.shared.json.PublishedData;
import org.tnregistry.shared.json.StrictJson;
import org.tnregistry.shared.text.SearchWords;

/** The reference set as an agency reads it after the first start. */
@QuarkusTest
@TestProfile(ReferenceSetAlone.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReferenceIncidentsTest {
  private static final int INCIDENTS = 29;

  @Inject ReferenceIncidents reference;
  @Inject DemoFixture demo;

  private TestAgency ngo = new TestAgency(new UUID(0, 0), "", "", "");

  /** By the publisher's own number, REF-01 to REF-29. */
  private final Map<String, JsonNode> incidents = new TreeMap<>();

  @BeforeEach
  void loadOnce() throws Exception {
    if (!incidents.isEmpty()) {
      return;
    }
    ngo = demo.ngo();
    reference.load();
    for (var id : ids()) {
      var incident =
          StrictJson.mapper().readTree(Api.as(ngo.first()).get("/v1/incidents/" + id).asString());
      incidents.put(incident.at("/externalIds/0/id").asText(), incident);
    }
  }

  @Test
  void allAreLoadedAndRecordedByASecondPerson() {
    assertEquals(INCIDENTS, incidents.size());
    for (var incident : incidents.values()) {
      assertEquals("recorded", incident.at("/registry/status").asText());
      assertEquals("demo-ngo", incident.at("/registry/owner").asText());
      Api.as(ngo.first())
          .get(incident.at("/registry/self").asText() + "/history")
          .then()
          .body("items.act", equalTo(List.of("created", "submitted", "recorded")))
          .body("items[1].actor", equalTo("demo-ngo/reference-analyst"))
          .body("items[2].actor", equalTo("demo-ngo/reference-reviewer"));
    }
  }

  @Test
  void everyIncidentIsTheOneOfItsFile() {
    for (int i = 1; i <= INCIDENTS; i++) {
      var number = String.format(Locale.ROOT, "REF-%02d", i);
      var file = files().get(i - 1);
      assertTrue(file.startsWith(number.substring(4) + "-"), file);
      var published = PublishedData.read("/reference/incidents/" + file, JsonNode.class);
      for (var member : List.of("title", "narrative", "period", "acts", "proceedings", "sources")) {
        assertEquals(
            published.path("document").path(member), incident(number).path(member), file + member);
      }
      assertEquals(published.at("/document/claims").size(), incident(number).path("claims").size());
    }
  }

  @Test
  void loadingTwiceChangesNothing() {
    var before = listed();
    assertEquals(0, reference.load());
    assertEquals(before, listed());
  }

  @Test
  void oneCaseNumberStandsBehindAnArrestTwoRequestsAndACivilSuit() {
    var found = new TreeSet<String>();
    for (var id : ids("caseNumber", "170000131000012")) {
      incidents.forEach(
          (number, incident) -> {
            if (incident.at("/registry/id").asText().equals(id)) {
              found.add(number);
            }
          });
    }
    assertEquals(Set.of("REF-04", "REF-07", "REF-08", "REF-09"), found);
    var types = new TreeSet<String>();
    for (var number : found) {
      for (var proceeding : incident(number).path("proceedings")) {
        for (var caseNumber : proceeding.path("caseNumbers")) {
          if (caseNumber.path("number").asText().equals("170000131000012")) {
            types.add(proceeding.path("type").asText());
          }
        }
      }
    }
    assertEquals(
        Set.of(
            "civil-suit",
            "criminal-investigation",
            "extradition-request",
            "mutual-legal-assistance-request"),
        types);
  }

  @ParameterizedTest
  @CsvSource({
    "year of asylum, REF-01, /targets/0/protection/0/period, 2013-10/.., 2023/..",
    "span of the kidnapping plot, REF-02, /period, 2014/2015, 2014/2019",
    "date of the UN opinion, REF-07, /findings/0/date, 2018-11-20, 2018-12-07",
    "count of countries, REF-13, /narrative/en, 60, 180"
  })
  void theSourcesContradictionsStandSideBySide(
      String what, String number, String pointer, String preferred, String other) {
    var said = new HashMap<String, Boolean>();
    var sources = new TreeSet<String>();
    for (var claim : incident(number).path("claims")) {
      var value = claim.path("value").asText();
      if (claim.path("pointer").asText().equals(pointer)
          && Set.of(preferred, other).contains(value)) {
        said.put(value, claim.path("preferred").asBoolean());
        sources.add(claim.path("source").asText());
      }
    }
    assertEquals(Map.of(preferred, true, other, false), said, what);
    assertTrue(sources.size() > 1, what + " by different sources: " + sources);
  }

  @Test
  void noNameOfAPersonStandsInAnyIncident() {
    var words = new TreeSet<String>();
    var names = new TreeSet<String>();
    for (var party : PublishedData.readList("/reference/parties.json", JsonNode.class)) {
      if (party.path("kind").asText().equals("person")) {
        for (var name : party.at("/identity/names")) {
          var text = name.path("text").asText();
          names.add(text.toLowerCase(Locale.ROOT));
          SearchWords.of(text).stream().filter(w -> w.length() > 3).forEach(words::add);
        }
      }
    }
    assertTrue(names.size() > 40 && words.size() > 40, "names were read");
    for (var incident : incidents.values()) {
      var text = incident.toString().toLowerCase(Locale.ROOT);
      assertEquals(List.of(), names.stream().filter(text::contains).toList());
      var used = new TreeSet<>(SearchWords.of(text));
      used.retainAll(words);
      assertEquals(Set.of(), used, incident.at("/title/en").asText());
    }
  }

  @Test
  void partiesAndLinksLeadToRegisteredOnes() {
    var ids = new TreeSet<String>();
    incidents.values().forEach(i -> ids.add(i.at("/registry/id").asText()));
    int links = 0;
    for (var incident : incidents.values()) {
      assertTrue(!incident.toString().contains("\"@"), "no unresolved key");
      for (var link : incident.path("links")) {
        assertTrue(ids.contains(link.path("incident").asText()));
        links++;
      }
    }
    assertTrue(links > 20, links + " links");
    var target = incident("REF-01").at("/targets/0/party").asText();
    Api.as(ngo.first())
        .get("/v1/parties/" + target)
        .then()
        .statusCode(200)
        .body("kind", equalTo("person"));
    assertTrue(ids("target", target).size() > 10, "the same person in many");
  }

  @Test
  void convictionsThatWereUpheldStand() {
    Api.as(ngo.first())
        .get(incident("REF-02").at("/registry/self").asText() + "/proceedings")
        .then()
        .statusCode(200)
        .body("items[1].type", equalTo("criminal-trial"))
        .body("items[1].status", equalTo("convicted"));
    Api.as(ngo.first())
        .get(incident("REF-05").at("/registry/self").asText() + "/proceedings")
        .then()
        .body("items[0].type", equalTo("extradition-request"))
        .body("items[0].status", equalTo("open"));
  }

  @Test
  void bothExtraditionRequestsThatArePendingInBelgiumAreFoundInOneCall() {
    var today = LocalDate.now(ZoneOffset.UTC);
    proceedings("requestedState=BE&type=extradition-request&status=open")
        .body("items.requestingState", equalTo(List.of("UA", "KZ")))
        .body("items.openSince", equalTo(List.of("2016-11-03", "2018-04-24")))
        .body(
            "items.openForDays",
            equalTo(
                List.of(
                    (int) ChronoUnit.DAYS.between(LocalDate.of(2016, 11, 3), today),
                    (int) ChronoUnit.DAYS.between(LocalDate.of(2018, 4, 24), today))))
        .body("items[0].lastMilestone.type", equalTo("reminded"))
        .body("items[0].lastMilestone.date", equalTo("2022-05-27"))
        .body("items[1].caseNumbers", equalTo(List.of("170000131000012")));
  }

  @Test
  void theTrialOfTheSurveillanceWasPostponedTwiceAndHasNoNextHearing() {
    proceedings("type=criminal-trial&status=open")
        .body("items.find { it.openSince == '2023-12-14' }.hearingsPostponed", equalTo(2))
        .body("items.find { it.openSince == '2023-12-14' }.nextHearing", nullValue());
  }

  @Test
  void instrumentsOfOneCaseAreRelatedAndNotTakenForDuplicates() {
    var id = incident("REF-07").at("/registry/id").asText();
    Api.as(ngo.first())
        .get("/v1/incidents/" + id + "/related?limit=50")
        .then()
        .statusCode(200)
        .body("items.size()", greaterThan(5))
        .body("items.likelyDuplicate", not(hasItem(true)));
  }

  @Test
  void theInstrumentsOfOneCaseNumberAreFoundInOneCall() {
    proceedings("caseNumber=170000131000012&count=exact")
        .body("count", equalTo(4))
        .body(
            "items.type",
            equalTo(
                List.of(
                    "civil-suit",
                    "criminal-investigation",
                    "mutual-legal-assistance-request",
                    "extradition-request")))
        .body("items.status", equalTo(List.of("open", "open", "suspended", "open")));
  }

  private ValidatableResponse proceedings(String query) {
    return Api.as(ngo.first()).get("/v1/proceedings?" + query).then().statusCode(200);
  }

  private JsonNode incident(String number) {
    return Objects.requireNonNull(incidents.get(number), number);
  }

  private static List<String> files() {
    var files = new ArrayList<String>();
    PublishedData.read("/reference/index.json", JsonNode.class)
        .path("incidents")
        .forEach(f -> files.add(f.asText()));
    return files;
  }

  private List<String> ids(String... query) {
    var request = Api.as(ngo.first()).queryParam("limit", 200);
    for (int i = 0; i < query.length; i += 2) {
      request.queryParam(query[i], query[i + 1]);
    }
    return request.get("/v1/incidents").then().statusCode(200).extract().path("items.id");
  }

  private String listed() {
    return Api.as(ngo.first()).queryParam("limit", 200).get("/v1/incidents").asString();
  }
}
