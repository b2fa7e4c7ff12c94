package org.tnregistry.incident.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;

/** A search finds what walking through the documents one by one finds, for random incidents. */
@QuarkusTest
class IncidentSearchPropertyTest {
  private static final int INCIDENTS = 40;
  private static final int COMBINATIONS = 60;

  @Inject AgencyFixture agencies;

  @ParameterizedTest
  @ValueSource(longs = {1, 20_241_122, 77_777})
  void searchingFindsExactlyWhatANaivePredicateSelects(long seed) {
    var random = new Random(seed);
    var agency = agencies.agency();
    var documents = new LinkedHashMap<String, JsonNode>();
    for (int i = 0; i < INCIDENTS; i++) {
      var incident = RandomIncidents.next(random);
      documents.put(incident.postedBy(agency), incident.document());
    }
    int found = 0;
    for (var parameter : NaiveSearch.VALUES.entrySet()) {
      for (var value : parameter.getValue()) {
        found += compare(agency, documents, List.of(parameter.getKey(), value));
      }
    }
    for (int i = 0; i < COMBINATIONS; i++) {
      found += compare(agency, documents, combination(random));
    }
    assertTrue(found > 500, "the searches found something: " + found);
  }

  private static int compare(
      TestAgency agency, Map<String, JsonNode> documents, List<String> query) {
    var expected = new TreeSet<String>();
    documents.forEach(
        (id, document) -> {
          if (NaiveSearch.selects(document, query)) {
            expected.add(id);
          }
        });
    var withLimit = new ArrayList<>(query);
    withLimit.addAll(List.of("limit", "200"));
    var found = Find.ids(agency, withLimit.toArray(String[]::new));
    assertEquals(expected, Set.copyOf(found), query.toString());
    assertEquals(expected.size(), found.size(), "each once by " + query);
    return found.size();
  }

  private static List<String> combination(Random random) {
    var parameters = List.copyOf(NaiveSearch.VALUES.keySet());
    var query = new ArrayList<String>();
    for (int n = 2 + random.nextInt(2); n > 0; n--) {
      var parameter = parameters.get(random.nextInt(parameters.size()));
      var values = NaiveSearch.VALUES.get(parameter);
      boolean single = Set.of("ongoing", "q").contains(parameter);
      if (values == null || (single && query.contains(parameter))) {
        continue;
      }
      for (int v = single ? 1 : 1 + random.nextInt(2); v > 0; v--) {
        query.addAll(List.of(parameter, values.get(random.nextInt(values.size()))));
      }
    }
    return query;
  }
}
