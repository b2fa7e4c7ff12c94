package org.tnregistry.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.Api;

/**
 * What one request costs in statements, as the server counts them for the service's role. BEGIN and
 * COMMIT are left out, and what the sequencer does beside all requests; what tells the server who
 * asks and what finds the credential is asserted apart.
 */
@QuarkusTest
class StatementCountTest {
  private static final String ALL_FILTERS =
      "state=KZ&origin=KZ&requesting=KZ&host=BE&placeOfAct=BE&transit=PL&coOperating=UA"
          + "&tactic=spyware&completion=completed&target=00000000-0000-4000-8000-000000000000"
          + "&targetCategory=lawyer&protectionStatus=refugee"
          + "&actor=00000000-0000-4000-8000-000000000000&actorKind=state&caseNumber=1"
          + "&proceedingType=extradition-request&proceedingStatus=open&sourceType=ngo-report"
          + "&sourcePublisher=a&sourceUrl=b&period=2020&periodMatch=within&ongoing=false"
          + "&verification=alleged&status=draft&updatedSince=2020-01-01T00:00:00Z&q=test";

  /** What ViewerContext sends; the sequencer names its column. */
  private static final Pattern VIEWER_CONTEXT = Pattern.compile("viewer_enters\\(\\$1\\)$");

  private static final Pattern AUTHENTICATION = Pattern.compile("from credential ");

  /** Transaction control, the sequencer, the pool's session settings. */
  private static final Pattern BESIDE =
      Pattern.compile(
          "^(BEGIN|COMMIT|ROLLBACK|LISTEN|UNLISTEN|SET )|viewer_enters\\(\\$1\\) AS|pg_snapshot_xmin"
              + "|ORDER BY l.index DESC LIMIT|SELECT EXISTS \\(SELECT FROM journal|advisory"
              + "|ledger_(leaf|tile|checkpoint)");

  @Inject AgencyFixture agencies;

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  @ConfigProperty(name = "quarkus.datasource.username")
  String app;

  @ConfigProperty(name = "tnr.test.superuser.username")
  Optional<String> superuser;

  @ConfigProperty(name = "tnr.test.superuser.password")
  Optional<String> password;

  private TestAgency agency = new TestAgency(new UUID(0, 0), "", "", "");
  private String id = "";

  @BeforeEach
  void anAgencyWithIncidents() {
    assumeTrue(superuser.isPresent(), "only a superuser sees the statements of others");
    agency = agencies.agency();
    IntStream.range(0, 6).forEach(i -> anIncident().titled("en", "Test " + i).postedBy(agency));
    id = rich().postedBy(agency);
  }

  private static IncidentBuilder rich() {
    return anIncident()
        .titled("fr", "Un titre avec beaucoup de mots que la recherche doit pouvoir trouver")
        .act("a2", "phishing", "attempted")
        .in("FR");
  }

  @Test
  void oneRecordIsOneStatement() throws SQLException {
    assertEquals(1, reading("/v1/incidents/" + id));
  }

  @Test
  void aRecordThatHasNotChangedIsOneStatement() throws SQLException {
    var etag = Api.as(agency.first()).get("/v1/incidents/" + id).header("ETag");
    assertEquals(
        1,
        counted(
            304,
            () -> Api.as(agency.first()).header("If-None-Match", etag).get("/v1/incidents/" + id)));
  }

  @Test
  void aPastStateAndTheHistoryAreOneStatementEach() throws SQLException {
    assertEquals(1, reading("/v1/incidents/" + id + "?asOf=2999-01-01T00:00:00Z"));
    assertEquals(1, reading("/v1/incidents/" + id + "/history"));
    assertEquals(1, reading("/v1/incidents/" + id + "/history/1"));
  }

  @Test
  void aPageIsOneStatementWhateverTheFilters() throws SQLException {
    assertEquals(1, reading("/v1/incidents"));
    assertEquals(1, reading("/v1/incidents?limit=2"));
    assertEquals(1, reading("/v1/incidents?" + ALL_FILTERS + "&owner=" + agency.handle()));
  }

  @Test
  void relatedIncidentsAreTheRecordAndOneStatementMore() throws SQLException {
    assertEquals(1, reading("/v1/incidents/" + id + "/related"));
    var numbered = rich().proceeding("p1", "civil-suit", "1").postedBy(agency);
    assertEquals(
        2,
        counted(
            200, 3, () -> Api.as(agency.first()).get("/v1/incidents/" + numbered + "/related")));
  }

  @Test
  void anExactCountIsOneStatementMore() throws SQLException {
    assertEquals(2, reading("/v1/incidents?count=exact"));
    assertEquals(2, reading("/v1/incidents?count=exact&" + ALL_FILTERS));
  }

  @Test
  void aPageAsCsvIsOneStatement() throws SQLException {
    assertEquals(
        1, counted(200, () -> Api.as(agency.first()).accept("text/csv").get("/v1/incidents")));
  }

  @Test
  void aPageOfChangesIsOneStatement() throws SQLException {
    assertEquals(1, reading("/v1/changes"));
  }

  @Test
  void statisticsAreTwoStatements() throws SQLException {
    assertEquals(
        2,
        counted(
            200,
            () ->
                Api.as(agency.first())
                    .get("/v1/statistics/incidents?groupBy=origin&groupBy=year")));
  }

  @Test
  void aPostIsSevenStatementsHoweverManyFacetsItHas() throws SQLException {
    var small = anIncident().json();
    var large = rich().json();
    assertEquals(7, counted(201, () -> Api.sending(agency.first(), small).post("/v1/incidents")));
    assertEquals(7, counted(201, () -> Api.sending(agency.first(), large).post("/v1/incidents")));
  }

  @Test
  void theProceedingsOfAPostAreOneStatementMoreHoweverManyThereAre() throws SQLException {
    var one = rich().proceeding("p1", "extradition-request", "17 000-013").json();
    var more = rich().proceeding("p1", "civil-suit", "1").proceeding("p2", "other", "2").json();
    // And one, in a transaction of its own, looks for likely duplicates by the case numbers.
    for (var incident : List.of(one, more)) {
      assertEquals(
          9, counted(201, 3, () -> Api.sending(agency.first(), incident).post("/v1/incidents")));
    }
  }

  @Test
  void aPageOfProceedingsIsOneStatementAndItsCountOneMore() throws SQLException {
    assertEquals(1, reading("/v1/proceedings"));
    assertEquals(
        2,
        reading(
            "/v1/proceedings?count=exact&type=other&requestingState=UA&requestedState=BE&status=open"
                + "&caseNumber=17&openForDays=1&hearingFrom=2030-01-01&sort=nextHearing"));
  }

  @Test
  void aPatchIsTwelveStatementsHoweverMuchItChanges() throws SQLException {
    var etag = Api.as(agency.first()).get("/v1/incidents/" + id).header("ETag");
    assertEquals(
        12,
        counted(
            200,
            () ->
                Api.as(agency.first())
                    .header("If-Match", etag)
                    .contentType("application/merge-patch+json; charset=UTF-8")
                    .body("{\"title\":{\"en\":\"Quite another title\"}}")
                    .patch("/v1/incidents/" + id)));
  }

  private long reading(String path) throws SQLException {
    return counted(200, () -> Api.as(agency.first()).get(path));
  }

  /** In one transaction beside that of the authentication. */
  private long counted(int status, Supplier<Response> request) throws SQLException {
    return counted(status, 2, request);
  }

  /** Statements of the request beside its transactions' beginnings and its authentication. */
  private long counted(int status, int transactions, Supplier<Response> request)
      throws SQLException {
    // The first use of a credential in a minute is noted, which is a statement more.
    Api.as(agency.first()).get("/v1/incidents/" + id);
    var before = calls();
    request.get().then().statusCode(status);
    var made = new TreeMap<String, Long>();
    calls()
        .forEach(
            (statement, calls) -> {
              long more = calls - before.getOrDefault(statement, 0L);
              if (more > 0) {
                made.put(statement, more);
              }
            });
    assertEquals(transactions, taken(made, VIEWER_CONTEXT), made::toString);
    assertEquals(1, taken(made, AUTHENTICATION), made::toString);
    return made.values().stream().mapToLong(Long::longValue).sum();
  }

  private static long taken(Map<String, Long> made, Pattern statement) {
    long taken =
        made.entrySet().stream()
            .filter(e -> statement.matcher(e.getKey()).find())
            .mapToLong(Map.Entry::getValue)
            .sum();
    made.keySet().removeIf(statement.asPredicate());
    return taken;
  }

  private Map<String, Long> calls() throws SQLException {
    var calls = new HashMap<String, Long>();
    try (var connection =
            DriverManager.getConnection(url, superuser.orElseThrow(), password.orElseThrow());
        var select =
            connection.prepareStatement(
                """
                SELECT s.query, sum(s.calls) FROM monitoring.pg_stat_statements s
                JOIN pg_roles r ON r.oid = s.userid WHERE r.rolname = ? GROUP BY s.query
                """)) {
      select.setString(1, app);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          if (!BESIDE.matcher(rows.getString(1)).find()) {
            calls.put(rows.getString(1), rows.getLong(2));
          }
        }
      }
    }
    return calls;
  }
}
