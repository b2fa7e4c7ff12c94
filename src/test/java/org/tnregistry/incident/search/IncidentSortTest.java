package org.tnregistry.incident.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tnregistry.incident.IncidentBuilder.anIncident;
import static org.tnregistry.incident.IncidentBuilder.step;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;

/** Four incidents whose orders by occurrence, recording and update all differ. */
@QuarkusTest
class IncidentSortTest {
  @Inject AgencyFixture agencies;

  private TestAgency agency = new TestAgency(new UUID(0, 0), "", "", "");
  private String old = "";
  private String undated = "";
  private String young = "";
  private String draft = "";

  @BeforeEach
  void fourIncidents() {
    agency = agencies.agency();
    old = anIncident().during("2011-01-29").postedBy(agency);
    young = anIncident().during("2022").recordedBy(agency);
    undated = anIncident().recordedBy(agency);
    draft = anIncident().during("2016-11/..").postedBy(agency);
    step(agency.first(), old, "submitted").then().statusCode(200);
    step(agency.second(), old, "recorded").then().statusCode(200);
  }

  @Test
  void byOccurrenceTheUndatedComesFirst() {
    assertOrder("occurrence", List.of(undated, old, draft, young));
  }

  @Test
  void byRecordingOnlyTheRecordedAreListed() {
    assertOrder("recorded", List.of(young, undated, old));
  }

  @Test
  void byUpdate() {
    assertOrder("updated", List.of(young, undated, draft, old));
  }

  @Test
  void theLatestUpdateComesFirstWhenNothingIsAsked() {
    assertEquals(List.of(old, draft, undated, young), Find.ids(agency));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"occurrence", "-occurrence", "recorded", "-recorded", "updated", "-updated"})
  void everyOrderIsKeptFromPageToPage(String sort) {
    anIncident().during("2011-01-29").recordedBy(agency);
    anIncident().during("2011-01-29").recordedBy(agency);
    var whole = Find.ids(agency, "sort", sort);
    assertEquals(whole, Paging.through(agency, 1, "sort", sort));
    assertEquals(whole, Paging.through(agency, 2, "sort", sort));
  }

  private void assertOrder(String sort, List<String> ascending) {
    assertEquals(ascending, Find.ids(agency, "sort", sort));
    var descending = new ArrayList<>(ascending);
    Collections.reverse(descending);
    assertEquals(descending, Find.ids(agency, "sort", "-" + sort));
  }
}
