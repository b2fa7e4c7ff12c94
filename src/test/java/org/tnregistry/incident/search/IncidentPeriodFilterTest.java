package org.tnregistry.incident.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tnregistry.incident.IncidentBuilder.anEmptyDraft;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;

/** A period asked for against incidents with closed, open, unknown and absent periods. */
@QuarkusTest
class IncidentPeriodFilterTest {
  private static final List<String> PERIODS =
      List.of(
          "2013",
          "2016-11-03/2018-06",
          "2017~",
          "2019-XX",
          "2016-11-03/..",
          "../2014",
          "/2015-02-13");

  @Inject AgencyFixture agencies;

  private TestAgency agency = new TestAgency(new java.util.UUID(0, 0), "", "", "");
  private final Map<String, String> periodOf = new TreeMap<>();

  @BeforeEach
  void incidentsOfManyPeriods() {
    agency = agencies.agency();
    for (var period : PERIODS) {
      periodOf.put(anEmptyDraft().during(period).postedBy(agency), period);
    }
    periodOf.put(anEmptyDraft().postedBy(agency), "none");
  }

  @ParameterizedTest
  @CsvSource({
    "2017, 2016-11-03/2018-06 2017~ 2016-11-03/.. none",
    "2018-06-30, 2016-11-03/2018-06 2016-11-03/.. none",
    "2018-07-01, 2016-11-03/.. none",
    "2015-02-13, /2015-02-13 none",
    "2015-02-14, none",
    "../2013-12-31, 2013 ../2014 /2015-02-13 none",
    "2019-12-31/.., 2019-XX 2016-11-03/.. none",
    "2013-06/2017-01-01, 2013 2016-11-03/2018-06 2017~ 2016-11-03/.. ../2014 /2015-02-13 none"
  })
  void overlappingPeriodsAreFound(String asked, String found) {
    assertEquals(Set.of(found.split(" ", -1)), found("period", asked));
    assertEquals(Set.of(found.split(" ", -1)), found("period", asked, "periodMatch", "overlaps"));
  }

  @ParameterizedTest
  @CsvSource({
    "2017, 2017~",
    "2016-11-03/2018-06-30, 2016-11-03/2018-06 2017~",
    "2016-11-04/2018-06-30, 2017~",
    "2016/.., 2016-11-03/2018-06 2017~ 2019-XX 2016-11-03/..",
    "../2015, 2013 ../2014 /2015-02-13",
    "../2015-02-12, 2013 ../2014",
    "0002/9998, 2013 2016-11-03/2018-06 2017~ 2019-XX"
  })
  void onlyPeriodsThatLieWithinAreFound(String asked, String found) {
    assertEquals(Set.of(found.split(" ", -1)), found("period", asked, "periodMatch", "within"));
  }

  private Set<String> found(String... query) {
    var found = new TreeSet<String>();
    Find.ids(agency, query).forEach(id -> found.add(periodOf.getOrDefault(id, id)));
    return found;
  }
}
