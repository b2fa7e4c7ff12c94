package org.tnregistry.incident.related;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tnregistry.incident.IncidentBuilder.anIncident;
import static org.tnregistry.incident.IncidentBuilder.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.access.Permission;
import org.tnregistry.contract.Api;
import org.tnregistry.incident.IncidentBuilder;

@QuarkusTest
class RelatedIncidentsTest {
  @Inject AgencyFixture agencies;

  private TestAgency owner;
  private TestAgency other;
  private String number = "";

  @BeforeEach
  void twoAgencies() {
    owner = agencies.agency("law-enforcement", "FR");
    other = agencies.agency("law-enforcement", "DE");
    number = "Case " + UUID.randomUUID();
  }

  @Test
  void aSharedCaseNumberSuggestsAnIncidentAndSaysWhyAndWhere() {
    var id = numbered().during("2020-03-04").recordedBy(owner);
    var theirs =
        numbered(number.toUpperCase(java.util.Locale.ROOT).replace("-", "."))
            .during("2020-03-20")
            .sharedWith(owner)
            .recordedBy(other);
    related(owner, id)
        .then()
        .body("items.incident.id", contains(theirs))
        .body("items[0].incident.owner", equalTo(other.handle()))
        .body("items[0].likelyDuplicate", equalTo(true))
        .body("items[0].score", equalTo(0.71f))
        .body("items[0].reasons.kind", contains("case-number", "time", "origin", "tactic"))
        .body("items[0].reasons[0].shared[0].at", contains("proceedings/p1"))
        .body("items[0].reasons[3].shared[0].at", contains("acts/a1"));
  }

  @Test
  void aPartyAndASourceSuggestIncidentsTheLikeliestFirstUpToTheLimit() {
    var party = party();
    var url = "https://example.org/" + UUID.randomUUID();
    var id = anIncident().with(d -> target(d, party)).with(d -> source(d, url)).recordedBy(owner);
    var bySource = anIncident().with(d -> source(d, url)).recordedBy(owner);
    var byParty = anIncident().with(d -> target(d, party)).recordedBy(owner);
    anIncident().recordedBy(owner);
    related(owner, id).then().body("items.incident.id", contains(byParty, bySource));
    Api.as(owner.first())
        .get("/v1/incidents/" + id + "/related?limit=1")
        .then()
        .body("items.incident.id", contains(byParty));
    for (var wrong : List.of("0", "51", "x", "-1")) {
      Api.as(owner.first())
          .get("/v1/incidents/" + id + "/related?limit=" + wrong)
          .then()
          .statusCode(400)
          .body("errors.pointer", contains("limit"));
    }
  }

  @Test
  void anActorAndAnOriginAreReasonsAndAnotherStateIsNone() {
    var party = party();
    var id = anIncident().with(d -> actor(d, party)).role("requesting", "UA").recordedBy(owner);
    anIncident()
        .with(d -> actor(d, party))
        .with(d -> ((ObjectNode) d.at("/stateRoles/0")).put("state", "UA"))
        .with(d -> ((ObjectNode) d.at("/acts/0")).put("tactic", "abduction"))
        .recordedBy(owner);
    related(owner, id)
        .then()
        .body("items[0].reasons.kind", contains("actor"))
        .body("items[0].reasons[0].shared[0].at", contains("actors/x1"))
        .body("items[0].score", equalTo(0.2f))
        .body("items[0].likelyDuplicate", equalTo(false));
    anIncident().with(d -> actor(d, party)).recordedBy(owner);
    related(owner, id)
        .then()
        .body("items[0].reasons.kind", contains("actor", "origin", "tactic"))
        .body("items[0].reasons[1].shared.value", contains("KZ"));
  }

  @Test
  void theSameAddressInOtherLettersIsTheSameSource() {
    var url = "https://example.org/" + UUID.randomUUID();
    var id = anIncident().with(d -> source(d, url)).recordedBy(owner);
    var shouted =
        anIncident().with(d -> source(d, url.replace("example", "EXAMPLE"))).recordedBy(owner);
    related(owner, id).then().body("items.incident.id", contains(shouted));
    related(owner, shouted).then().body("items.incident.id", contains(id));
  }

  @Test
  void ofEqualScoresTheFirstByIdComeFirstHoweverManyNumbersAreShared() {
    var second = "Second " + UUID.randomUUID();
    var id = numbered().proceeding("p2", "asset-freeze", second).recordedBy(owner);
    var alike = new ArrayList<String>();
    for (int i = 0; i < 4; i++) {
      alike.add(numbered().postedBy(owner));
      alike.add(numbered().proceeding("p2", "asset-freeze", second).postedBy(owner));
    }
    related(owner, id)
        .then()
        .body("items.score.unique()", contains(0.63f))
        .body("items.incident.id", equalTo(alike.stream().sorted().toList()));
  }

  @Test
  void whoMayNotReadPartiesIsSuggestedNothingByThem() {
    var party = party();
    var id = anIncident().with(d -> target(d, party)).recordedBy(owner);
    anIncident().with(d -> target(d, party)).recordedBy(owner);
    var clerk = agencies.token(owner.id(), "clerk", List.of(Permission.INCIDENT_READ));
    Api.as(clerk)
        .get("/v1/incidents/" + id + "/related")
        .then()
        .statusCode(200)
        .body("items", empty());
  }

  @Test
  void aHiddenIncidentChangesNoByte() {
    var id = numbered().recordedBy(owner);
    numbered().sharedWith(owner).recordedBy(other);
    var before = related(owner, id).asString();
    numbered().during("2020").recordedBy(other);
    assertEquals(before, related(owner, id).asString());
  }

  @Test
  void aHiddenPartNeitherSuggestsNorRaisesAScore() {
    var url = "https://example.org/" + UUID.randomUUID();
    var id = numbered().with(d -> source(d, url)).recordedBy(owner);
    var byNumber =
        numbered()
            .with(d -> source(d, url))
            .with(d -> hide(d, "/sources/0"))
            .sharedWith(owner)
            .recordedBy(other);
    anIncident()
        .with(d -> source(d, url))
        .with(d -> hide(d, "/sources/0"))
        .sharedWith(owner)
        .recordedBy(other);
    related(owner, id)
        .then()
        .body("items.incident.id", contains(byNumber))
        .body("items[0].reasons.kind", contains("case-number", "origin", "tactic"));
    var mine = numbered().with(d -> hide(d, "/proceedings/0")).sharedWith(other).recordedBy(owner);
    related(other, mine).then().body("items", empty());
  }

  @Test
  void whatIsWithdrawnOrMergedIsNotSuggested() {
    var id = numbered().recordedBy(owner);
    var gone = numbered().recordedBy(owner);
    related(owner, id).then().body("items.incident.id", contains(gone));
    step(owner.first(), gone, "withdrawn").then().statusCode(200);
    related(owner, id).then().body("items", empty());
    var merged = numbered().recordedBy(owner);
    Api.sending(
            owner.first(),
            "{\"to\":\"merged\",\"reason\":\"The same.\",\"replacedBy\":\"" + id + "\"}")
        .post("/v1/incidents/" + merged + "/transitions")
        .then()
        .statusCode(200);
    related(owner, id).then().body("items", empty());
  }

  @Test
  void aPostIsAnsweredWithLinksToLikelyDuplicatesThatThePosterSees() {
    var first = numbered().during("2020-03-04").recordedBy(owner);
    var theirs = numbered().during("2020-03-04").sharedWith(owner).recordedBy(other);
    numbered().during("2020-03-04").recordedBy(other);
    var again = numbered().during("2020-03-04");
    var posted = Api.sending(owner.first(), again.json()).post("/v1/incidents");
    assertEquals(201, posted.statusCode());
    assertEquals(
        Stream.of(first, theirs)
            .sorted()
            .map(id -> "</v1/incidents/" + id + ">; rel=\"related\"")
            .toList(),
        posted.headers().getValues("Link"));
    var writer = agencies.token(owner.id(), "writer", List.of(Permission.INCIDENT_WRITE));
    assertEquals(
        List.of(),
        Api.sending(writer, again.json()).post("/v1/incidents").headers().getValues("Link"));
  }

  @Test
  void aPostLinksToFiveAtMostAndAReplayToWhatIsSeenThen() {
    var url = "https://example.org/" + UUID.randomUUID();
    var alike =
        Stream.generate(() -> numbered().during("2020-03-04").postedBy(owner))
            .limit(5)
            .sorted()
            .toList();
    var likeliest = numbered().during("2020-03-04").with(d -> source(d, url)).postedBy(owner);
    var key = UUID.randomUUID().toString();
    var body = numbered().during("2020-03-04").with(d -> source(d, url)).json();
    for (int i = 0; i < 2; i++) {
      var posted =
          Api.sending(owner.first(), body).header("Idempotency-Key", key).post("/v1/incidents");
      assertEquals(
          Stream.concat(Stream.of(likeliest), alike.stream().limit(4))
              .map(id -> "</v1/incidents/" + id + ">; rel=\"related\"")
              .toList(),
          posted.headers().getValues("Link"));
    }
  }

  private static Response related(TestAgency reader, String id) {
    var answer = Api.as(reader.first()).get("/v1/incidents/" + id + "/related");
    answer.then().statusCode(200);
    return answer;
  }

  private IncidentBuilder numbered() {
    return numbered(number);
  }

  private static IncidentBuilder numbered(String number) {
    return anIncident().proceeding("p1", "extradition-request", number);
  }

  private String party() {
    return Api.sending(
            owner.first(),
            "{\"kind\":\"organisation\",\"identity\":{\"names\":[{\"text\":\"N\",\"kind\":\"primary\"}]}}")
        .post("/v1/parties")
        .then()
        .statusCode(201)
        .extract()
        .path("registry.id");
  }

  private static void target(ObjectNode document, String party) {
    ((ObjectNode) document.at("/targets/0")).put("party", party);
  }

  private static void actor(ObjectNode document, String party) {
    document.putArray("actors").addObject().put("id", "x1").put("kind", "bank").put("party", party);
  }

  private static void source(ObjectNode document, String url) {
    ((ObjectNode) document.at("/sources/0")).put("url", url);
  }

  private static void hide(ObjectNode document, String part) {
    ((ObjectNode) document.at(part)).putObject("handling").put("marking", "TLP:RED");
  }
}
