package org.tnregistry.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tnregistry.access.DemoFixture;
import org.tnregistry.contract.Api;
import org.tnregistry.incident.reference.ReferenceIncidents;
import org.tnregistry.shared.json.StoredJson;
import org.tnregistry.shared.postgres.OwnDatabase;

/** What the reference incidents are under each definition, by the demo organisation's answers. */
@QuarkusTest
@TestProfile(ReferenceAssessmentsTest.Alone.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReferenceAssessmentsTest {
  /** The reference set is shared with every member. */
  public static final class Alone extends OwnDatabase {}

  private static final Map<String, String> SIGNS =
      Map.of("qualifies", "yes", "does-not-qualify", "no", "undetermined", "?");

  /**
   * In columns: common, ep-2025-0258, g7-2025, ohchr-2025, pace-2509-2023, uk-home-office-2025,
   * uk-jchr-2025, us-fbi, us-hr4829-2025.
   */
  private static final String TABLE =
      """
      REF-01 yes yes yes yes yes   ? yes   ? yes
      REF-02 yes yes yes yes yes yes yes yes yes
      REF-03 yes yes yes yes yes   ? yes   ? yes
      REF-04 yes yes yes yes yes  no yes  no yes
      REF-05 yes yes yes yes yes  no yes  no yes
      REF-06 yes yes yes yes yes  no  no  no yes
      REF-07 yes yes yes yes yes  no  no  no yes
      REF-08 yes yes yes yes yes  no yes  no yes
      REF-09 yes yes yes yes yes  no yes  no yes
      REF-10   ?   ?   ?   ?   ?   ?   ?   ?   ?
      REF-11 yes yes yes yes yes   ? yes   ? yes
      REF-12   ?   ?   ?   ? yes  no  no  no   ?
      REF-13 yes yes yes yes yes  no yes  no yes
      REF-14 yes yes yes yes yes yes yes yes yes
      REF-15   ?   ?   ?   ?   ?   ?   ?   ?   ?
      REF-16   ?   ?   ?   ?   ?   ?   ?   ?   ?
      REF-17 yes yes yes yes yes   ? yes   ? yes
      REF-18   ?   ?   ?   ?   ?   ?   ?   ?   ?
      REF-19 yes yes yes yes yes  no yes  no yes
      REF-20   ?   ?   ?   ?   ?   ?   ?   ?   ?
      REF-21 yes yes yes yes yes  no yes  no yes
      REF-22   ?   ? yes   ? yes   ? yes   ? yes
      REF-23 yes yes yes yes yes  no yes  no yes
      REF-24 yes yes yes yes yes  no  no  no yes
      REF-25 yes yes yes yes yes  no yes  no yes
      REF-26 yes yes yes yes yes  no yes  no yes
      REF-27  no  no  no  no yes  no yes  no  no
      REF-28 yes   ? yes yes yes  no yes  no yes
      REF-29 yes   ? yes yes yes   ? yes   ? yes
      """;

  @Inject ReferenceIncidents incidents;
  @Inject ReferenceAssessments assessments;
  @Inject DemoFixture demo;

  private String token = "";

  /** By the publisher's own number. */
  private final Map<String, JsonNode> classifications = new TreeMap<>();

  @BeforeEach
  void loadOnce() {
    if (!token.isEmpty()) {
      return;
    }
    token = demo.ngo().first();
    incidents.load();
    assertEquals(58, assessments.load());
    for (var incident : list("/v1/incidents?limit=200")) {
      var record = "/v1/incidents/" + incident.path("id").asText();
      var number = read(record).at("/externalIds/0/id").asText();
      classifications.put(number, read(record + "/classification"));
    }
  }

  @Test
  void everyIncidentIsUnderEachDefinitionWhatItsAnswersMakeOfIt() {
    var table = new StringBuilder();
    classifications.forEach(
        (number, c) ->
            table
                .append(number)
                .append(
                    c.path("items")
                        .valueStream()
                        .map(i -> SIGNS.get(i.at("/ruling/verdict").asText()))
                        .map(" %3s"::formatted)
                        .collect(Collectors.joining()))
                .append('\n'));
    assertEquals(TABLE, table.toString());
  }

  @Test
  void oneIncidentCanQualifyForOneBodyAndNotForAnother() {
    assertEquals("qualifies", verdict("REF-08", "ohchr-2025"));
    assertEquals("does-not-qualify", verdict("REF-08", "uk-home-office-2025"));
    assertEquals("qualifies", verdict("REF-03", "ohchr-2025"));
    assertEquals("undetermined", verdict("REF-03", "uk-home-office-2025"));
  }

  @Test
  void allAreConfirmedByASecondPersonAndNoneIsStale() {
    assertEquals(29, classifications.size());
    for (var classification : classifications.values()) {
      assertEquals(9, classification.path("items").size());
      for (var item : classification.path("items")) {
        assertEquals("demo-ngo", item.path("agency").asText());
        assertEquals(true, item.path("confirmed").asBoolean());
        assertEquals(false, item.path("stale").asBoolean());
        assertEquals(false, item.has("unanswered"));
      }
    }
  }

  @Test
  void loadingTwiceChangesNothing() {
    assertEquals(0, assessments.load());
  }

  private String verdict(String number, String definition) {
    return Objects.requireNonNull(classifications.get(number))
        .path("items")
        .valueStream()
        .filter(i -> i.path("definition").asText().equals(definition))
        .map(i -> i.at("/ruling/verdict").asText())
        .findFirst()
        .orElseThrow();
  }

  private List<JsonNode> list(String path) {
    return read(path).path("items").valueStream().toList();
  }

  private JsonNode read(String path) {
    return StoredJson.parse(Api.as(token).get(path).then().statusCode(200).extract().asString());
  }
}
