package org.tnregistry.incident.search;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tnregistry.incident.IncidentBuilder.anEmptyDraft;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.incident.IncidentBuilder;
import org.tnregistry.shared.json.StrictJson;

@QuarkusTest
class IncidentListFormatTest {
  @Inject AgencyFixture agencies;

  @Test
  void csvReadsBackAsItWasWritten() {
    var agency = agencies.agency();
    var title = "Quotes \" commas, semicolons; and\nnew lines 東京";
    var id = anEmptyDraft().titled("en", title).from("KZ").in("BE").postedBy(agency);
    var csv = get(agency, "text/csv").asString();
    assertTrue(csv.startsWith("\"id\",\"reference\","), csv);
    assertTrue(csv.endsWith("\r\n"), "records end with CR LF");
    var records = CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
    assertEquals(1, records.size());
    assertEquals(id, records.get(0).getField("id"));
    assertEquals(title, records.get(0).getField("title"));
    assertEquals("origin:KZ;host:BE", records.get(0).getField("stateRoles"));
    assertEquals("", records.get(0).getField("period"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", "＋1", "－1", "＠1"})
  void noCellOfCsvBeginsAFormula(String title) {
    var agency = agencies.agency();
    anEmptyDraft().titled("en", title).postedBy(agency);
    var records =
        CsvReader.builder().ofNamedCsvRecord(get(agency, "text/csv").asString()).stream().toList();
    assertEquals("'" + title, records.get(0).getField("title"));
  }

  @Test
  void csvHasTheColumnsAskedFor() {
    var agency = agencies.agency();
    var id = anEmptyDraft().during("2017").postedBy(agency);
    assertEquals(
        "\"id\",\"period\"\r\n\"" + id + "\",\"2017\"\r\n",
        get(agency, "text/csv", "fields", "period").asString());
  }

  @Test
  void csvOfNothingIsItsHeader() {
    assertEquals(1, get(agencies.agency(), "text/csv").asString().split("\r\n", -1).length - 1);
  }

  @Test
  void ndjsonIsOneItemPerLine() throws Exception {
    var agency = agencies.agency();
    anEmptyDraft().titled("en", "One\nline").postedBy(agency);
    anEmptyDraft().postedBy(agency);
    var lines = get(agency, "application/x-ndjson").asString().split("\n", -1);
    assertEquals(3, lines.length);
    assertEquals("", lines[2]);
    var items = json(get(agency, "application/json")).get("items");
    assertEquals(items.get(0), StrictJson.mapper().readTree(lines[0]));
    assertEquals(items.get(1), StrictJson.mapper().readTree(lines[1]));
  }

  @ParameterizedTest
  @CsvSource({
    "exact, 4.4, 50.8, locality",
    "locality, 4.4, 50.8, locality",
    "subdivision, 4, 51, subdivision"
  })
  void geoJsonPointsAreGeneralised(String precision, String longitude, String latitude, String as)
      throws Exception {
    var agency = agencies.agency();
    placed(precision).postedBy(agency);
    var feature = json(get(agency, "application/geo+json")).at("/features/0");
    assertEquals("Point", feature.at("/geometry/type").asText());
    assertEquals(longitude, feature.at("/geometry/coordinates/0").asText());
    assertEquals(latitude, feature.at("/geometry/coordinates/1").asText());
    assertEquals(as, feature.at("/properties/pointPrecision").asText());
    assertFalse(feature.toString().contains("50.84"), "the point as recorded got out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"country", "unknown"})
  void whatIsKnownNoBetterThanACountryHasNoGeometry(String precision) throws Exception {
    var agency = agencies.agency();
    placed(precision).postedBy(agency);
    var feature = json(get(agency, "application/geo+json")).at("/features/0");
    assertTrue(feature.has("geometry") && feature.get("geometry").isNull());
  }

  @Test
  void geoJsonIsAFeatureCollection() throws Exception {
    var agency = agencies.agency();
    var without = anEmptyDraft().during("2017").postedBy(agency);
    var with = placed("locality").postedBy(agency);
    var collection = json(get(agency, "application/geo+json"));
    assertEquals("FeatureCollection", collection.get("type").asText());
    assertEquals(2, collection.get("features").size());
    for (var feature : collection.get("features")) {
      assertEquals("Feature", feature.get("type").asText());
      assertTrue(feature.get("properties").isObject());
    }
    assertEquals(with, collection.at("/features/0/id").asText());
    assertEquals(without, collection.at("/features/1/id").asText());
    assertEquals("2017", collection.at("/features/1/properties/period").asText());
    assertTrue(collection.at("/features/1/geometry").isNull());
    var sparse = json(get(agency, "application/geo+json", "fields", "period"));
    assertEquals(2, sparse.at("/features/1/properties").size(), "id and period");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*/*|application/json",
        "text/csv|text/csv",
        "text/*|text/csv",
        "application/json;q=0.5, text/csv|text/csv",
        "text/csv;q=0.1, application/geo+json;q=0.2, image/png|application/geo+json",
        "application/x-ndjson;q=0.9, */*;q=0.1|application/x-ndjson",
        "application/json;q=0, */*;q=0.1|application/x-ndjson",
        "application/*;q=0.5, text/csv;q=0.4|application/json",
        "application/json;q=0.5, */*;q=0.9|application/x-ndjson"
      })
  void theRepresentationIsTheOneAcceptedMost(String accept, String type) {
    var agency = agencies.agency();
    var answer = get(agency, accept);
    var charset = type.startsWith("text/") ? ";charset=UTF-8" : "";
    assertEquals(type + charset, answer.contentType());
    assertEquals("Accept", answer.header("Vary"));
    assertEquals("no-store", answer.header("Cache-Control"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"image/png", "application/json;q=0", "text/csv;q=0, image/*"})
  void whatCannotBeProducedIsNotAcceptable(String accept) {
    Find.query(agencies.agency())
        .header("Accept", accept)
        .get(Find.INCIDENTS)
        .then()
        .statusCode(406)
        .body("type", equalTo("/problems/not-acceptable"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/csv", "application/x-ndjson", "application/geo+json"})
  void everyRepresentationHasItsNextPageInALink(String type) {
    var agency = agencies.agency();
    anEmptyDraft().postedBy(agency);
    anEmptyDraft().postedBy(agency);
    var link = get(agency, type, "limit", "1").header("Link");
    assertTrue(link.contains("cursor="), link);
    assertEquals(List.of(), get(agency, type, "limit", "2").headers().getValues("Link"));
  }

  private static IncidentBuilder placed(String precision) {
    return anEmptyDraft()
        .with(
            d ->
                d.withArrayProperty("places")
                    .addObject()
                    .put("country", "BE")
                    .put("precision", precision)
                    .putObject("point")
                    .put("latitude", 50.8467)
                    .put("longitude", 4.3525));
  }

  private static Response get(TestAgency agency, String accept, String... query) {
    var answer = Find.query(agency, query).header("Accept", accept).get(Find.INCIDENTS);
    answer.then().statusCode(200);
    return answer;
  }

  private static JsonNode json(Response response) throws Exception {
    return StrictJson.mapper().readTree(response.asString());
  }
}
