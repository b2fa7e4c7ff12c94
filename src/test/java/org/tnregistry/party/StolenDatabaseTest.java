package org.tnregistry.party;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.Api;
import org.tnregistry.shared.http.Logged;

/** Names that stand nowhere else, so that finding one anywhere is a leak. */
@QuarkusTest
class StolenDatabaseTest {
  private static final String LATIN = "Quxzanthippe Vorbelstrand";
  private static final String CYRILLIC = "Жызгенчук Ярополкия";
  private static final String ARABIC = "ظضغثخشذطصقف";
  private static final String CHINESE = "龘靐齉龗灪";
  private static final String PURPOSE = "Wexelbrunt-purpose";
  private static final String NUMBER = "PASS-8817-QZX-44";
  private static final String SPELT = "zhyzgenchuk";

  private static final List<String> SECRETS =
      List.of(
          LATIN, "Quxzanthippe", CYRILLIC, "Жызгенчук", ARABIC, CHINESE, PURPOSE, NUMBER, SPELT);

  @Inject AgencyFixture agencies;

  @BeforeEach
  void somebodyWhoCanReadEverything() {
    assumeTrue(EveryByte.canBeRead(), "only a superuser can dump all tables");
  }

  @Test
  void namesNobodyInItsTablesFilesAndLogs() throws Exception {
    var logged = Logged.fromNowOn();
    var agency = agencies.agency();
    try (logged) {
      live(agency);
    }
    assertEquals(List.of(), EveryByte.inTables(SECRETS));
    assertEquals(List.of(), EveryByte.inFiles(SECRETS));
    assertEquals(
        List.of(),
        logged.texts().stream().filter(t -> SECRETS.stream().anyMatch(t::contains)).toList());
    assertFalse(serverLog().contains("Quxzanthippe"));
    assertEquals(List.of(), EveryByte.inTables(List.of(agency.first().substring(4))));
  }

  @Test
  void thisTestWouldFindWhatStoodInClear() throws Exception {
    var agency = agencies.agency();
    Api.sending(agency.first(), "{\"title\":{\"en\":\"Findable Zzyzxmark\"}}")
        .post("/v1/incidents")
        .then()
        .statusCode(201);
    assertTrue(EveryByte.inTables(List.of("Zzyzxmark")).contains("incident.document"));
    assertFalse(EveryByte.inFiles(List.of("Zzyzxmark")).isEmpty());
  }

  /** All that is done with a party. */
  private void live(TestAgency agency) {
    var document =
        Persons.named(LATIN, CYRILLIC, ARABIC, CHINESE)
            .replace(
                "\"names\"",
                "\"note\":{\"en\":\"About "
                    + LATIN
                    + "\"},\"documents\":[{\"type\":\"passport\",\"number\":\""
                    + NUMBER
                    + "\"}],\"names\"");
    for (int i = 0; i < 2; i++) {
      Api.sending(agency.first(), document)
          .header("Idempotency-Key", "stolen")
          .post("/v1/parties")
          .then()
          .statusCode(201);
    }
    var company = document.replace("person", "organisation");
    Api.sending(agency.first(), company)
        .header("Idempotency-Key", "company")
        .post("/v1/parties")
        .then()
        .statusCode(201);
    var id = Persons.registered(agency, document);
    Api.sending(agency.first(), document)
        .header("If-Match", "*")
        .put("/v1/parties/" + id)
        .then()
        .statusCode(200);
    Api.sending(
            agency.first(),
            "{\"purpose\":\"" + PURPOSE + " " + LATIN + "\",\"legalBasis\":\"consent\"}")
        .post("/v1/parties/" + id + "/identity-readings")
        .then()
        .statusCode(200);
    for (var name : List.of(LATIN, CYRILLIC, ARABIC, CHINESE)) {
      Api.sending(
              agency.first(),
              "{\"names\":[\""
                  + name
                  + "\"],\"purpose\":\""
                  + PURPOSE
                  + "\",\"legalBasis\":\"consent\"}")
          .post("/v1/parties/search")
          .then()
          .statusCode(200);
    }
    Api.sending(agency.first(), document.replace("primary", "no-such-kind"))
        .post("/v1/parties")
        .then()
        .statusCode(422);
  }

  private static String serverLog() throws IOException {
    var cluster =
        Path.of(ConfigProvider.getConfig().getValue("tnr.test.cluster-folder", String.class));
    return Files.readString(cluster.resolveSibling("postgres.log"), UTF_8);
  }
}
