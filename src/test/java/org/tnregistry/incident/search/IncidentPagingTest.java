package org.tnregistry.incident.search;

import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tnregistry.incident.IncidentBuilder.anEmptyDraft;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.Api;

@QuarkusTest
class IncidentPagingTest {
  @Inject AgencyFixture agencies;

  @Test
  void pagingWhileOthersWriteTellsNothingTwiceAndMissesNothingThatWasThere() {
    var agency = agencies.agency();
    var there = new TreeSet<String>();
    for (int i = 0; i < 120; i++) {
      there.add(incident(i).postedBy(agency));
    }
    var done = new AtomicBoolean();
    var writer =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; !done.get(); i++) {
                incident(i).postedBy(agency);
              }
            });
    try {
      for (var sort : List.of("updated", "-updated", "occurrence", "-occurrence")) {
        var read = Paging.through(agency, 7, "sort", sort);
        assertEquals(read.size(), new HashSet<>(read).size(), "told twice by " + sort);
        var missed = new TreeSet<>(there);
        missed.removeAll(read);
        assertEquals(new TreeSet<String>(), missed, "missed by " + sort);
        if (sort.equals("updated")) {
          assertTrue(read.size() > there.size(), "nothing was written meanwhile");
        }
      }
    } finally {
      done.set(true);
      writer.join();
    }
  }

  private static org.tnregistry.incident.IncidentBuilder incident(int i) {
    return anEmptyDraft().during(String.valueOf(2000 + i * 7 % 20));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void theLinkOfTheHeaderIsTheCursorOfTheBody(int limit) {
    var agency = agencies.agency();
    for (int i = 0; i < 5; i++) {
      anEmptyDraft().from("KZ").titled("en", "50% más + 1").postedBy(agency);
    }
    anEmptyDraft().from("RU").postedBy(agency);
    var expected = Find.ids(agency, "origin", "KZ", "q", "50% más + 1");
    assertEquals(5, expected.size());
    assertEquals(expected, byLinks(agency, limit));
    assertEquals(expected, Paging.through(agency, limit, "origin", "KZ", "q", "50% más + 1"));
  }

  private static List<String> byLinks(TestAgency agency, int limit) {
    var read = new ArrayList<String>();
    var page =
        Find.query(agency, "origin", "KZ", "q", "50% más + 1", "limit", String.valueOf(limit))
            .get(Find.INCIDENTS);
    while (true) {
      read.addAll(page.<List<String>>path("items.id"));
      var link = page.header("Link");
      if (link == null) {
        return read;
      }
      assertTrue(link.matches("</v1/incidents\\?[!-~&&[^<>]]+>; rel=\"next\""), link);
      page =
          Api.as(agency.first())
              .urlEncodingEnabled(false)
              .get(link.substring(1, link.indexOf('>')));
    }
  }

  @Test
  void theCountIsExactOnEveryPageAndGivenOnlyWhenAskedFor() {
    var agency = agencies.agency();
    for (int i = 0; i < 5; i++) {
      anEmptyDraft().from(i < 3 ? "KZ" : "RU").postedBy(agency);
    }
    var first = Find.query(agency, "origin", "KZ", "limit", "2", "count", "exact");
    var cursor =
        first
            .get(Find.INCIDENTS)
            .then()
            .body("count", equalTo(3))
            .body("items", hasSize(2))
            .extract()
            .<String>path("next");
    Find.query(agency, "origin", "KZ", "limit", "2", "count", "exact", "cursor", cursor)
        .get(Find.INCIDENTS)
        .then()
        .body("count", equalTo(3))
        .body("items", hasSize(1))
        .body("next", nullValue());
    for (var count : List.of("none", "exact")) {
      Find.query(agency, "count", count)
          .get(Find.INCIDENTS)
          .then()
          .body("count", count.equals("none") ? nullValue() : equalTo(5));
    }
    Find.query(agency).get(Find.INCIDENTS).then().body("count", nullValue());
  }

  @Test
  void theLastPageIsLastAlsoWhenItIsFull() {
    var agency = agencies.agency();
    anEmptyDraft().postedBy(agency);
    anEmptyDraft().postedBy(agency);
    Find.query(agency, "limit", "2")
        .get(Find.INCIDENTS)
        .then()
        .header("Link", nullValue())
        .body("items", hasSize(2))
        .body("next", nullValue());
  }

  @Test
  void fieldsGivesTheMembersAskedForAndTheId() {
    var agency = agencies.agency();
    var id = anEmptyDraft().from("KZ").during("2017").postedBy(agency);
    Find.query(agency, "fields", "period,status")
        .get(Find.INCIDENTS)
        .then()
        .statusCode(200)
        .body("items[0]", aMapWithSize(3))
        .body("items[0].id", equalTo(id))
        .body("items[0].period", equalTo("2017"))
        .body("items[0].status", equalTo("draft"));
  }

  @Test
  void aSummaryTellsWhatTheRecordTells() {
    var agency = agencies.agency();
    var id =
        anEmptyDraft()
            .from("KZ")
            .in("BE")
            .during("2016-11/..")
            .target("t1", "direct")
            .act("a1", "spyware", "attempted")
            .proceeding("p1", "civil-suit", "17-1")
            .with(d -> d.put("verification", "credible"))
            .postedBy(agency);
    var record = Api.as(agency.first()).get("/v1/incidents/" + id);
    Find.query(agency)
        .get(Find.INCIDENTS)
        .then()
        .body("items[0].id", equalTo(id))
        .body("items[0].reference", equalTo(record.path("registry.reference")))
        .body("items[0].owner", equalTo(agency.handle()))
        .body("items[0].status", equalTo("draft"))
        .body("items[0].revision", equalTo(1))
        .body("items[0].updatedAt", equalTo(record.path("registry.updatedAt")))
        .body("items[0].title.en", equalTo("Test incident"))
        .body("items[0].earliest", equalTo("2016-11-01"))
        .body("items[0].latest", nullValue())
        .body("items[0].ongoing", equalTo(true))
        .body("items[0].verification", equalTo("credible"))
        .body("items[0].stateRoles.state", equalTo(List.of("KZ", "BE")))
        .body("items[0].acts[0].tactic", equalTo("spyware"))
        .body("items[0].acts[0].completion", equalTo("attempted"))
        .body("items[0].targetCategories", equalTo(List.of("lawyer")))
        .body("items[0].proceedings[0].status", equalTo("unknown"))
        .body("items[0].proceedings[0].caseNumbers", equalTo(List.of("17-1")))
        .body("items[0].self", equalTo("/v1/incidents/" + id));
  }
}
