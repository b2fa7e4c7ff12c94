package org.tnregistry.party;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.config.SmallRyeConfig;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.Api;
import org.tnregistry.ledger.verify.VerifyLedger;
import org.tnregistry.shared.postgres.Login;
import org.tnregistry.shared.postgres.OwnDatabase;
import org.tnregistry.shared.start.CommandDatabase;

/** The ledger binds what is stored of a party, its sealed identity included. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class PartyVerificationTest {
  private static final long PATIENCE_NANOS = 30_000_000_000L;

  @Inject AgencyFixture agencies;
  @Inject Config config;
  @TempDir Path folder;

  @Test
  void whatIsWrittenAndErasedIsIntactAndWhatIsAlteredIsNamed() throws Exception {
    var agency = agencies.agency();
    var kept = registered(agency, "Kept");
    var erased = registered(agency, "Gone");
    Api.sending(agency.first(), "{\"reason\":\"request-of-the-person\",\"text\":\"Asked.\"}")
        .post("/v1/parties/" + erased + "/erasure")
        .then()
        .statusCode(200);
    var checkpoint = covering(agency, kept, erased);
    assertTrue(verified(checkpoint, 0).startsWith("Intact"));
    superuser(
        "UPDATE party_identity SET ciphertext = ciphertext || '\\x00' WHERE party = '%s'", kept);
    var found = verified(checkpoint, 1);
    assertTrue(found.startsWith("TAMPERED: party " + kept), found);
  }

  private static String registered(TestAgency agency, String name) {
    return Api.sending(
            agency.first(),
            "{\"kind\":\"person\",\"identity\":{\"names\":[{\"text\":\""
                + name
                + "\",\"kind\":\"primary\"}]}}")
        .post("/v1/parties")
        .<String>path("registry.id");
  }

  private Path covering(TestAgency agency, String kept, String erased) throws Exception {
    for (var asked :
        List.of("subject=" + kept + "&revision=1", "subject=" + erased + "&revision=2")) {
      int status = 409;
      for (long end = System.nanoTime() + PATIENCE_NANOS;
          status == 409 && System.nanoTime() < end; ) {
        status = Api.as(agency.first()).get("/v1/ledger/receipts?" + asked).statusCode();
      }
      assertEquals(200, status);
    }
    return Files.writeString(
        folder.resolve("checkpoint"), Api.anonymous().get("/v1/ledger/checkpoint").asString());
  }

  private String verified(Path checkpoint, int expected) throws Exception {
    var printed = new ByteArrayOutputStream();
    var out = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      var database =
          new CommandDatabase(
              value("quarkus.datasource.jdbc.url"),
              login("quarkus.datasource"),
              config.unwrap(SmallRyeConfig.class));
      assertEquals(
          expected,
          new VerifyLedger().run(List.of("--checkpoint", checkpoint.toString()), database),
          () -> printed.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
    }
    return printed.toString(StandardCharsets.UTF_8).strip();
  }

  private void superuser(String sql, String party) throws Exception {
    var root = login("tnr.test.superuser");
    try (var connection =
            DriverManager.getConnection(
                value("quarkus.datasource.jdbc.url"), root.username(), root.password());
        var statement = connection.createStatement()) {
      assertEquals(1, statement.executeUpdate(sql.formatted(party)));
    }
  }

  private Login login(String prefix) {
    return new Login(value(prefix + ".username"), value(prefix + ".password"));
  }

  private String value(String name) {
    return config.getValue(name, String.class);
  }
}
