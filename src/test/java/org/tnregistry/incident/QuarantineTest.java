package org.tnregistry.incident;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import io.quarkus.test.junit.QuarkusTest;
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

@QuarkusTest
class QuarantineTest {
  private static final String REQUEST = "X-Request-Id: the-same-for-both";

  @Inject AgencyFixture agencies;
  @Inject Operator operator;

  private TestAgency owner;
  private TestAgency reader;
  private Feed feed;

  @BeforeEach
  void anOwnerAndAReader() {
    owner = agencies.agency("law-enforcement", "FR");
    reader = agencies.agency("law-enforcement", "DE");
    feed = new Feed(reader.first());
  }

  private String shared() {
    return feed.watch(anIncident().sharedWith(reader).recordedBy(owner));
  }

  @Test
  void whatAQuarantinedAgencyPostedIsHiddenFromAllOthersAsIfItWereNotThere() {
    var id = shared();
    Api.as(reader.first()).get(path(id)).then().statusCode(200);
    operator.quarantine(owner, true);
    var hidden = RawHttp.get(reader.first(), path(id), REQUEST);
    var unknown = RawHttp.get(reader.first(), path(UUID.randomUUID().toString()), REQUEST);
    assertEquals(404, hidden.status());
    assertEquals(unknown.body(), hidden.body());
    Api.as(reader.first()).get("/v1/incidents").then().body("items.id", not(hasItem(id)));
    Api.as(reader.first()).get(path(id) + "/history").then().statusCode(404);
    Api.as(owner.first()).get(path(id)).then().statusCode(200);
  }

  @Test
  void aQuarantinedAgencySeesItsOwnRecordsOnly() {
    var theirs = anIncident().sharedWith(owner).recordedBy(reader);
    var own = shared();
    Api.as(owner.first()).get("/v1/incidents").then().body("items.id", hasItems(theirs, own));
    operator.quarantine(owner, true);
    Api.as(owner.first()).get(path(theirs)).then().statusCode(404);
    Api.as(owner.first()).get(path(own)).then().statusCode(200);
    operator.quarantine(owner, false);
    Api.as(owner.first()).get(path(theirs)).then().statusCode(200);
  }

  @Test
  void theFeedTakesEveryRecordBackAndGivesItAgain() {
    var first = shared();
    var second = shared();
    feed.watch(anIncident().recordedBy(owner));
    feed.watch(anIncident().sharedWith(reader).postedBy(owner));
    assertEquals(
        List.of("upsert incident-recorded " + first, "upsert incident-recorded " + second),
        feed.next(2));
    operator.quarantine(owner, true);
    assertEquals(
        List.of("retract audience-narrowed " + first, "retract audience-narrowed " + second),
        sorted(feed.next(2), first));
    operator.quarantine(owner, false);
    assertEquals(
        List.of("upsert agency-released " + first, "upsert agency-released " + second),
        sorted(feed.next(2), first));
    assertEquals(List.of(), feed.page());
  }

  @Test
  void theFeedTakesPartiesBackAndGivesThemAgain() {
    var party =
        "{\"kind\":\"organisation\",\"identity\":{\"names\":[{\"text\":\"Firm\",\"kind\":\"primary\"}]},"
            + "\"handling\":{\"marking\":\"TLP:RED\",\"audience\":{\"agencies\":[\""
            + reader.handle()
            + "\"]}}}";
    var id =
        feed.watch(
            Api.sending(owner.first(), party).post("/v1/parties").<String>path("registry.id"));
    assertEquals(List.of("upsert party-registered " + id), feed.next(1));
    operator.quarantine(owner, true);
    assertEquals(List.of("retract audience-narrowed " + id), feed.next(1));
    Api.as(reader.first()).get("/v1/parties/" + id).then().statusCode(404);
    operator.quarantine(owner, false);
    assertEquals(List.of("upsert agency-released " + id), feed.next(1));
  }

  @Test
  void whatAQuarantinedAgencyDoesIsToldToNobodyUntilItsRelease() {
    operator.quarantine(owner, true);
    var id = shared();
    var own = new Feed(owner.first());
    own.watch(id);
    assertEquals(3, own.next(3).size());
    assertEquals(List.of(), feed.page());
    operator.quarantine(owner, false);
    assertEquals(List.of("upsert agency-released " + id), feed.next(1));
    Api.as(reader.first()).get(path(id)).then().statusCode(200);
  }

  @Test
  void aReleasedAgencyIsToldWhatItSeesAgain() {
    var theirs = anIncident().sharedWith(owner).recordedBy(reader);
    operator.quarantine(owner, true);
    var own = new Feed(owner.first());
    own.watch(theirs);
    assertEquals(List.of(), own.page());
    operator.quarantine(owner, false);
    assertEquals("upsert agency-released " + theirs, last(own.next(2)));
  }

  @Test
  void whoJoinsAGroupIsGivenItsRecordsAndWhoLeavesLosesThem() {
    var group = operator.group();
    operator.join(group, owner);
    var id = feed.watch(anIncident().sharedWithGroup(group).recordedBy(owner));
    readToTheEnd();
    operator.join(group, reader);
    assertEquals(List.of("upsert group-joined " + id), feed.next(1));
    Api.as(reader.first()).get(path(id)).then().statusCode(200);
    operator.leave(group, reader);
    assertEquals(List.of("retract audience-narrowed " + id), feed.next(1));
    Api.as(reader.first()).get(path(id)).then().statusCode(404);
  }

  @Test
  void nobodyElseIsToldOfAMembership() {
    var group = operator.group();
    operator.join(group, owner);
    var bystander = agencies.agency("ngo", null);
    operator.join(group, bystander);
    var id = anIncident().sharedWithGroup(group).recordedBy(owner);
    var other = new Feed(bystander.first());
    other.watch(id);
    feed.watch(id);
    assertEquals(List.of("upsert incident-recorded " + id), other.next(1));
    readToTheEnd();
    operator.join(group, reader);
    assertEquals(List.of("upsert group-joined " + id), feed.next(1));
    assertEquals(List.of(), other.page());
  }

  @Test
  void aBarredMemberOfAGroupIsToldNothing() {
    var group = operator.group();
    operator.join(group, owner);
    var barred = agencies.agency("law-enforcement", "KZ");
    var id = feed.watch(anIncident().sharedWithGroup(group).recordedBy(owner));
    readToTheEnd();
    operator.join(group, barred);
    operator.join(group, reader);
    assertEquals(List.of("upsert group-joined " + id), feed.next(1));
    var ofTheBarred = new Feed(barred.first());
    ofTheBarred.watch(id);
    assertEquals(List.of(), ofTheBarred.page());
  }

  /** Past everything that was recorded before: what is told from here on is told by the act. */
  private void readToTheEnd() {
    var own = feed.watch(anIncident().postedBy(reader));
    assertEquals(List.of("upsert incident-created " + own), feed.next(1));
  }

  private static List<String> sorted(List<String> told, String first) {
    return told.stream()
        .sorted((a, b) -> a.endsWith(first) ? -1 : b.endsWith(first) ? 1 : 0)
        .toList();
  }

  private static String last(List<String> told) {
    return told.get(told.size() - 1);
  }

  private static String path(String id) {
    return "/v1/incidents/" + id;
  }
}
