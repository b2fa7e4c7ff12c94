package org.tnregistry.incident;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.Api;
import org.tnregistry.exchange.Feed;

/** That somebody was barred, and why no longer, is the owner's to know. */
@QuarkusTest
class LiftedBarHistoryTest {
  private static final String WHY = "The unit was cleared of the leak.";

  @Inject AgencyFixture agencies;

  private TestAgency owner;
  private TestAgency reader;
  private TestAgency ofMonaco;
  private String id = "";

  @BeforeEach
  void aRecordThatMonacoWasBarredFrom() {
    owner = agencies.agency("law-enforcement", "SM");
    reader = agencies.agency("ngo", null);
    ofMonaco = agencies.agency("law-enforcement", "MC");
    id =
        anIncident()
            .sharedWith(reader, ofMonaco)
            .with(d -> d.withObject("/handling/barred").putArray("jurisdictions").add("MC"))
            .recordedBy(owner);
    patch("{\"handling\":{\"barred\":null}}");
  }

  @Test
  void toOthersALiftingIsAChangeWithoutReason() {
    var before = get(reader, "/history").extract().asString();
    var past = get(reader, "/history/1").extract().asString();
    lift();
    get(owner, "/history").body("items.act[-1]", equalTo("bar-lifted")).body(containsString(WHY));
    get(ofMonaco, "/history")
        .body("items.act", contains("amended"))
        .body("items[0].reason", nullValue())
        .body(not(containsString("bar-lift")));
    assertEquals(before, get(reader, "/history").extract().asString());
    assertEquals(past, get(reader, "/history/1").extract().asString());
    get(ofMonaco, "/history/1").body("registry.revision", equalTo(1));
  }

  @Test
  void theFeedTellsOthersOfALiftingAsOfAnAmendment() {
    var feeds =
        List.of(new Feed(owner.first()), new Feed(reader.first()), new Feed(ofMonaco.first()));
    feeds.forEach(feed -> feed.watch(id));
    lift();
    assertEquals("upsert incident-bar-lifted " + id, last(feeds.get(0), 6));
    assertEquals("upsert incident-amended " + id, last(feeds.get(1), 2));
    assertEquals("upsert incident-amended " + id, last(feeds.get(2), 1));
  }

  @Test
  void aLiftingDoesNotSayWhyARecordWasClosed() {
    IncidentBuilder.step(owner.second(), id, "withdrawn").then().statusCode(200);
    lift();
    int revision = get(owner, "").extract().path("registry.revision");
    get(owner, "/history/" + revision).body("registry.closingReason", equalTo("Test."));
    get(reader, "/history/2").body("registry.closingReason", equalTo("Test."));
    get(ofMonaco, "/history/2").body(not(containsString(WHY)));
    get(owner, "/history/" + (revision - 3)).body("registry.closingReason", nullValue());
  }

  private static String last(Feed feed, int count) {
    return feed.next(count).get(count - 1);
  }

  private ValidatableResponse get(TestAgency by, String what) {
    return Api.as(by.first()).get("/v1/incidents/" + id + what).then().statusCode(200);
  }

  private void lift() {
    for (var token : List.of(owner.first(), owner.second())) {
      Api.sending(token, "{\"jurisdiction\":\"MC\",\"reason\":\"" + WHY + "\"}")
          .post("/v1/incidents/" + id + "/bar-liftings")
          .then()
          .statusCode(200);
    }
  }

  private void patch(String patch) {
    Api.patched(owner.first(), "/v1/incidents/" + id, patch);
  }
}
