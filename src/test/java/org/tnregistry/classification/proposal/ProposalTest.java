package org.tnregistry.classification.proposal;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.contract.Api;

@QuarkusTest
class ProposalTest {
  @Inject AgencyFixture agencies;

  @Test
  void aProposalSaysWhatTheRecordImpliesAndChangesNothing() {
    var owner = agencies.agency();
    var record = "/v1/incidents/" + anIncident().recordedBy(owner);
    Api.as(owner.first())
        .get(record + "/assessments/proposal?definition=ohchr-2025&version=1.0")
        .then()
        .statusCode(200)
        .body("items.element", contains("cross-border", "protected-target", "repressive-conduct"))
        .body("items.derived", contains(false, false, true))
        .body("open", contains("state-nexus", "purpose"));
    Api.as(owner.first()).get(record + "/assessments").then().body("items", empty());
    Api.as(owner.first()).get(record + "/classification").then().body("items", empty());
  }

  @Test
  void nothingIsImpliedByWhatItsReaderDoesNotSee() {
    var owner = agencies.agency();
    var reader = agencies.agency("ngo", null);
    var record =
        "/v1/incidents/"
            + anIncident()
                .target("t2", "direct")
                .with(
                    d -> ((ObjectNode) d.at("/targets/1")).putArray("categories").add("journalist"))
                .with(
                    d ->
                        ((ObjectNode) d.at("/targets/1"))
                            .putObject("handling")
                            .put("marking", "TLP:RED"))
                .sharedWith(reader)
                .recordedBy(owner);
    var proposal = record + "/assessments/proposal?definition=common";
    Api.as(owner.first()).get(proposal).then().body(containsString("journalist"));
    Api.as(reader.first())
        .get(proposal)
        .then()
        .statusCode(200)
        .body("revision", equalTo(1))
        .body(not(containsString("journalist")))
        .body(not(containsString("/targets/1")));
  }

  @ParameterizedTest
  @CsvSource({
    "'', unknown-definition, definition",
    "?definition=nobodys, unknown-definition, definition",
    "?definition=common&version=0.9, unknown-definition-version, version"
  })
  void aDefinitionThatCannotBeAnsweredIsRefused(String query, String code, String parameter) {
    var owner = agencies.agency();
    var record = "/v1/incidents/" + anIncident().recordedBy(owner);
    Api.as(owner.first())
        .get(record + "/assessments/proposal" + query)
        .then()
        .statusCode(400)
        .body("errors.code", contains(code))
        .body("errors.pointer", contains(parameter));
  }
}
