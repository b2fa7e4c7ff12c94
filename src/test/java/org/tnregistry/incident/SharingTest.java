package org.tnregistry.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.Api;

/** What happens to those who see a record when it, or its audience, changes. */
@QuarkusTest
class SharingTest {
  private static final long PATIENCE_NANOS = 20_000_000_000L;

  @Inject AgencyFixture agencies;

  private TestAgency owner = none();
  private TestAgency partner = none();
  private TestAgency ngo = none();

  private static TestAgency none() {
    return new TestAgency(new java.util.UUID(0, 0), "", "", "");
  }

  @BeforeEach
  void threeAgencies() {
    owner = agencies.agency("law-enforcement", "SM");
    partner = agencies.agency("law-enforcement", "MC");
    ngo = agencies.agency("ngo", null);
  }

  @Test
  void aDraftIsItsOwnersWhateverItsMarkingSays() {
    var id = red(partner).postedBy(owner);
    read(partner, id).then().statusCode(404);
    IncidentBuilder.step(owner.first(), id, "submitted").then().statusCode(200);
    read(partner, id).then().statusCode(404);
    IncidentBuilder.step(owner.second(), id, "recorded").then().statusCode(200);
    read(partner, id).then().statusCode(200);
  }

  @Test
  void theAnswerToAWriteSaysWhoSeesTheRecordAndWhoIsBarredAndWhy() {
    var id =
        red(partner)
            .role("requesting", "UA")
            .role("origin", "UA")
            .with(
                d ->
                    ((ObjectNode) d.get("handling"))
                        .putObject("barred")
                        .putArray("agencies")
                        .add(ngo.handle()))
            .recordedBy(owner);
    var answer = read(owner, id);
    assertEquals("TLP:RED", answer.path("registry.audience.marking"));
    assertEquals(List.of(partner.handle()), answer.path("registry.audience.agencies"));
    assertEquals(true, answer.path("registry.audience.shared"));
    assertEquals(
        List.of(
            Map.of("agency", ngo.handle(), "because", List.of("added")),
            Map.of("jurisdiction", "KZ", "because", List.of("origin")),
            Map.of("jurisdiction", "UA", "because", List.of("origin", "requesting"))),
        answer.path("registry.audience.barred"));
  }

  @Test
  void whoIsNamedLaterSeesTheRecordAsItIsAndNothingOfBefore() {
    var id = red(partner).recordedBy(owner);
    patch(id, "{\"summary\":{\"en\":\"Earlier\"}}");
    patch(id, "{\"summary\":{\"en\":\"Later\"}}");
    patch(id, named(partner, ngo));
    assertEquals("Later", read(ngo, id).path("summary.en"));
    var history = Api.as(ngo.first()).get("/v1/incidents/" + id + "/history");
    assertEquals(List.of(3), history.path("items.revision"));
    Api.as(ngo.first()).get("/v1/incidents/" + id + "/history/1").then().statusCode(404);
    Api.as(partner.first()).get("/v1/incidents/" + id + "/history/1").then().statusCode(200);
  }

  @Test
  void anEditOfAHiddenPartChangesNoNumberTimeOrTagForWhoDoesNotSeeIt() {
    var id = red(partner, ngo).with(d -> narrative(d, "one", partner)).recordedBy(owner);
    var before = read(ngo, id);
    var seen = read(partner, id).header("ETag");
    patch(id, "{\"narrative\":{\"en\":\"two\"}}");
    var after = read(ngo, id);
    assertEquals(before.asString(), after.asString());
    assertEquals(before.header("ETag"), after.header("ETag"));
    assertEquals(
        List.of(1),
        Api.as(ngo.first()).get("/v1/incidents/" + id + "/history").path("items.revision"));
    assertEquals("two", read(partner, id).path("narrative.en"));
    assertNotEquals(seen, read(partner, id).header("ETag"));
    assertEquals(
        List.of("upsert incident-recorded", "upsert incident-amended"), changes(partner, id, 2));
    assertEquals(List.of("upsert incident-recorded"), changes(ngo, id, 1));
  }

  @Test
  void whoLosesSightIsToldSoAndWhoGainsItGetsTheRecord() {
    var id = red(partner).recordedBy(owner);
    assertEquals(List.of("upsert incident-recorded"), changes(partner, id, 1));
    patch(id, named(ngo));
    assertEquals(
        List.of("upsert incident-recorded", "retract audience-narrowed"), changes(partner, id, 2));
    assertEquals(List.of("upsert incident-amended"), changes(ngo, id, 1));
    read(partner, id).then().statusCode(404);
  }

  @Test
  void aBarThatIsAddedRetractsTheRecordAndStaysWhenItsReasonGoes() {
    var id = red(partner).recordedBy(owner);
    patch(id, "{\"handling\":{\"barred\":{\"jurisdictions\":[\"MC\"]}}}");
    read(partner, id).then().statusCode(404);
    assertEquals(
        List.of("upsert incident-recorded", "retract audience-narrowed"), changes(partner, id, 2));
    patch(id, "{\"handling\":{\"barred\":null}}");
    read(partner, id).then().statusCode(404);
    assertEquals(
        List.of("formerly"),
        read(owner, id).path("registry.audience.barred.find { it.jurisdiction == 'MC' }.because"));
  }

  @Test
  void liftingABarTakesTwoPeople() {
    var id = red(partner).with(d -> bar(d, "MC")).recordedBy(owner);
    lift(owner.first(), id, "MC").then().statusCode(409);
    patch(id, "{\"handling\":{\"barred\":null}}");
    lift(owner.first(), id, "FR").then().statusCode(422);
    lift(owner.first(), id, "MC").then().statusCode(200);
    read(partner, id).then().statusCode(404);
    lift(owner.first(), id, "MC").then().statusCode(409);
    lift(owner.second(), id, "MC").then().statusCode(200);
    read(partner, id).then().statusCode(200);
    assertEquals(
        List.of("upsert amended"),
        changes(partner, id, 1).stream().map(c -> c.replace("incident-", "")).toList());
  }

  @Test
  void whatWasWrittenWhileAnAgencyWasBarredStaysHiddenWhenTheBarIsLifted() {
    var id = red(partner, ngo).with(d -> bar(d, "MC")).recordedBy(owner);
    patch(id, "{\"summary\":{\"en\":\"Not for Monaco\"}}");
    patch(id, "{\"summary\":null,\"handling\":{\"barred\":null}}");
    lift(owner.first(), id, "MC").then().statusCode(200);
    lift(owner.second(), id, "MC").then().statusCode(200);
    read(partner, id).then().statusCode(200);
    var history = "/v1/incidents/" + id + "/history";
    assertEquals(List.of(3), Api.as(partner.first()).get(history).path("items.revision"));
    Api.as(partner.first()).get(history + "/2").then().statusCode(404);
    assertEquals("Not for Monaco", Api.as(ngo.first()).get(history + "/2").path("summary.en"));
  }

  @Test
  void aProposalToLiftABarEndsWhenTheRecordGivesTheReasonAgain() {
    var id = red(partner).with(d -> bar(d, "MC")).recordedBy(owner);
    patch(id, "{\"handling\":{\"barred\":null}}");
    lift(owner.first(), id, "MC").then().statusCode(200);
    patch(id, "{\"handling\":{\"barred\":{\"jurisdictions\":[\"MC\"]}}}");
    patch(id, "{\"handling\":{\"barred\":null}}");
    lift(owner.second(), id, "MC").then().statusCode(200);
    read(partner, id).then().statusCode(404);
  }

  @Test
  void aTargetsRefusalTakesGovernmentsOutOfTheAudience() {
    var id =
        anIncident()
            .with(
                d ->
                    d.putObject("handling")
                        .put("marking", "TLP:AMBER")
                        .putObject("audience")
                        .putArray("jurisdictions")
                        .add("MC"))
            .recordedBy(owner);
    read(partner, id).then().statusCode(200);
    patch(
        id,
        "{\"targets\":[{\"id\":\"t1\",\"role\":\"direct\",\"consent\":{\"governments\":{\"state\":\"withdrawn\"}}}]}");
    read(partner, id).then().statusCode(404);
    assertEquals(List.of("governments"), read(owner, id).path("registry.audience.withheldFrom"));
    assertEquals(
        List.of("upsert incident-recorded", "retract audience-narrowed"), changes(partner, id, 2));
  }

  @Test
  void withoutConsentToRecordingARecordIsItsOwnersAndCannotBeSubmitted() {
    var id = red(partner).with(d -> consent(d, "recording", "refused")).postedBy(owner);
    IncidentBuilder.step(owner.first(), id, "submitted")
        .then()
        .statusCode(422)
        .body("errors[0].code", org.hamcrest.Matchers.equalTo("recording-refused"));
    var recorded = red(partner).recordedBy(owner);
    patch(
        recorded,
        "{\"targets\":[{\"id\":\"t1\",\"role\":\"direct\",\"consent\":{\"recording\":{\"state\":\"withdrawn\"}}}]}");
    read(partner, recorded).then().statusCode(404);
  }

  @Test
  void aMarkingWeakerThanConsentAllowsIsRefused() {
    refused(
        anIncident()
            .with(d -> d.putObject("handling").put("marking", "TLP:GREEN"))
            .with(d -> consent(d, "ngos", "refused")),
        "weaker-than-consent #/handling/marking");
    refused(
        anIncident()
            .with(d -> d.putObject("handling").put("marking", "TLP:CLEAR"))
            .with(d -> consent(d, "publicNaming", "withdrawn")),
        "weaker-than-consent #/handling/marking");
    refused(
        anIncident().with(d -> d.putObject("handling").put("marking", "TLP:CLEAR")),
        "weaker-than-consent #/handling/marking");
    refused(
        red(ngo, partner).with(d -> consent(d, "governments", "refused")),
        "weaker-than-consent #/handling/audience/agencies/1");
    refused(
        anIncident()
            .with(d -> d.putObject("handling").put("marking", "TLP:AMBER"))
            .with(
                d ->
                    ((ObjectNode) d.at("/sources/0"))
                        .putObject("handling")
                        .put("marking", "TLP:GREEN")),
        "weaker-marking #/sources/0/handling/marking");
    refused(
        anIncident()
            .with(
                d ->
                    d.putObject("handling")
                        .put("marking", "TLP:RED")
                        .putObject("audience")
                        .putArray("groups")
                        .add("nobody")),
        "beyond-marking #/handling/audience/groups unknown-group #/handling/audience/groups/0");
  }

  @Test
  void aRecordIsNotFoundByAPartItsReaderDoesNotSee() {
    var id =
        red(partner, ngo)
            .with(d -> ((ObjectNode) d.at("/sources/0")).put("publisher", "Only for partner"))
            .with(d -> handling(((ObjectNode) d.at("/sources/0")).putObject("handling"), partner))
            .recordedBy(owner);
    var question = "/v1/incidents?sourcePublisher=Only for partner&count=exact";
    assertEquals(List.of(id), Api.as(partner.first()).get(question).path("items.id"));
    assertEquals(List.of(), Api.as(ngo.first()).get(question).path("items.id"));
    assertEquals(Integer.valueOf(0), Api.as(ngo.first()).get(question).path("count"));
    assertEquals(List.of(id), Api.as(owner.first()).get(question).path("items.id"));
  }

  @Test
  void aListSaysOfHiddenPartsNothing() {
    var id =
        red(partner)
            .proceeding("p1", "extradition-request", "HIDDEN-1")
            .with(
                d ->
                    ((ObjectNode) d.at("/proceedings/0"))
                        .putObject("handling")
                        .put("marking", "TLP:RED"))
            .recordedBy(owner);
    var list = Api.as(partner.first()).get("/v1/incidents?owner=" + owner.handle());
    assertEquals(List.of(id), list.path("items.id"));
    assertEquals(false, list.asString().contains("HIDDEN"));
    assertEquals(
        List.of(),
        Api.as(partner.first()).get("/v1/incidents/" + id + "/proceedings").path("items"));
  }

  @Test
  void aLinkLeadsOnlyToWhatItsReaderSees() {
    var hidden = anIncident().recordedBy(owner);
    var shown = red(partner).recordedBy(owner);
    var id =
        red(partner)
            .with(
                d -> {
                  var links = d.putArray("links");
                  links.addObject().put("type", "related").put("incident", hidden);
                  links.addObject().put("type", "related").put("incident", shown);
                })
            .recordedBy(owner);
    assertEquals(List.of(shown), read(partner, id).path("links.incident"));
    assertEquals(List.of(hidden, shown), read(owner, id).path("links.incident"));
  }

  private IncidentBuilder red(TestAgency... named) {
    return anIncident().with(d -> handling(d.putObject("handling"), named));
  }

  private static void handling(ObjectNode handling, TestAgency... named) {
    var list = handling.put("marking", "TLP:RED").putObject("audience").putArray("agencies");
    for (var agency : named) {
      list.add(agency.handle());
    }
  }

  private static void narrative(ObjectNode document, String text, TestAgency reader) {
    document.putObject("narrative").put("en", text);
    handling(document.putObject("narrativeHandling"), reader);
  }

  private static void consent(ObjectNode document, String question, String state) {
    ((ObjectNode) document.at("/targets/0"))
        .putObject("consent")
        .putObject(question)
        .put("state", state);
  }

  private static void bar(ObjectNode document, String state) {
    ((ObjectNode) document.get("handling"))
        .putObject("barred")
        .putArray("jurisdictions")
        .add(state);
  }

  private static String named(TestAgency... agencies) {
    var handles = new java.util.StringJoiner("\",\"", "[\"", "\"]");
    for (var agency : agencies) {
      handles.add(agency.handle());
    }
    return "{\"handling\":{\"audience\":{\"agencies\":" + handles + "}}}";
  }

  private void refused(IncidentBuilder incident, String faults) {
    var answer = Api.sending(owner.first(), incident.json()).post("/v1/incidents");
    answer.then().statusCode(422);
    var told = new java.util.StringJoiner(" ");
    answer
        .<List<Map<String, String>>>path("errors")
        .forEach(e -> told.add(e.get("code") + " " + e.get("pointer")));
    assertEquals(faults, told.toString());
  }

  private static Response read(TestAgency reader, String id) {
    return Api.as(reader.first()).get("/v1/incidents/" + id);
  }

  private void patch(String id, String patch) {
    Api.patched(owner.first(), "/v1/incidents/" + id, patch);
  }

  private static Response lift(String token, String id, String state) {
    return Api.sending(token, "{\"jurisdiction\":\"" + state + "\",\"reason\":\"Test.\"}")
        .post("/v1/incidents/" + id + "/bar-liftings");
  }

  /** What the feed tells a reader of an incident, once as much as expected is there. */
  private static List<String> changes(TestAgency reader, String id, int expected) {
    var told = List.<String>of();
    for (long end = System.nanoTime() + PATIENCE_NANOS;
        told.size() < expected && System.nanoTime() < end; ) {
      told =
          Api.as(reader.first())
              .get("/v1/changes?limit=200")
              .<List<Map<String, Object>>>path("items")
              .stream()
              .filter(i -> id.equals(i.get("incident")))
              .map(i -> i.get("change") + " " + i.get("act"))
              .toList();
    }
    return told;
  }
}
