package org.tnregistry.cases.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tnregistry.classification.AssessmentBuilder.aQualifyingAssessment;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.Api;
import org.tnregistry.shared.json.StoredJson;

@QuarkusTest
class CasePatternsTest {
  @Inject AgencyFixture agencies;
  @Inject CasePatterns patterns;

  @Test
  void whatTheViewerDoesNotSeeLeavesNoTrace() {
    var owner = agencies.agency("law-enforcement", "FR");
    var reader = agencies.agency("law-enforcement", "DE");
    var shared = anIncident().sharedWith(reader).recordedBy(owner);
    var hidden = anIncident().recordedBy(owner);
    var both = List.of(shared, hidden);
    var with = StoredJson.write(pattern(reader, both));
    assertEquals(StoredJson.write(pattern(reader, List.of(shared))), with);
    assertFalse(with.contains(hidden));
    assertEquals(2, pattern(owner, both).members().size());
  }

  @Test
  void aPartThatTheViewerDoesNotSeeIsNotCited() {
    var owner = agencies.agency("law-enforcement", "FR");
    var reader = agencies.agency("law-enforcement", "DE");
    var record =
        anIncident()
            .act("a-hidden", "abduction", "attempted")
            .with(
                d -> ((ObjectNode) d.at("/acts/1")).putObject("handling").put("marking", "TLP:RED"))
            .sharedWith(reader)
            .recordedBy(owner);
    assertFalse(StoredJson.write(pattern(reader, List.of(record))).contains("a-hidden"));
    assertTrue(StoredJson.write(pattern(owner, List.of(record))).contains("a-hidden"));
  }

  @Test
  void anIncidentThatNobodyAssessedIsMissingAnAssessment() {
    var owner = agencies.agency();
    var assessed = anIncident().recordedBy(owner);
    var other = anIncident().recordedBy(owner);
    var withdrawn = anIncident().recordedBy(owner);
    aQualifyingAssessment().madeBy(owner.first(), "/v1/incidents/" + assessed);
    var taken = aQualifyingAssessment().madeBy(owner.first(), "/v1/incidents/" + withdrawn);
    Api.sending(owner.first(), "{\"reason\":\"Test.\"}")
        .post(taken + "/withdrawal")
        .then()
        .statusCode(200);
    var missing =
        pattern(owner, List.of(assessed, other, withdrawn)).missing().stream()
            .filter(g -> g.gap().equals("no-assessment"))
            .flatMap(g -> g.incidents().stream())
            .map(UUID::toString)
            .toList();
    assertEquals(Stream.of(other, withdrawn).sorted().toList(), missing.stream().sorted().toList());
  }

  @Test
  void noMoreIncidentsAreReadTogetherThanTheBound() {
    var agency = agencies.agency();
    var many =
        Stream.generate(UUID::randomUUID)
            .limit(CasePatterns.MAX_INCIDENTS + 1L)
            .map(UUID::toString)
            .toList();
    assertThrows(IllegalArgumentException.class, () -> pattern(agency, many));
    assertEquals(List.of(), pattern(agency, many.subList(1, many.size())).members());
  }

  private PatternView pattern(TestAgency agency, List<String> incidents) {
    var ids = incidents.stream().map(UUID::fromString).toList();
    return agencies.context().as(agencies.viewer(agency, "reader"), () -> patterns.of(ids));
  }
}
