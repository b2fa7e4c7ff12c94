package org.tnregistry.classification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tnregistry.classification.AssessmentBuilder.aQualifyingAssessment;
import static org.tnregistry.classification.AssessmentBuilder.anAssessment;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.access.Operator;
import org.tnregistry.contract.Api;
import org.tnregistry.contract.RawHttp;
import org.tnregistry.exchange.Feed;
import org.tnregistry.incident.IncidentBuilder;
import org.tnregistry.shared.json.StrictJson;

@QuarkusTest
class AssessmentTest {
  private static final String REQUEST = "X-Request-Id: the-same-for-both";

  @Inject AgencyFixture agencies;
  @Inject Operator operator;

  private TestAgency owner;
  private TestAgency assessor;
  private TestAgency reader;
  private TestAgency stranger;
  private String record = "";

  @BeforeEach
  void aSharedRecord() {
    owner = agencies.agency("law-enforcement", "FR");
    assessor = agencies.agency("ngo", null);
    reader = agencies.agency("law-enforcement", "DE");
    stranger = agencies.agency("law-enforcement", "DE");
    record = "/v1/incidents/" + aRecord().recordedBy(owner);
  }

  private IncidentBuilder aRecord() {
    return anIncident()
        .source("s2")
        .with(d -> handling((ObjectNode) d.at("/sources/1"), assessor))
        .sharedWith(assessor, reader);
  }

  private static void handling(ObjectNode part, TestAgency agency) {
    part.putObject("handling")
        .put("marking", "TLP:RED")
        .putObject("audience")
        .putArray("agencies")
        .add(agency.handle());
  }

  @Test
  void theVerdictIsComputedAndSaysWhatDecidedIt() {
    aQualifyingAssessment()
        .postedBy(assessor.first(), record)
        .statusCode(201)
        .header("Location", containsString(record + "/assessments/"))
        .body("agency", equalTo(assessor.handle()))
        .body("revision", equalTo(1))
        .body("ruling.verdict", equalTo("qualifies"))
        .body(
            "ruling.decidedBy.element",
            contains(
                "state-nexus", "cross-border", "protected-target", "repressive-conduct", "purpose"))
        .body("stale", equalTo(false));
  }

  @Test
  void anOpenVerdictSaysWhatIsMissingForEither() {
    anAssessment()
        .answering("state-nexus", "state-ordered")
        .answering("cross-border", "act-abroad")
        .postedBy(assessor.first(), record)
        .statusCode(201)
        .body("ruling.verdict", equalTo("undetermined"))
        .body("ruling.toQualify[0].element", contains("protected-target", "purpose"))
        .body(
            "ruling.notToQualify.element",
            contains(List.of("protected-target"), List.of("purpose")));
  }

  @Test
  void everybodyWhoSeesTheRecordSeesTheAssessmentAndTheRecordStaysAsItIs() {
    var before = Api.as(owner.first()).get(record).asString();
    var made = aQualifyingAssessment().madeBy(assessor.first(), record);
    for (var token : List.of(owner.first(), assessor.second(), reader.first())) {
      Api.as(token)
          .get(record + "/assessments")
          .then()
          .statusCode(200)
          .body("items.self", contains(made))
          .body("items[0].answers[0].justification.en", equalTo("As the sources say."))
          .body(not(containsString("first-officer")));
      Api.as(token).get(made).then().statusCode(200).body("self", equalTo(made));
    }
    assertEquals(before, Api.as(owner.first()).get(record).asString());
  }

  @Test
  void whoDoesNotSeeTheRecordLearnsNothing() {
    var made = aQualifyingAssessment().madeBy(assessor.first(), record);
    var unknown = "/v1/incidents/" + UUID.randomUUID();
    for (var tail : List.of("/assessments", made.substring(record.length()), "/classification")) {
      assertEquals(
          RawHttp.get(stranger.first(), unknown + tail, REQUEST).body(),
          RawHttp.get(stranger.first(), record + tail, REQUEST).body());
      assertEquals(404, RawHttp.get(stranger.first(), record + tail).status());
    }
    var hidden = posted(stranger.first(), record + "/assessments");
    assertEquals(404, hidden.status());
    assertEquals(posted(stranger.first(), unknown + "/assessments").body(), hidden.body());
  }

  @Test
  void whoLosesSightOfTheRecordLosesSightOfItsAssessments() {
    var made = aQualifyingAssessment().madeBy(assessor.first(), record);
    operator.quarantine(owner, true);
    Api.as(assessor.first()).get(made).then().statusCode(404);
    Api.as(owner.first()).get(record + "/assessments").then().body("items.size()", equalTo(1));
  }

  @Test
  void whatAQuarantinedAgencyAssessedIsHidden() {
    aQualifyingAssessment().madeBy(assessor.first(), record);
    operator.quarantine(assessor, true);
    Api.as(reader.first()).get(record + "/assessments").then().body("items", empty());
    Api.as(reader.first()).get(record + "/classification").then().body("items", empty());
  }

  @Test
  void aCitationIsShownToThoseWhoMaySeeTheSource() {
    var made =
        aQualifyingAssessment()
            .with(a -> ((ObjectNode) a.at("/answers/0")).putArray("sources").add("s1").add("s2"))
            .madeBy(assessor.first(), record);
    for (var token : List.of(owner.first(), assessor.first())) {
      Api.as(token).get(made).then().body("answers[0].sources", contains("s1", "s2"));
    }
    Api.as(reader.first()).get(made).then().body("answers[0].sources", contains("s1"));
  }

  @Test
  void aSourceThatTheAssessorMayNotSeeLeadsNowhere() {
    aQualifyingAssessment()
        .with(a -> ((ObjectNode) a.at("/answers/0")).putArray("sources").add("s2"))
        .postedBy(reader.first(), record)
        .statusCode(422)
        .body("errors.code", contains("unknown-source"));
  }

  @Test
  void aNewAssessmentSupersedesTheFormerWhichStaysToBeRead() {
    var former = aQualifyingAssessment().madeBy(assessor.first(), record);
    var next = anAssessment().answering("state-nexus", "unknown").madeBy(assessor.second(), record);
    Api.as(reader.first())
        .get(former)
        .then()
        .body("supersededBy", equalTo(next.substring(next.lastIndexOf('/') + 1)))
        .body("ruling.verdict", equalTo("qualifies"));
    Api.as(reader.first()).get(next).then().body("supersededBy", nullValue());
    Api.as(reader.first())
        .get(record + "/classification?definition=ohchr-2025")
        .then()
        .body("items.ruling.verdict", contains("undetermined"));
  }

  @Test
  void eachAgencyHasAnAssessmentOfItsOwn() {
    aQualifyingAssessment().madeBy(assessor.first(), record);
    anAssessment().answering("state-nexus", "state-ignored").madeBy(owner.first(), record);
    Api.as(reader.first())
        .get(record + "/classification?definition=ohchr-2025")
        .then()
        .body("items.size()", equalTo(2))
        .body(
            "items.find { it.agency == '" + owner.handle() + "' }.ruling.verdict",
            equalTo("does-not-qualify"))
        .body(
            "items.find { it.agency == '" + assessor.handle() + "' }.ruling.verdict",
            equalTo("qualifies"));
  }

  @Test
  void anAnswerUnderOneDefinitionCountsForTheOthers() {
    var made = aQualifyingAssessment().madeBy(assessor.first(), record);
    var id = made.substring(made.lastIndexOf('/') + 1);
    var uk = "items.find { it.definition == 'uk-home-office-2025' }";
    Api.as(reader.first())
        .get(record + "/classification")
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(9))
        .body("items.assessments.flatten().unique()", contains(id))
        .body("items.find { it.definition == 'common' }.ruling.verdict", equalTo("qualifies"))
        .body(uk + ".ruling.verdict", equalTo("undetermined"))
        .body(uk + ".unanswered", contains("unlawful-in-host-state"));
    anAssessment()
        .under("uk-home-office-2025")
        .answering("unlawful-in-host-state", "not-met")
        .madeBy(assessor.first(), record);
    Api.as(reader.first())
        .get(record + "/classification")
        .then()
        .body(uk + ".ruling.verdict", equalTo("does-not-qualify"))
        .body(
            "items.find { it.definition == 'us-fbi' }.ruling.verdict", equalTo("does-not-qualify"));
  }

  @Test
  void anAmendmentOfWhatItsReaderSeesMakesAnAssessmentStale() {
    var made = aQualifyingAssessment().madeBy(assessor.first(), record);
    amend("{\"verification\":\"refuted\"}");
    for (var token : List.of(owner.first(), assessor.first(), reader.first())) {
      Api.as(token)
          .get(made)
          .then()
          .body("stale", equalTo(true))
          .body("changed", contains("/verification"))
          .body("revision", equalTo(token.equals(owner.first()) ? 3 : 1));
      Api.as(token)
          .get(record + "/classification?definition=common")
          .then()
          .body("items.stale", contains(true))
          .body("items.changed", contains(List.of("/verification")));
    }
    aQualifyingAssessment()
        .postedBy(assessor.first(), record)
        .body("stale", equalTo(false))
        .body("revision", equalTo(2));
  }

  @Test
  void anAmendmentThatItsReaderDoesNotSeeLeavesItAsItWas() {
    var made = aQualifyingAssessment().madeBy(assessor.first(), record);
    var before = Api.as(reader.first()).get(made);
    var sources = Api.as(owner.first()).get(record).then().extract().<List<?>>path("sources");
    JsonNode hidden = StrictJson.mapper().valueToTree(sources);
    ((ObjectNode) hidden.get(1)).put("title", "Another title");
    amend("{\"sources\":" + hidden + "}");
    var after = Api.as(reader.first()).get(made);
    assertEquals(before.asString(), after.asString());
    assertEquals(before.header("ETag"), after.header("ETag"));
    for (var token : List.of(owner.first(), assessor.first())) {
      Api.as(token)
          .get(made)
          .then()
          .body("stale", equalTo(true))
          .body("changed", contains("/sources/s2"));
    }
  }

  @Test
  void whoCameLaterCannotRelyOnWhatTheyCannotCompare() {
    var made = aQualifyingAssessment().madeBy(assessor.first(), record);
    amend(
        "{\"handling\":{\"marking\":\"TLP:AMBER+STRICT\",\"audience\":{\"agencies\":[\""
            + stranger.handle()
            + "\",\""
            + assessor.handle()
            + "\"]}}}");
    Api.as(stranger.first())
        .get(made)
        .then()
        .statusCode(200)
        .body("stale", equalTo(true))
        .body("changed", nullValue())
        .body("revision", nullValue());
    Api.as(assessor.first()).get(made).then().body("stale", equalTo(false));
  }

  @Test
  void theFeedTellsOwnerAndRecipients() {
    var ofOwner = new Feed(owner.first());
    var ofReader = new Feed(reader.first());
    var id = record.substring("/v1/incidents/".length());
    ofOwner.watch(id);
    ofReader.watch(id);
    ofOwner.next(3);
    ofReader.next(1);
    aQualifyingAssessment().madeBy(assessor.first(), record);
    assertEquals(List.of("upsert incident-assessed " + id), ofOwner.next(1));
    assertEquals(List.of("upsert incident-assessed " + id), ofReader.next(1));
  }

  @Test
  void anAssessmentThatIsSentAgainIsMadeOnce() {
    var first = once().extract().<String>path("id");
    once().body("id", equalTo(first));
    Api.as(owner.first()).get(record + "/assessments").then().body("items.size()", equalTo(1));
  }

  @Test
  void aDraftIsNotAssessed() {
    var draft = "/v1/incidents/" + anIncident().postedBy(owner);
    aQualifyingAssessment()
        .postedBy(owner.first(), draft)
        .statusCode(409)
        .body("type", equalTo("/problems/assessment-not-recorded"));
  }

  @Test
  void toAssessTakesItsOwnPermission() {
    var clerk = agencies.token(assessor.id(), "clerk", List.of("incident:read", "incident:write"));
    aQualifyingAssessment().postedBy(clerk, record).statusCode(403);
  }

  @Test
  void aDefinitionThatIsNotPublishedClassifiesNothing() {
    Api.as(reader.first())
        .get(record + "/classification?definition=nobodys")
        .then()
        .statusCode(400)
        .body("errors.code", contains("unknown-definition"));
  }

  private ValidatableResponse once() {
    return Api.sending(assessor.first(), aQualifyingAssessment().json())
        .header("Idempotency-Key", "assessment-1")
        .post(record + "/assessments")
        .then()
        .statusCode(201);
  }

  private void amend(String patch) {
    Api.patched(owner.first(), record, patch);
  }

  private static RawHttp.Answer posted(String token, String path) {
    return RawHttp.send(
        "POST",
        token,
        path,
        aQualifyingAssessment().json().getBytes(UTF_8),
        "Content-Type: application/json",
        REQUEST);
  }
}
