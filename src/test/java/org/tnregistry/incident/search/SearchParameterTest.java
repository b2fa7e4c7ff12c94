package org.tnregistry.incident.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tnregistry.contract.Refusal.MARKER;
import static org.tnregistry.contract.Refusal.assertRefused;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.contract.RawHttp;
import org.tnregistry.contract.RawHttp.Answer;

@QuarkusTest
class SearchParameterTest {
  @Inject AgencyFixture agencies;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "limit=0|out-of-range limit",
        "limit=201|out-of-range limit",
        "limit=-1|out-of-range limit",
        "limit=" + MARKER + "|out-of-range limit",
        "limit=99999999999|out-of-range limit",
        "limit=|invalid-format limit",
        "limit=1&limit=2|repeated-parameter limit",
        "sort=" + MARKER + "|unknown-code sort",
        "count=" + MARKER + "|unknown-code count",
        "fields=id," + MARKER + "|unknown-member fields",
        "fields=,|unknown-member fields",
        "period=" + MARKER + "|invalid-date period",
        "period=2018/2017|invalid-date period",
        "periodMatch=" + MARKER + "|unknown-code periodMatch",
        "updatedSince=" + MARKER + "|invalid-format updatedSince",
        "updatedSince=%2B1000000000-12-31T23:59:59Z|invalid-format updatedSince",
        "updatedSince=-999999999-01-01T00:00:00Z|invalid-format updatedSince",
        "updatedSince=2017-02-30T00:00:00Z|invalid-format updatedSince",
        "state=" + MARKER + "|unknown-country state",
        "origin=|invalid-format origin",
        "origin=BE&origin=XQ|unknown-country origin",
        "tactic=" + MARKER + "|unknown-code tactic",
        "target=" + MARKER + "|invalid-format target",
        "owner=" + MARKER + "|invalid-format owner",
        "ongoing=" + MARKER + "|invalid-format ongoing",
        "q=...|invalid-format q",
        "q=a%E2%80%AE" + MARKER + "|invalid-format q",
        "q=%ED%A0%80|invalid-format q",
        "caseNumber=%01|invalid-format caseNumber",
        MARKER + "_=1|unknown-parameter *",
        "State=" + MARKER + "|unknown-parameter State",
        "a-name-of-forty-characters-or-fewer-yes1=|unknown-parameter a-name-of-forty-characters-or-fewer-yes1",
        "a-name-of-forty-characters-or-fewer-no-12=&a=|unknown-parameter *,unknown-parameter a"
      })
  void isRefusedWithItsName(String query, String fault) {
    assertRefused(search(query), 400, "invalid-parameter", fault.split(",", -1));
  }

  @Test
  void allFaultsAreToldAtOnce() {
    assertRefused(
        search("limit=0&sort=x&count=x&fields=x&period=x&state=x"),
        400,
        "invalid-parameter",
        "invalid-date period",
        "out-of-range limit",
        "unknown-code count",
        "unknown-code sort",
        "unknown-country state",
        "unknown-member fields");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "incidents:-updated",
        "incidents:-updated\u001f2020-01-01",
        "incidents:-updated\u001f" + MARKER + "\u001f11111111-1111-4111-8111-111111111111",
        "incidents:-updated\u001f2020-01-01\u001f" + MARKER,
        "incidents:-updated\u001f2020-01-01\u001f11111111-1111-4111-8111-111111111111\u001fx",
        "incidents:-updated\u001f999999999-01-01\u001f11111111-1111-4111-8111-111111111111",
        "incidents:-updated\u001f\u0000\u001f11111111-1111-4111-8111-111111111111",
        "incidents:-updated\u001f2020-01-01'; SELECT 1--\u001f11111111-1111-4111-8111-111111111111",
        "incidents:updated\u001f2020-01-01\u001f11111111-1111-4111-8111-111111111111",
        "changes\u001fbeginning"
      })
  void aForgedCursorIsRefused(String text) {
    var forged = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    assertRefused(search("cursor=" + forged), 400, "invalid-cursor");
  }

  @ParameterizedTest
  @ValueSource(strings = {MARKER, "%2B%2B", "AAAA", "A", "____"})
  void textThatIsNoCursorIsRefused(String text) {
    assertRefused(search("cursor=" + text), 400, "invalid-cursor");
  }

  @Test
  void theCursorOfAnotherOrderIsRefused() {
    var agency = agencies.agency();
    anIncident().postedBy(agency);
    anIncident().postedBy(agency);
    var next = RawHttp.get(agency.first(), "/v1/incidents?limit=1").json().path("next").asText();
    var cursor = "/v1/incidents?limit=1&cursor=" + next;
    assertEquals(200, RawHttp.get(agency.first(), cursor).status());
    assertRefused(RawHttp.get(agency.first(), cursor + "&sort=updated"), 400, "invalid-cursor");
    assertRefused(RawHttp.get(agency.first(), "/v1/changes?cursor=" + next), 400, "invalid-cursor");
  }

  /** A cursor shows a place, not what is there. */
  @Test
  void theCursorOfAnotherAgencyShowsNothingOfIt() {
    var agency = agencies.agency();
    anIncident().postedBy(agency);
    anIncident().postedBy(agency);
    var next = RawHttp.get(agency.first(), "/v1/incidents?limit=1").json().path("next").asText();
    var other = RawHttp.get(agencies.agency().first(), "/v1/incidents?cursor=" + next);
    assertEquals(200, other.status());
    assertEquals(0, other.json().path("items").size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1/changes?limit=" + MARKER + "|out-of-range limit",
        "/v1/changes?limit=0|out-of-range limit",
        "/v1/changes?since=2020|unknown-parameter since",
        "/v1/statistics/incidents|unknown-code groupBy",
        "/v1/statistics/incidents?groupBy=" + MARKER + "|unknown-code groupBy",
        "/v1/statistics/incidents?groupBy=year&groupBy=year|unknown-code groupBy",
        "/v1/statistics/incidents?groupBy=year&origni=KZ|unknown-parameter origni",
        "/v1/statistics/incidents?groupBy=year&state=" + MARKER + "|unknown-country state",
        "/v1/incidents/11111111-1111-4111-8111-111111111111?asOf="
            + MARKER
            + "|invalid-format asOf",
        "/v1/incidents/11111111-1111-4111-8111-111111111111?asOf=%2B1000000000-12-31T23:59:59Z|invalid-format asOf",
        "/v1/incidents/11111111-1111-4111-8111-111111111111?asof=2020-01-01T00:00:00Z|unknown-parameter asof"
      })
  void otherReadsAreAsStrict(String target, String fault) {
    assertRefused(RawHttp.get(agencies.agency().first(), target), 400, "invalid-parameter", fault);
  }

  private Answer search(String query) {
    return RawHttp.get(agencies.agency().first(), "/v1/incidents?" + query);
  }
}
