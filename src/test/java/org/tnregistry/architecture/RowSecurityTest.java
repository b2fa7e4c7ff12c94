package org.tnregistry.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tnregistry.cases.casefile.CaseBuilder.aCaseOfItsOwnerAlone;
import static org.tnregistry.cases.casefile.CaseBuilder.added;
import static org.tnregistry.cases.casefile.CaseBuilder.openedBy;
import static org.tnregistry.classification.AssessmentBuilder.aQualifyingAssessment;
import static org.tnregistry.classification.AssessmentBuilder.anAssessment;
import static org.tnregistry.definition.DefinitionBuilder.aDefinition;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.access.Operator;
import org.tnregistry.classification.reevaluation.ReevaluationRound;
import org.tnregistry.contract.Api;
import org.tnregistry.party.Persons;

/** Which rows the database shows to whom, with a row of one agency in every table. */
@QuarkusTest
class RowSecurityTest {
  /** They say who is a member, what audiences and wrapped keys there are, and name no record. */
  private static final Set<String> FOR_EVERY_VIEWER =
      Set.of(
          "agency",
          // A vocabulary that agencies share: anybody reads it.
          "agency_definition",
          // Hashes, signatures and the keys for them: published.
          "ledger_tile",
          "ledger_checkpoint",
          "ledger_witness",
          "ledger_cosignature",
          "sharing_group",
          "sharing_group_member",
          "reach",
          "reach_principal",
          "bar_set",
          "bar_principal",
          "prf_key");

  /** The registry's own: counters, and reasons that are nobody else's business. */
  private static final Set<String> FOR_NO_AGENCY =
      Set.of("agency_standing", "rate_limit", "sharing_group_change");

  private static final String NO_VIEWER = "TN001";
  private static final int SEQUENCING_TRIES = 200;
  private static final Duration SEQUENCING_PAUSE = Duration.ofMillis(50);

  @Inject AgencyFixture agencies;
  @Inject Operator operator;
  @Inject Catalogue catalogue;
  @Inject ReevaluationRound round;

  @Test
  void aTransactionOfNobodyIsRefused() throws SQLException {
    populate(agencies.agency());
    var refused = new TreeSet<String>();
    for (var table : catalogue.tables()) {
      if (Catalogue.WITHOUT_ROW_SECURITY.contains(table)) {
        continue;
      }
      try {
        // Where there is no row, no policy is asked.
        assertEquals(List.of("0"), catalogue.query("SELECT count(*) FROM " + table), table);
      } catch (SQLException refusal) {
        assertEquals(NO_VIEWER, refusal.getSQLState(), table);
        refused.add(table);
      }
    }
    assertTrue(refused.containsAll(protectedTables().keySet()), refused::toString);
  }

  @Test
  void anotherAgencySeesNoRow() throws SQLException {
    var first = agencies.agency();
    populate(first);
    var second = agencies.agency().id().toString();
    for (var table : protectedTables().entrySet()) {
      var rows =
          "SELECT count(*) FROM %s WHERE %s = '%s'"
              .formatted(table.getKey(), table.getValue(), first.id());
      assertEquals(List.of("0"), catalogue.as(second, rows), table.getKey());
      assertTrue(
          Integer.parseInt(catalogue.as(first.id().toString(), rows).get(0)) > 0,
          table.getKey() + " holds no row of the first agency: nothing was shown");
    }
  }

  /** Without its salt an entry proves nothing: it is for the owner alone to have it forgotten. */
  @Test
  void whoSpeaksBesideARecordNeitherSeesNorForgetsWhatBindsIt() throws SQLException {
    var reader = agencies.agency();
    var record = anIncident().sharedWith(reader).recordedBy(agencies.agency());
    Api.sending(reader.first(), "{\"kind\":\"other\",\"statement\":{\"en\":\"No.\"}}")
        .post("/v1/incidents/" + record + "/disputes")
        .then()
        .statusCode(201);
    var salts = " FROM ledger_salt WHERE subject = '" + record + "'";
    assertEquals(List.of(), catalogue.as(reader.id().toString(), "SELECT journal" + salts));
    assertEquals(
        List.of(), catalogue.as(reader.id().toString(), "DELETE" + salts + " RETURNING journal"));
  }

  @Test
  void noAgencySeesARowOfTheRegistrysOwnTables() throws SQLException {
    var agency = agencies.agency();
    operator.quarantine(agency, true);
    operator.join(operator.group(), agency);
    for (var table : FOR_NO_AGENCY) {
      assertEquals(
          List.of("0"),
          catalogue.as(agency.id().toString(), "SELECT count(*) FROM " + table),
          table);
    }
    for (var table : List.of("agency_standing", "sharing_group_change")) {
      assertNotEquals(
          List.of("0"), catalogue.as("system:administering", "SELECT count(*) FROM " + table));
    }
    assertNotEquals(
        List.of("0"), catalogue.as("system:limiting", "SELECT count(*) FROM rate_limit"));
  }

  /** A row of the agency in every table. */
  private void populate(TestAgency agency) throws SQLException {
    var incident =
        anIncident()
            .with(
                d ->
                    ((ObjectNode) d.at("/sources/0"))
                        .putObject("handling")
                        .put("marking", "TLP:RED"))
            .with(
                d ->
                    d.putArray("externalIds")
                        .addObject()
                        .put("publisher", agency.handle())
                        .put("id", "case-1"))
            .proceeding("p1", "extradition-request", "17")
            .json();
    Api.sending(agency.first(), incident)
        .header("Idempotency-Key", "once")
        .post("/v1/incidents")
        .then()
        .statusCode(201);
    anIncident()
        .with(
            d ->
                d.putObject("handling")
                    .put("marking", "TLP:RED")
                    .putObject("audience")
                    .putArray("agencies")
                    .add(agency.handle()))
        .recordedBy(agency);
    var party =
        "{\"kind\":\"person\",\"identity\":{\"names\":[{\"text\":\"Anna\",\"kind\":\"primary\"}]}}";
    var id = Persons.registered(agency, party);
    Persons.identity(agency.first(), id).then().statusCode(200);
    Api.sending(agency.first(), "{\"identitiesAfterLastUse\":\"P5Y\"}")
        .header("If-Match", "*")
        .put("/v1/agencies/" + agency.id() + "/retention")
        .then()
        .statusCode(200);
    dispute(agency);
    var file = openedBy(agency, aCaseOfItsOwnerAlone());
    added(agency.first(), file, anIncident().recordedBy(agency));
    contribution(agency);
    assessment(agency);
    reevaluation(agency);
    awaitSequencing(agency.id().toString());
  }

  /** Filed by the agency to another one's record, and withdrawn. */
  private void contribution(TestAgency agency) {
    var record = "/v1/incidents/" + anIncident().sharedWith(agency).recordedBy(agencies.agency());
    var filed =
        Api.sending(agency.first(), "{\"counterView\":{\"en\":\"No.\"},\"reason\":\"Seen.\"}")
            .post(record + "/contributions");
    Api.sending(agency.first(), "{\"reason\":\"Test.\"}")
        .post(filed.<String>path("self") + "/withdrawal")
        .then()
        .statusCode(200);
  }

  /** Filed by the agency against another one's record, and withdrawn. */
  private void dispute(TestAgency agency) {
    var record = "/v1/incidents/" + anIncident().sharedWith(agency).recordedBy(agencies.agency());
    var filed =
        Api.sending(agency.first(), "{\"kind\":\"other\",\"statement\":{\"en\":\"No.\"}}")
            .post(record + "/disputes");
    Api.sending(agency.first(), "{\"reason\":\"Test.\"}")
        .post(filed.<String>path("self") + "/withdrawal")
        .then()
        .statusCode(200);
  }

  private void assessment(TestAgency agency) {
    var record = "/v1/incidents/" + anIncident().recordedBy(agency);
    var made = aQualifyingAssessment().madeBy(agency.first(), record);
    Api.sending(agency.second(), "{}").post(made + "/confirmation").then().statusCode(200);
  }

  /** Of a definition of the agency, with a verdict that changed. */
  private void reevaluation(TestAgency agency) {
    var definition = aDefinition(agency, "working");
    definition.publishedBy(agency.first()).statusCode(201);
    anAssessment()
        .under(definition.id())
        .answering("state-nexus", "state-ordered")
        .madeBy(agency.first(), "/v1/incidents/" + anIncident().recordedBy(agency));
    definition
        .ruling("{'element': 'state-nexus', 'atLeast': 'state-executed'}")
        .supersedingBy(agency.first())
        .statusCode(201);
    Api.as(agency.first())
        .post("/v1/definitions/" + definition.id() + "/2.0/reevaluations")
        .then()
        .statusCode(202);
    round.evaluate();
  }

  private void awaitSequencing(String viewer) throws SQLException {
    for (int i = 0; i < SEQUENCING_TRIES; i++) {
      if (!catalogue.as(viewer, "SELECT leaf FROM ledger_leaf").isEmpty()) {
        return;
      }
      LockSupport.parkNanos(SEQUENCING_PAUSE.toNanos());
    }
  }

  /** Those with row security, each with the column that names whose a row is. */
  private Map<String, String> protectedTables() throws SQLException {
    var columns = new TreeMap<String, String>();
    for (var table : catalogue.tables()) {
      if (!Catalogue.WITHOUT_ROW_SECURITY.contains(table)
          && !FOR_EVERY_VIEWER.contains(table)
          && !FOR_NO_AGENCY.contains(table)) {
        var owner =
            catalogue.query(
                """
                SELECT attname FROM pg_attribute
                WHERE attrelid = '%s'::regclass AND attname IN ('owner', 'agency')
                """
                    .formatted(table));
        assertEquals(1, owner.size(), table + " does not say whose a row is");
        columns.put(table, owner.get(0));
      }
    }
    return columns;
  }
}
