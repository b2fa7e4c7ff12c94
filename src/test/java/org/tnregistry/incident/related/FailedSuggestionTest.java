package org.tnregistry.incident.related;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.Api;
import org.tnregistry.ledger.LedgerBench;

/**
 * No record is lost because a suggestion fails. The database is made to refuse what a suggestion
 * reads and a post does not: the facets of other incidents.
 */
@QuarkusTest
class FailedSuggestionTest {
  private static final String KEY = UUID.randomUUID().toString();

  @Inject AgencyFixture agencies;
  @Inject LedgerBench bench;

  @ConfigProperty(name = "quarkus.datasource.username")
  String app;

  private TestAgency owner;
  private String document = "";
  private String first = "";

  @BeforeEach
  void anIncidentThatIsPostedOnce() throws SQLException {
    owner = agencies.agency();
    var incident =
        anIncident()
            .during("2020-03-04")
            .proceeding("p1", "extradition-request", "Case " + UUID.randomUUID());
    document = incident.json();
    first = incident.postedBy(owner);
    bench.superuser("REVOKE SELECT ON incident_facet FROM " + app);
  }

  @AfterEach
  void suggestAgain() throws SQLException {
    bench.superuser("GRANT SELECT ON incident_facet TO " + app);
  }

  @Test
  void aPostIsKeptAndAnsweredWithoutLinks() throws SQLException {
    var posted = posted();
    assertEquals(201, posted.statusCode(), posted::asString);
    assertEquals(List.of(), links(posted));
    suggestAgain();
    var id = posted.<String>path("registry.id");
    Api.as(owner.first()).get("/v1/incidents/" + id).then().statusCode(200);
    assertEquals(
        Stream.of(first, id).sorted().map(FailedSuggestionTest::link).toList(), links(posted()));
  }

  @Test
  void aPostThatIsSentAgainIsTheOneOfBefore() throws SQLException {
    var once = again();
    once.then().statusCode(201);
    assertEquals(List.of(), links(once));
    again().then().statusCode(201).body("registry.id", equalTo(once.path("registry.id")));
    suggestAgain();
    var replayed = again();
    assertEquals(once.asString(), replayed.asString());
    assertEquals(List.of(link(first)), links(replayed));
  }

  private Response posted() {
    return Api.failing(owner.first(), document).post("/v1/incidents");
  }

  private Response again() {
    return Api.failing(owner.first(), document)
        .header("Idempotency-Key", KEY)
        .post("/v1/incidents");
  }

  private static String link(String id) {
    return "</v1/incidents/" + id + ">; rel=\"related\"";
  }

  private static List<String> links(Response posted) {
    return posted.headers().getValues("Link");
  }
}
