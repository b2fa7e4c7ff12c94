package org.tnregistry.shared.crypto;

import static org.hamcrest.Matchers.contains;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfig;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.contract.Api;
import org.tnregistry.party.Persons;
import org.tnregistry.shared.postgres.Login;
import org.tnregistry.shared.start.CommandDatabase;

/** On the data of the running service. */
@QuarkusTest
class RotateMasterKeyTest {
  @Inject AgencyFixture agencies;

  @Test
  void theServiceGoesOnWhileEveryKeyIsWrappedAnew() throws Exception {
    var agency = agencies.agency();
    var id = Persons.registered(agency, Persons.named("Rotated"));
    Persons.identity(agency.first(), id).then().statusCode(200);
    var before = keys().current();
    assertEquals(0, run());
    assertNotEquals(before, keys().current());
    assertEquals(Set.of(keys().current()), masters());
    Persons.identity(agency.first(), id)
        .then()
        .statusCode(200)
        .body("identity.names.text", contains("Rotated"));
    var later = Persons.registered(agency, Persons.named("Later"));
    Persons.identity(agency.first(), later).then().statusCode(200);
    assertEquals(Set.of(keys().current()), masters(), "the service wraps with the new key");
  }

  @Test
  void aRepeatedRequestIsAnsweredAlikeAfterARotation() throws Exception {
    var agency = agencies.agency();
    var first = keyed(agency.first());
    assertEquals(0, run());
    assertEquals(first, keyed(agency.first()));
  }

  @Test
  void whatWasInterruptedGoesOnAndAddsNoOtherKey() throws Exception {
    Persons.registered(agencies.agency(), Persons.named("Interrupted"));
    assertEquals(0, run("--add"));
    var added = keys().current();
    assertEquals(0, run());
    assertEquals(added, keys().current());
    assertEquals(Set.of(added), masters());
  }

  @Test
  void anOldKeyIsRemovedOnlyWhenNothingIsWrappedByIt() throws Exception {
    var agency = agencies.agency();
    var id = Persons.registered(agency, Persons.named("Retired"));
    assertEquals(0, run("--add"));
    int keys = keys().ids().size();
    assertEquals(1, run("--retire"));
    assertEquals(keys, keys().ids().size());
    assertEquals(0, run("--rewrap"));
    assertEquals(0, run("--retire"));
    assertEquals(Set.of(keys().current()), keys().ids());
    Persons.identity(agency.first(), id).then().statusCode(200);
  }

  @Test
  void rowsOfAQuarantinedAgencyAreWrappedAnewToo() throws Exception {
    var agency = agencies.agency();
    Persons.registered(agency, Persons.named("Quarantined"));
    quarantine(agency.id().toString());
    assertEquals(0, run());
    assertEquals(Set.of(keys().current()), masters());
  }

  @Test
  void everyTableWithAWrappedKeyIsSeenByTheRotation() throws Exception {
    try (var connection = database().asApp()) {
      connection.setAutoCommit(false);
      var tables = new Rewrapping(connection, keys()).tables();
      assertTrue(tables.contains("party_identity"), tables::toString);
      for (var table : tables) {
        assertEquals(
            List.of("finding_keys", "rewrapping"),
            column(
                "SELECT policyname FROM pg_policies WHERE tablename = '"
                    + table
                    + "' AND policyname IN ('finding_keys', 'rewrapping') ORDER BY 1"),
            table);
      }
    }
  }

  private String keyed(String token) {
    return Api.sending(token, Persons.named("Repeated"))
        .header("Idempotency-Key", "rotation")
        .post("/v1/parties")
        .asString();
  }

  private static int run(String... arguments) throws Exception {
    return new RotateMasterKey().run(List.of(arguments), database());
  }

  private static KeysetFile keys() {
    return KeysetFile.open(Path.of(value("tnr.identity.master-keyset-file")));
  }

  /** The master keys that wrap anything at all, as the superuser sees it. */
  private static Set<String> masters() throws SQLException {
    var masters = new TreeSet<String>();
    for (var table :
        List.of("party_identity", "identity_reading", "idempotent_answer", "prf_key")) {
      masters.addAll(
          column("SELECT DISTINCT master_key FROM " + table + " WHERE master_key IS NOT NULL"));
    }
    return masters;
  }

  private static void quarantine(String agency) throws SQLException {
    try (var connection = database().asApp();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("SELECT viewer_enters('system:administering')");
      statement.execute("UPDATE agency SET quarantined_at = now() WHERE id = '" + agency + "'");
      connection.commit();
    }
  }

  private static List<String> column(String sql) throws SQLException {
    var values = new ArrayList<String>();
    try (var connection =
            java.sql.DriverManager.getConnection(
                value("quarkus.datasource.jdbc.url"),
                value("tnr.test.superuser.username"),
                value("tnr.test.superuser.password"));
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  private static CommandDatabase database() {
    return new CommandDatabase(
        value("quarkus.datasource.jdbc.url"),
        new Login(value("quarkus.datasource.username"), value("quarkus.datasource.password")),
        ConfigProvider.getConfig().unwrap(SmallRyeConfig.class));
  }

  private static String value(String property) {
    return Objects.requireNonNull(ConfigProvider.getConfig().getValue(property, String.class));
  }
}
