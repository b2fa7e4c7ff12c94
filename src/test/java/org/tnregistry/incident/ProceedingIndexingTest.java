package org.tnregistry.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.Api;

/** Rows of proceedings that an earlier version of the registry did not write. */
@QuarkusTest
class ProceedingIndexingTest {
  @Inject AgencyFixture agencies;
  @Inject ProceedingIndexing indexing;
  @Inject EntityManager database;

  @Test
  void whatWasStoredBeforeThereWereRowsIsFoundByThoseWhoMaySeeIt() {
    var owner = agencies.agency("law-enforcement", "SM");
    var partner = agencies.agency("law-enforcement", "MC");
    var other = agencies.agency("ngo", null);
    anIncident()
        .sharedWith(partner, other)
        .proceeding("p1", "extradition-request", "17")
        .proceeding("p2", "civil-suit", "18")
        .with(d -> markedFor(partner, (ObjectNode) d.at("/proceedings/1")))
        .recordedBy(owner);
    sql(owner, "UPDATE incident SET proceedings_revision = 0");
    sql(owner, "DELETE FROM incident_proceeding");
    sql(owner, "DELETE FROM incident_proceeding_key");
    indexing.makeAll();
    assertEquals(List.of("p1", "p2"), found(owner, owner, ""));
    assertEquals(List.of("p1", "p2"), found(partner, owner, ""));
    assertEquals(List.of("p1"), found(other, owner, ""));
    assertEquals(List.of("p2"), found(partner, owner, "&caseNumber=18"));
    assertEquals(List.of(), found(other, owner, "&caseNumber=18"));
  }

  @Test
  void whatAReplicaOfAnEarlierVersionAmendedIsMadeAgain() {
    var owner = agencies.agency();
    anIncident().proceeding("p1", "extradition-request", "17").postedBy(owner);
    sql(owner, "UPDATE incident_proceeding SET type = 'other'");
    sql(owner, "UPDATE incident_proceeding_key SET value = '18'");
    sql(
        owner,
        "INSERT INTO incident_proceeding SELECT incident, 'p9', owner, reach, bars, type, NULL, NULL,"
            + " status, open_since, NULL, NULL, 0, NULL, NULL, case_numbers FROM incident_proceeding"
            + " WHERE owner = viewer_agency()");
    indexing.makeAll();
    assertEquals(2, found(owner, owner, "&type=other").size());
    sql(owner, "UPDATE incident SET revision = revision + 1");
    indexing.makeAll();
    assertEquals(List.of("p1"), found(owner, owner, ""));
    assertEquals(List.of("p1"), found(owner, owner, "&type=extradition-request&caseNumber=17"));
    assertEquals(List.of(), found(owner, owner, "&caseNumber=18"));
  }

  @Test
  void whenAHearingIsPastTheOneAfterItIsTheNext() {
    var owner = agencies.agency();
    var first = LocalDate.now(ZoneOffset.UTC).plusDays(10).toString();
    anIncident()
        .proceeding("p1", "criminal-trial", "17")
        .with(
            d ->
                ((ObjectNode) d.at("/proceedings/0"))
                    .putArray("milestones")
                    .add(hearingOn(first))
                    .add(hearingOn(LocalDate.now(ZoneOffset.UTC).plusDays(20).toString())))
        .postedBy(owner);
    assertEquals(List.of(first), found(owner, owner, "&sort=nextHearing", "nextHearing"));
    sql(owner, "UPDATE incident_proceeding SET hearing = hearing - 11");
    assertEquals(List.of(), found(owner, owner, "&sort=nextHearing", "nextHearing"));
    indexing.makeAll();
    assertEquals(List.of(first), found(owner, owner, "&sort=nextHearing", "nextHearing"));
  }

  private static ObjectNode hearingOn(String day) {
    return JsonNodeFactory.instance.objectNode().put("type", "hearing-scheduled").put("date", day);
  }

  @Test
  void nothingIsLeftToMakeAfterwards() {
    var owner = agencies.agency();
    anIncident().postedBy(owner);
    sql(owner, "UPDATE incident SET proceedings_revision = 0");
    indexing.makeAll();
    assertEquals(
        0, sql(owner, "UPDATE incident SET reach = reach WHERE proceedings_revision <> revision"));
  }

  private static void markedFor(TestAgency agency, ObjectNode part) {
    part.putObject("handling")
        .put("marking", "TLP:RED")
        .putObject("audience")
        .putArray("agencies")
        .add(agency.handle());
  }

  /** As the agency, past the service: the policy keeps it to the agency's own rows. */
  private int sql(TestAgency agency, String statement) {
    return agencies
        .context()
        .as(
            agencies.viewer(agency, "earlier-version"),
            () ->
                QuarkusTransaction.requiringNew()
                    .call(() -> database.createNativeQuery(statement).executeUpdate()));
  }

  private static List<String> found(TestAgency asking, TestAgency owner, String query) {
    return found(asking, owner, query, "id");
  }

  private static List<String> found(
      TestAgency asking, TestAgency owner, String query, String member) {
    return Api.as(asking.first())
        .get("/v1/proceedings?owner=" + owner.handle() + query)
        .then()
        .statusCode(200)
        .extract()
        .path("items." + member);
  }
}
