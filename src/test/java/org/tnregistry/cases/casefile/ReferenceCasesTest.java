package org.tnregistry.cases.casefile;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.access.DemoFixture;
import org.tnregistry.contract.Api;
import org.tnregistry.incident.reference.ReferenceIncidents;
import org.tnregistry.incident.reference.ReferenceSetAlone;

/** The case files of the published reference set. */
@QuarkusTest
@TestProfile(ReferenceSetAlone.class)
class ReferenceCasesTest {
  @Inject ReferenceIncidents incidents;
  @Inject ReferenceCases cases;
  @Inject DemoFixture demo;

  private TestAgency ngo;

  @BeforeEach
  void loaded() {
    ngo = demo.ngo();
    incidents.load();
    cases.load();
  }

  @Test
  void theyAreLoadedOnce() {
    assertEquals(0, cases.load());
    Api.as(ngo.first())
        .get("/v1/cases")
        .then()
        .statusCode(200)
        .body("items.kind", contains("target", "instrument"));
  }

  @Test
  void thePatternOfAPersonsCaseShowsWhatLooksIsolated() {
    String file = Api.as(ngo.first()).get("/v1/cases?kind=target").path("items[0].registry.self");
    var pattern = Api.as(ngo.first()).get(file + "/pattern").then().statusCode(200);
    Api.as(ngo.first()).get(file + "/members").then().body("items.size()", equalTo(15));
    pattern
        .body("openRequests.openSince", hasItems("2016-11-03", "2018-04-24"))
        .body("members.size()", equalTo(15));
  }

  @Test
  void thePatternOfAnInstrumentIsItsLineage() {
    String file =
        Api.as(ngo.first()).get("/v1/cases?kind=instrument").path("items[0].registry.self");
    Api.as(ngo.first()).get(file + "/members").then().body("items.size()", equalTo(4));
    Api.as(ngo.first())
        .get(file + "/pattern")
        .then()
        .statusCode(200)
        .body("lineages[0].stages.type", hasItems("civil-suit", "extradition-request"));
  }
}
