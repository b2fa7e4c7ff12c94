package org.tnregistry.cases.casefile;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tnregistry.cases.casefile.CaseBuilder.aCase;
import static org.tnregistry.cases.casefile.CaseBuilder.aCaseOfItsOwnerAlone;
import static org.tnregistry.cases.casefile.CaseBuilder.added;
import static org.tnregistry.cases.casefile.CaseBuilder.member;
import static org.tnregistry.cases.casefile.CaseBuilder.openedBy;
import static org.tnregistry.contract.Refusal.assertRefused;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.Api;
import org.tnregistry.contract.RawHttp;

@QuarkusTest
class CaseTest {
  private static final String REASON = "{\"reason\":\"It is another person.\"}";

  @Inject AgencyFixture agencies;

  private TestAgency owner;
  private TestAgency reader;
  private String file = "";

  @BeforeEach
  void aSharedCase() {
    owner = agencies.agency("ngo", null);
    reader = agencies.agency("law-enforcement", "FR");
    file = openedBy(owner, aCase(reader));
  }

  @Test
  void aCaseFileIsReadByThoseWhomItReachesAndWhomThatIsByItsOwner() {
    Api.as(owner.first())
        .get(file)
        .then()
        .statusCode(200)
        .body("title.en", equalTo("A lawyer"))
        .body("handling.audience.agencies", contains(reader.handle()))
        .body("registry.revision", equalTo(1));
    Api.as(reader.first())
        .get(file)
        .then()
        .statusCode(200)
        .body("registry.owner", equalTo(owner.handle()))
        .body("registry.status", equalTo("open"))
        .body("registry.revision", nullValue())
        .body("handling", equalTo(Map.of("marking", "TLP:AMBER")));
    Api.as(agencies.agency().first()).get(file).then().statusCode(404);
  }

  @Test
  void itIsListedByKindAndByAnIncidentThatIsInIt() {
    var incident = anIncident().sharedWith(reader).recordedBy(owner);
    added(owner.first(), file, incident);
    for (var query : new String[] {"kind=target", "incident=" + incident, "limit=200"}) {
      Api.as(reader.first())
          .get("/v1/cases?" + query)
          .then()
          .statusCode(200)
          .body("items.registry.self", hasItem(file));
    }
    Api.as(reader.first())
        .get("/v1/cases?kind=campaign")
        .then()
        .body("items.registry.self", not(hasItem(file)));
    Api.as(reader.first())
        .get("/v1/cases?incident=" + UUID.randomUUID())
        .then()
        .body("items.size()", equalTo(0));
  }

  @Test
  void aListGoesOnWhereItEnded() {
    var second = openedBy(owner, aCase(reader));
    String next =
        Api.as(reader.first())
            .get("/v1/cases?limit=1")
            .then()
            .body("items.registry.self", contains(file))
            .extract()
            .path("next");
    Api.as(reader.first())
        .get("/v1/cases?limit=1&cursor=" + next)
        .then()
        .statusCode(200)
        .body("items.registry.self", contains(second))
        .body("next", nullValue());
  }

  @Test
  void severalAgenciesPutTheirIncidentsInOneCaseAndEachKeepsItsOwn() {
    var ofOwner = anIncident().sharedWith(reader).recordedBy(owner);
    var ofReader = anIncident().sharedWith(owner).recordedBy(reader);
    added(owner.first(), file, ofOwner);
    var member = added(reader.first(), file, ofReader);
    Api.as(owner.first())
        .get(file + "/members")
        .then()
        .statusCode(200)
        .body("items.incident", contains(ofOwner, ofReader))
        .body("items.agency", contains(owner.handle(), reader.handle()))
        .body("items.incidentStatus", contains("recorded", "recorded"))
        .body(not(containsString("officer")));
    Api.as(owner.first())
        .get("/v1/incidents/" + ofReader)
        .then()
        .body("registry.owner", equalTo(reader.handle()));
    Api.sending(owner.first(), REASON)
        .post(member + "/removal")
        .then()
        .statusCode(200)
        .body("removal.agency", equalTo(owner.handle()))
        .body("removal.reason", equalTo("It is another person."));
    Api.as(reader.first())
        .get(file + "/members?limit=1")
        .then()
        .body("items.incident", contains(ofOwner));
    added(reader.first(), file, ofReader);
  }

  @Test
  void anAmendedCaseKeepsItsMembersAndTakesTheTagThatWasRead() {
    var incident = anIncident().recordedBy(owner);
    added(owner.first(), file, incident);
    var tag = Api.as(owner.first()).get(file).header("ETag");
    var amended = aCase(reader).replace("Since 2013.", "Since 2011.");
    Api.sending(owner.first(), amended).put(file).then().statusCode(428);
    Api.sending(owner.first(), amended)
        .header("If-Match", tag)
        .put(file)
        .then()
        .statusCode(200)
        .body("summary.en", equalTo("Since 2011."))
        .body("registry.revision", equalTo(2));
    Api.sending(owner.first(), amended).header("If-Match", tag).put(file).then().statusCode(412);
    Api.as(owner.first()).get(file + "/members").then().body("items.incident", contains(incident));
  }

  @Test
  void aCaseThatIsSentBackAsItWasReadIsNoFault() {
    var read = Api.as(owner.first()).get(file);
    Api.sending(owner.first(), read.asString())
        .header("If-Match", read.header("ETag"))
        .put(file)
        .then()
        .statusCode(200);
  }

  @Test
  void aClosedCaseStaysToBeReadAndChangesNoMore() {
    var incident = anIncident().sharedWith(reader).recordedBy(owner);
    added(owner.first(), file, incident);
    Api.sending(owner.first(), REASON)
        .post(file + "/closure")
        .then()
        .statusCode(200)
        .body("registry.status", equalTo("closed"));
    Api.as(reader.first())
        .get(file)
        .then()
        .body("registry.closingReason", equalTo("It is another person."));
    var other = anIncident().recordedBy(owner);
    for (var path : new String[] {"/members", "/closure"}) {
      var body = path.equals("/members") ? member(other) : REASON;
      Api.sending(owner.first(), body).post(file + path).then().statusCode(409);
    }
    Api.sending(owner.first(), aCase())
        .header("If-Match", "*")
        .put(file)
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/case-closed"));
  }

  @Test
  void anIncidentIsAddedOnceByEachAgency() {
    var incident = anIncident().sharedWith(reader).recordedBy(owner);
    var member = added(owner.first(), file, incident);
    assertRefused(post(owner.first(), "/members", member(incident)), 409, "case-member-stands");
    added(reader.first(), file, incident);
    Api.sending(owner.first(), REASON).post(member + "/removal").then().statusCode(200);
    Api.sending(owner.first(), REASON)
        .post(member + "/removal")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/case-member-removed"));
    Api.as(reader.first()).get(file + "/members").then().body("items.size()", equalTo(2));
  }

  @Test
  void onlyTheOwnerOfACaseAmendsAndClosesItAndTakesOutWhatOthersPutIn() {
    var incident = anIncident().sharedWith(reader).recordedBy(owner);
    var member = added(owner.first(), file, incident);
    assertRefused(RawHttp.post(reader.first(), file + "/closure", REASON), 403, "not-yours");
    Api.sending(reader.first(), REASON).post(member + "/removal").then().statusCode(403);
    Api.sending(reader.first(), aCase()).header("If-Match", "*").put(file).then().statusCode(403);
  }

  @Test
  void aRequestThatIsSentAgainIsAnsweredAgain() {
    var incident = anIncident().recordedBy(owner);
    for (int i = 0; i < 2; i++) {
      Api.sending(owner.first(), member(incident))
          .header("Idempotency-Key", "\"again\"")
          .post(file + "/members")
          .then()
          .statusCode(201);
    }
    Api.as(owner.first()).get(file + "/members").then().body("items.size()", equalTo(1));
  }

  @Test
  void aMemberThatIsNotThereOrHiddenOrADraftIsRefused() {
    var hidden = anIncident().recordedBy(reader);
    var draft = anIncident().postedBy(owner);
    for (var incident : new String[] {hidden, UUID.randomUUID().toString()}) {
      assertRefused(
          post(owner.first(), "/members", member(incident)),
          422,
          "invalid-document",
          "unknown-incident #/incident");
    }
    assertRefused(
        post(owner.first(), "/members", member(draft)),
        422,
        "invalid-document",
        "not-recorded #/incident");
    assertRefused(
        post(owner.first(), "/members", "{\"incident\":\"x\"}"),
        422,
        "invalid-document",
        "invalid-format #/incident",
        "missing-member #/reason");
  }

  @Test
  void allFaultsOfACaseAreToldAtOnce() {
    assertRefused(
        RawHttp.post(
            owner.first(),
            "/v1/cases",
            "{\"kind\":\"none\",\"handling\":{\"marking\":\"TLP:RED\",\"audience\":"
                + "{\"agencies\":[\"nobody-there\"],\"jurisdictions\":[\"FR\"]}},\"x\":1}"),
        422,
        "invalid-document",
        "unknown-code #/kind",
        "missing-member #/title",
        "unknown-agency #/handling/audience/agencies/0",
        "beyond-marking #/handling/audience/jurisdictions",
        "unknown-member #/x");
  }

  @ParameterizedTest
  @CsvSource({"kind=none,unknown-code kind", "incident=x,invalid-format incident"})
  void aFilterThatIsNoneIsRefused(String query, String fault) {
    var answer = RawHttp.get(owner.first(), "/v1/cases?" + query);
    assertRefused(answer, 400, "invalid-parameter", fault);
  }

  @Test
  void aCursorOfAnotherListIsRefused() {
    Api.as(owner.first()).get("/v1/cases?cursor=eA").then().statusCode(400);
    Api.as(owner.first()).get(file + "/members?cursor=Y2FzZXMfeB94").then().statusCode(400);
  }

  @Test
  void aCaseWithoutHandlingIsItsOwners() {
    var closed = openedBy(owner, aCaseOfItsOwnerAlone());
    assertEquals(404, RawHttp.get(reader.first(), closed).status());
  }

  private RawHttp.Answer post(String token, String tail, String body) {
    return RawHttp.post(token, file + tail, body);
  }
}
