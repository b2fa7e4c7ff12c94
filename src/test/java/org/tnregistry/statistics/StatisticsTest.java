package org.tnregistry.statistics;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tnregistry.incident.IncidentBuilder.anEmptyDraft;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.Api;

/** Counts against those made by walking through the documents one by one. */
@QuarkusTest
class StatisticsTest {
  private static final String COUNTS = "/v1/statistics/incidents";
  private static final Map<String, String> FAMILY =
      Map.of("spyware", "digital", "phishing", "digital", "slapp", "lawfare", "other", "other");

  @Inject AgencyFixture agencies;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "origin",
        "requesting",
        "host",
        "place-of-act",
        "transit",
        "co-operating",
        "tactic-family",
        "target-category",
        "year"
      })
  void oneDimensionCountsEachIncidentInEachOfItsCells(String dimension) {
    var agency = agencies.agency();
    var documents = randomIncidents(agency);
    var expected = new TreeMap<String, Integer>();
    documents.forEach(d -> values(d, dimension).forEach(v -> expected.merge(v, 1, Integer::sum)));
    assertEquals(expected, counted(query(agency, dimension), List.of(dimension)));
  }

  @ParameterizedTest
  @CsvSource({"origin, host", "tactic-family, target-category", "year, origin", "host, year"})
  void twoDimensionsCountEachPair(String one, String other) {
    var agency = agencies.agency();
    var documents = randomIncidents(agency);
    assertEquals(
        pairs(documents, one, other, d -> true),
        counted(query(agency, one, other), List.of(one, other)));
  }

  @Test
  void filtersNarrowCellsAndTotal() {
    var agency = agencies.agency();
    var documents = randomIncidents(agency);
    Predicate<JsonNode> fromKazakhstan = d -> values(d, "origin").contains("KZ");
    var query = query(agency, "host", "year").queryParam("origin", "KZ");
    assertEquals(
        pairs(documents, "host", "year", fromKazakhstan), counted(query, List.of("host", "year")));
    query(agency, "host")
        .queryParam("origin", "KZ")
        .get(COUNTS)
        .then()
        .body("total", equalTo((int) documents.stream().filter(fromKazakhstan).count()))
        .body("unit", equalTo("incidents"));
  }

  @Test
  void theTotalCountsEachIncidentOnce() {
    var agency = agencies.agency();
    randomIncidents(agency);
    query(agency, "host").get(COUNTS).then().body("total", equalTo(40));
  }

  @Test
  void nothingOfOthersIsCounted() {
    randomIncidents(agencies.agency());
    query(agencies.agency(), "origin")
        .get(COUNTS)
        .then()
        .body("total", equalTo(0))
        .body("cells", equalTo(List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "origin host year", "origin origin", "actor", "party"})
  void moreThanTwoDimensionsOrUnknownOnesAreRefused(String dimensions) {
    query(agencies.agency(), dimensions.isEmpty() ? new String[0] : dimensions.split(" ", -1))
        .get(COUNTS)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("groupBy"))
        .body("errors[0].detail", containsString("place-of-act"));
  }

  @Test
  void aMisspeltFilterIsRefusedInsteadOfCountingEverything() {
    query(agencies.agency(), "host")
        .queryParam("orign", "KZ")
        .get(COUNTS)
        .then()
        .statusCode(400)
        .body("errors.code", equalTo(List.of("unknown-parameter")));
  }

  private static RequestSpecification query(TestAgency agency, String... dimensions) {
    var request = Api.as(agency.first());
    return dimensions.length == 0 ? request : request.queryParam("groupBy", List.of(dimensions));
  }

  private static Map<String, Integer> counted(RequestSpecification query, List<String> dimensions) {
    var cells =
        query
            .get(COUNTS)
            .then()
            .statusCode(200)
            .body("groupBy", equalTo(dimensions))
            .extract()
            .<List<Map<String, Object>>>path("cells");
    var counted = new TreeMap<String, Integer>();
    for (var cell : cells) {
      var values = (Map<?, ?>) Objects.requireNonNull(cell.get("values"));
      assertEquals(Set.copyOf(dimensions), values.keySet(), "absent values are null, not absent");
      var key = dimensions.stream().map(d -> String.valueOf(values.get(d))).toList();
      assertEquals(null, counted.put(String.join(" ", key), (Integer) cell.get("count")));
    }
    return counted;
  }

  private static Map<String, Integer> pairs(
      List<JsonNode> documents, String one, String other, Predicate<JsonNode> filter) {
    var expected = new TreeMap<String, Integer>();
    documents.stream()
        .filter(filter)
        .forEach(
            d ->
                values(d, one)
                    .forEach(
                        a ->
                            values(d, other)
                                .forEach(b -> expected.merge(a + " " + b, 1, Integer::sum))));
    return expected;
  }

  /** What a document has in a dimension; "null" for nothing. */
  private static Set<String> values(JsonNode document, String dimension) {
    var values = new TreeSet<String>();
    switch (dimension) {
      case "tactic-family" ->
          document
              .path("acts")
              .forEach(a -> values.add(FAMILY.getOrDefault(a.path("tactic").asText(), "?")));
      case "target-category" ->
          document
              .path("targets")
              .forEach(t -> t.path("categories").forEach(c -> values.add(c.asText())));
      case "year" ->
          values.add(
              document.has("period") && !document.get("period").asText().startsWith("/")
                  ? document.get("period").asText().substring(0, 4)
                  : "unknown");
      default ->
          document
              .path("stateRoles")
              .forEach(
                  r -> {
                    if (r.path("role").asText().equals(dimension)) {
                      values.add(r.path("state").asText());
                    }
                  });
    }
    return values.isEmpty() ? Set.of("null") : values;
  }

  private static List<JsonNode> randomIncidents(TestAgency agency) {
    var random = new Random(7);
    var documents = new ArrayList<JsonNode>();
    for (int i = 0; i < 40; i++) {
      var incident = anEmptyDraft();
      var roles =
          List.of("origin", "requesting", "host", "place-of-act", "transit", "co-operating");
      for (int n = random.nextInt(5); n > 0; n--) {
        incident.role(any(roles, random), any(List.of("KZ", "RU", "BE"), random));
      }
      for (int n = random.nextInt(3); n > 0; n--) {
        incident.act("a" + n, any(List.copyOf(new TreeSet<>(FAMILY.keySet())), random), "unknown");
      }
      for (int n = random.nextInt(3); n > 0; n--) {
        incident
            .list("targets")
            .addObject()
            .put("id", "t" + n)
            .put("role", "direct")
            .putArray("categories")
            .add(any(List.of("lawyer", "journalist", "other"), random));
      }
      var period = any(List.of("", "2016", "2017-05/..", "2017-11-13/2019", "/2024-02-13"), random);
      if (!period.isEmpty()) {
        incident.during(period);
      }
      incident.postedBy(agency);
      documents.add(incident.document());
    }
    return documents;
  }

  private static String any(List<String> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }
}
