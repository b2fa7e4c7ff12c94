package org.tnregistry.cases.pattern;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tnregistry.cases.casefile.CaseBuilder.aCaseOfItsOwnerAlone;
import static org.tnregistry.cases.casefile.CaseBuilder.added;
import static org.tnregistry.cases.casefile.CaseBuilder.openedBy;
import static org.tnregistry.classification.AssessmentBuilder.aQualifyingAssessment;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.Api;
import org.tnregistry.incident.IncidentDocuments;
import org.tnregistry.shared.json.StoredJson;

@QuarkusTest
class CasePatternsTest {
  @Inject AgencyFixture agencies;
  @Inject CasePatterns patterns;
  @Inject IncidentDocuments documents;

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
            .collect(Collectors.toCollection(ArrayList::new));
    assertEquals(List.of("members"), pattern(agency, many).truncated());
    assertEquals(List.of(), pattern(agency, many.subList(1, many.size())).truncated());
    var incident = anIncident().recordedBy(agency);
    many.set(CasePatterns.MAX_INCIDENTS - 1, incident);
    assertEquals(incident, pattern(agency, many).members().get(0).incident().toString());
    many.add(many.remove(CasePatterns.MAX_INCIDENTS - 1));
    assertEquals(List.of(), pattern(agency, many).members());
  }

  @Test
  void noMoreBytesAreReadTogetherThanTheBound() {
    var owner = agencies.agency();
    var reader = agencies.agency("ngo", null);
    var ids =
        Stream.of(1, 2, 3)
            .map(i -> anIncident().with(d -> d.putObject("narrative").put("en", "x".repeat(5_000))))
            .map(i -> UUID.fromString(i.sharedWith(reader).recordedBy(owner)))
            .toList();
    var hidden = UUID.fromString(anIncident().recordedBy(owner));
    var all = Stream.concat(Stream.of(hidden), ids.stream()).toList();
    assertEquals(ids.subList(0, 1), first(reader, all, 1));
    assertEquals(ids.subList(0, 2), first(reader, all, 12_000));
    assertEquals(ids, first(reader, all, 20_000));
  }

  private List<UUID> first(TestAgency agency, List<UUID> ids, int characters) {
    return agencies
        .context()
        .as(
            agencies.viewer(agency, "reader"),
            () -> {
              var read = documents.first(ids, characters);
              assertEquals(read.seen().size() == 3, read.isWhole());
              return read.seen().stream().map(IncidentDocuments.Seen::id).toList();
            });
  }

  @Test
  void aPatternThatWasCutSaysSo() {
    var owner = agencies.agency();
    var record = anIncident();
    for (int i = 0; i < 60; i++) {
      record.proceeding("p" + i, "extradition-request", "n" + i / 2);
      var proceeding = (ObjectNode) record.document().at("/proceedings/" + i);
      proceeding.put("requestingState", "KZ");
    }
    var file = openedBy(owner, aCaseOfItsOwnerAlone());
    added(owner.first(), file, record.recordedBy(owner));
    Api.as(owner.first())
        .get(file + "/pattern")
        .then()
        .statusCode(200)
        .body("truncated", equalTo(List.of()))
        .body("lineages.size()", equalTo(30))
        .body("lineages[0].caseNumbers", equalTo(List.of("N0")));
    for (int i = 60; i < 110; i++) {
      record.proceeding("p" + i, "extradition-request", "n" + i / 2);
      var proceeding = (ObjectNode) record.document().at("/proceedings/" + i);
      proceeding.put("requestingState", "KZ");
    }
    added(owner.first(), file, record.recordedBy(owner));
    Api.as(owner.first())
        .get(file + "/pattern")
        .then()
        .statusCode(200)
        .body("truncated", equalTo(List.of("lineages")))
        .body("lineages.stages.flatten().size()", equalTo(Lineages.MOST_STAGES));
  }

  private PatternView pattern(TestAgency agency, List<String> incidents) {
    var ids = incidents.stream().map(UUID::fromString).toList();
    return agencies.context().as(agencies.viewer(agency, "reader"), () -> patterns.of(ids));
  }
}
