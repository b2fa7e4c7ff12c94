package org.tnregistry.cases;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tnregistry.cases.FindProceedings.found;
import static org.tnregistry.cases.FindProceedings.list;
import static org.tnregistry.cases.ProceedingBuilder.aProceeding;
import static org.tnregistry.incident.IncidentBuilder.anIncident;
import static org.tnregistry.incident.IncidentBuilder.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.access.Permission;
import org.tnregistry.contract.Api;
import org.tnregistry.incident.IncidentBuilder;
import org.tnregistry.party.Persons;

/** Who finds a proceeding of another agency, and by what. */
@QuarkusTest
class ProceedingSightTest {
  @Inject AgencyFixture agencies;

  private TestAgency owner = none();
  private TestAgency partner = none();
  private TestAgency other = none();

  private static TestAgency none() {
    return new TestAgency(new UUID(0, 0), "", "", "");
  }

  @BeforeEach
  void threeAgencies() {
    owner = agencies.agency("law-enforcement", "SM");
    partner = agencies.agency("law-enforcement", "MC");
    other = agencies.agency("ngo", null);
  }

  private IncidentBuilder shared() {
    return anIncident().titled("en", "S").sharedWith(partner, other);
  }

  private String owned() {
    return "&owner=" + owner.handle();
  }

  @Test
  void nobodyButItsOwnerFindsItBeforeASecondPersonRecordedTheIncident() {
    var id = shared().with(aProceeding("p1", "other").numbered("77")).postedBy(owner);
    assertEquals(List.of("S/p1"), found(owner, "caseNumber=77" + owned()));
    assertEquals(List.of(), found(partner, "caseNumber=77" + owned()));
    step(owner.first(), id, "submitted").then().statusCode(200);
    assertEquals(List.of(), found(partner, "caseNumber=77" + owned()));
    step(owner.second(), id, "recorded").then().statusCode(200);
    list(partner, "caseNumber=77" + owned())
        .then()
        .body("items[0].incident.id", equalTo(id))
        .body("items[0].incident.self", equalTo("/v1/incidents/" + id))
        .body("items[0].incident.title.en", equalTo("S"))
        .body("items[0].incident.status", equalTo("recorded"));
  }

  @Test
  void aMarkedProceedingIsNeitherListedNorCountedNorFoundByThoseItDoesNotReach() {
    shared()
        .with(aProceeding("p1", "other").to("BE").numbered("1").step("requested", -3))
        .with(
            aProceeding("p2", "other")
                .to("BE")
                .numbered("hidden 2")
                .step("requested", -9)
                .step("hearing-scheduled", 9)
                .markedFor(partner))
        .recordedBy(owner);
    for (var seeing : List.of(owner, partner)) {
      assertEquals(List.of("S/p2", "S/p1"), found(seeing, "requestedState=BE" + owned()));
      assertEquals(List.of("S/p2"), found(seeing, "caseNumber=hidden2" + owned()));
      assertEquals(
          Integer.valueOf(2), list(seeing, "type=other&count=exact" + owned()).path("count"));
    }
    assertEquals(List.of("S/p1"), found(other, "requestedState=BE" + owned()));
    for (var asked : List.of("caseNumber=hidden2", "openForDays=5", "hearingFrom=2020-01-01")) {
      var answer = list(other, asked + "&count=exact" + owned());
      assertEquals(List.of(), FindProceedings.names(answer), asked);
      assertEquals(Integer.valueOf(0), answer.path("count"), asked);
    }
    assertEquals(Integer.valueOf(1), list(other, "type=other&count=exact" + owned()).path("count"));
  }

  @Test
  void aMarkedTargetLeadsToNoProceedingForThoseItDoesNotReach() {
    var person =
        "{\"kind\":\"person\",\"identity\":{\"names\":[{\"text\":\"Anna\",\"kind\":\"primary\"}]}}";
    var open = Persons.registered(owner, person);
    var hidden = Persons.registered(owner, person);
    shared()
        .target("t2", "direct")
        .with(d -> ((ObjectNode) d.at("/targets/0")).put("party", open))
        .with(d -> ((ObjectNode) d.at("/targets/1")).put("party", hidden))
        .partFor("/targets/1", partner)
        .with(aProceeding("p1", "other").against("t1").against("t2"))
        .with(aProceeding("p2", "other").against("t2").markedFor(other))
        .recordedBy(owner);
    assertEquals(List.of("S/p1"), found(other, "target=" + open));
    assertEquals(List.of(), found(other, "target=" + hidden));
    assertEquals(List.of("S/p1"), found(partner, "target=" + hidden));
    assertEquals(List.of("S/p1", "S/p2"), found(owner, "target=" + hidden));
  }

  @Test
  void barredStatesGetNothingWhateverTheAudienceSays() {
    var requesting = agencies.agency("prosecution", "UA");
    var origin = agencies.agency("law-enforcement", "KZ");
    anIncident()
        .sharedWith(requesting, origin, partner)
        .with(aProceeding("p1", "extradition-request").from("UA").to("BE").numbered("77"))
        .recordedBy(owner);
    assertEquals(1, found(partner, "caseNumber=77" + owned()).size());
    for (var barred : List.of(requesting, origin)) {
      for (var asked : List.of("caseNumber=77", "requestingState=UA", "requestedState=BE")) {
        var answer = list(barred, asked + "&count=exact" + owned());
        assertEquals(List.of(), answer.path("items"), asked);
        assertEquals(Integer.valueOf(0), answer.path("count"), asked);
      }
    }
  }

  @Test
  void aBarOrANarrowerAudienceTakesItAway() {
    var id = shared().with(aProceeding("p1", "other").numbered("77")).recordedBy(owner);
    assertEquals(List.of("S/p1"), found(partner, "caseNumber=77" + owned()));
    Api.as(owner.first())
        .header("If-Match", "*")
        .contentType("application/merge-patch+json; charset=UTF-8")
        .body("{\"handling\":{\"barred\":{\"jurisdictions\":[\"MC\"]}}}")
        .patch("/v1/incidents/" + id)
        .then()
        .statusCode(200);
    assertEquals(List.of(), found(partner, "caseNumber=77" + owned()));
    assertEquals(List.of("S/p1"), found(other, "caseNumber=77" + owned()));
  }

  @Test
  void whatWasWithdrawnIsListedAsTheIncidentListDoes() {
    var id = shared().with(aProceeding("p1", "other").numbered("77")).recordedBy(owner);
    step(owner.first(), id, "withdrawn").then().statusCode(200);
    list(partner, "caseNumber=77" + owned())
        .then()
        .body("items[0].incident.status", equalTo("withdrawn"));
    assertEquals(
        List.of(id),
        Api.as(partner.first()).get("/v1/incidents?caseNumber=77" + owned()).path("items.id"));
  }

  @Test
  void itTakesThePermissionToReadIncidentsAndToReadPartiesForOne() {
    var counter = agencies.token(other.id(), "counter", List.of(Permission.STATISTICS_READ));
    Api.as(counter).get(FindProceedings.PROCEEDINGS).then().statusCode(403);
    var reader = agencies.token(other.id(), "reader", List.of(Permission.INCIDENT_READ));
    for (var asking : List.of(Api.as(reader), Api.anonymous())) {
      asking
          .get(FindProceedings.PROCEEDINGS + "?target=" + UUID.randomUUID())
          .then()
          .statusCode(400)
          .body("errors[0].code", equalTo("unreadable-member"));
    }
  }
}
