package org.tnregistry.cases.casefile;

import static org.hamcrest.Matchers.contains;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tnregistry.cases.casefile.CaseBuilder.aCase;
import static org.tnregistry.cases.casefile.CaseBuilder.added;
import static org.tnregistry.cases.casefile.CaseBuilder.openedBy;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.access.Operator;
import org.tnregistry.contract.Api;
import org.tnregistry.contract.RawHttp;

/**
 * A case file tells nobody of an incident that they do not see, nor of itself to whom it is barred.
 */
@QuarkusTest
class CaseFirewallTest {
  private static final String REQUEST = "X-Request-Id: the-same-for-both";

  @Inject AgencyFixture agencies;
  @Inject Operator operator;
  @Inject CaseBars bars;

  private TestAgency owner;
  private TestAgency reader;
  private TestAgency ofKazakhstan;
  private String file = "";

  @BeforeEach
  void aSharedCase() {
    owner = agencies.agency("ngo", null);
    reader = agencies.agency("law-enforcement", "FR");
    ofKazakhstan = agencies.agency("prosecution", "KZ");
    file = openedBy(owner, aCase(reader, ofKazakhstan));
  }

  private TestAgency aReaderOfUkraine() {
    var ukrainian = agencies.agency("prosecution", "UA");
    file = openedBy(owner, aCase(ukrainian));
    return ukrainian;
  }

  private void barUkraineFrom(String incident) {
    Api.sending(owner.first(), anIncident().role("requesting", "UA").json())
        .header("If-Match", "*")
        .put("/v1/incidents/" + incident)
        .then()
        .statusCode(200);
    bars.catchUp();
  }

  /** All that a reader is told, but for what time does. */
  private List<String> told(TestAgency who, String incident) {
    var answers = new ArrayList<String>();
    for (var path :
        List.of(
            file,
            file + "/members",
            file + "/pattern",
            "/v1/cases?limit=200",
            "/v1/cases?incident=" + incident,
            file + "/members/" + UUID.nameUUIDFromBytes(new byte[1]))) {
      var answer = RawHttp.get(who.first(), path, REQUEST);
      answers.add(answer.status() + answer.header("ETag").orElse("") + answer.body());
    }
    return answers;
  }

  @Test
  void anIncidentThatIsHiddenLeavesNoTraceInACase() {
    added(owner.first(), file, anIncident().sharedWith(reader).recordedBy(owner));
    var hidden = anIncident().recordedBy(owner);
    var before = told(reader, hidden);
    var member = added(owner.first(), file, hidden);
    assertEquals(before, told(reader, hidden));
    assertEquals(404, RawHttp.get(reader.first(), member).status());
    assertEquals(
        RawHttp.get(reader.first(), file + "/members/" + UUID.randomUUID(), REQUEST).body(),
        RawHttp.get(reader.first(), member, REQUEST).body());
    Api.sending(owner.first(), "{\"reason\":\"R\"}")
        .post(member + "/removal")
        .then()
        .statusCode(200);
    assertEquals(before, told(reader, hidden));
  }

  @Test
  void aChangeOfTheAudienceAloneIsToldToNobodyElse() {
    var before = told(reader, UUID.randomUUID().toString());
    Api.sending(owner.first(), aCase(reader))
        .header("If-Match", "*")
        .put(file)
        .then()
        .statusCode(200);
    assertEquals(before.subList(0, 4), told(reader, UUID.randomUUID().toString()).subList(0, 4));
  }

  @Test
  void aStateThatIsBarredFromAnIncidentIsBarredFromTheCaseItsOwnerPutItIn() {
    assertEquals(200, RawHttp.get(ofKazakhstan.first(), file).status());
    added(owner.first(), file, anIncident().recordedBy(owner));
    var unknown = "/v1/cases/" + UUID.randomUUID();
    assertEquals(404, RawHttp.get(ofKazakhstan.first(), file).status());
    assertEquals(
        RawHttp.get(ofKazakhstan.first(), unknown, REQUEST).body(),
        RawHttp.get(ofKazakhstan.first(), file, REQUEST).body());
    Api.as(reader.first()).get(file).then().statusCode(200);
  }

  @Test
  void whatAnotherAgencyPutInBarsNobodyUntilTheOwnerWritesAgain() {
    var incident = anIncident().sharedWith(owner).recordedBy(reader);
    added(reader.first(), file, incident);
    bars.catchUp();
    assertEquals(200, RawHttp.get(ofKazakhstan.first(), file).status());
    Api.sending(owner.first(), aCase(reader, ofKazakhstan))
        .header("If-Match", "*")
        .put(file)
        .then()
        .statusCode(200);
    assertEquals(404, RawHttp.get(ofKazakhstan.first(), file).status());
  }

  @Test
  void aBarThatAnIncidentGetsLaterReachesTheCase() {
    var ukrainian = aReaderOfUkraine();
    var incident = anIncident().recordedBy(owner);
    added(owner.first(), file, incident);
    assertEquals(200, RawHttp.get(ukrainian.first(), file).status());
    barUkraineFrom(incident);
    assertEquals(404, RawHttp.get(ukrainian.first(), file).status());
  }

  @Test
  void aBarThatAnIncidentGetsLaterReachesTheCaseItWasTakenOutOf() {
    var ukrainian = aReaderOfUkraine();
    var incident = anIncident().recordedBy(owner);
    var member = added(owner.first(), file, incident);
    Api.sending(owner.first(), "{\"reason\":\"R\"}")
        .post(member + "/removal")
        .then()
        .statusCode(200);
    barUkraineFrom(incident);
    assertEquals(404, RawHttp.get(ukrainian.first(), file).status());
  }

  @Test
  void whyACaseWasClosedIsBarredFromWhomAnIncidentInItIsBarred() {
    var incident = anIncident().sharedWith(owner).recordedBy(reader);
    added(reader.first(), file, incident);
    Api.sending(owner.first(), "{\"reason\":\"He was found in Brussels.\"}")
        .post(file + "/closure")
        .then()
        .statusCode(200);
    assertEquals(404, RawHttp.get(ofKazakhstan.first(), file).status());
    Api.as(reader.first()).get(file).then().statusCode(200);
  }

  @Test
  void aBarThatComesDuringAQuarantineReachesTheCaseBeforeItsRelease() {
    var ukrainian = aReaderOfUkraine();
    var incident = anIncident().recordedBy(owner);
    added(owner.first(), file, incident);
    operator.quarantine(owner, true);
    barUkraineFrom(incident);
    operator.quarantine(owner, false);
    assertEquals(404, RawHttp.get(ukrainian.first(), file).status());
  }

  @Test
  void whatAQuarantinedAgencyPutInIsHidden() {
    var incident = anIncident().sharedWith(reader).recordedBy(owner);
    var quarantined = agencies.agency("ngo", null);
    file = openedBy(owner, aCase(reader, quarantined));
    var shared = anIncident().sharedWith(reader, quarantined).recordedBy(owner);
    added(quarantined.first(), file, shared);
    added(owner.first(), file, incident);
    operator.quarantine(quarantined, true);
    Api.as(reader.first()).get(file + "/members").then().body("items.incident", contains(incident));
    operator.quarantine(quarantined, false);
    Api.as(reader.first())
        .get(file + "/members")
        .then()
        .body("items.incident", contains(shared, incident));
  }
}
