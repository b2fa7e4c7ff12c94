package org.tnregistry.shared.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseFailureTest {
  private static final String URL = "quarkus.datasource.jdbc.url";

  @ParameterizedTest
  @CsvSource({
    "28P01, quarkus.datasource.password: the database refuses tnr_app",
    "28000, quarkus.datasource.username: the database refuses it (FATAL: why)",
    "3D000, quarkus.datasource.jdbc.url: there is no such database (FATAL: why)",
    "57P03, quarkus.datasource.jdbc.url: no database answers at db.example.org:5999 (FATAL: why)",
    "08004, quarkus.datasource.jdbc.url: no database answers at db.example.org:5999 (FATAL: why)"
  })
  void theSettingOfTheServiceIsNamed(String state, String line) {
    assertEquals(line, refusal(new SQLException("FATAL: why\nmore", state), Map.of()));
  }

  @Test
  void theOwnersPasswordIsNamedWhenMigrationsFail() {
    var failure = new FlywayException("No connection", new SQLException("FATAL: why", "28P01"));
    assertEquals(
        "quarkus.flyway.password: the database refuses tnr_owner", refusal(failure, Map.of()));
  }

  @Test
  void migrationsCanHaveAnAddressOfTheirOwn() {
    var failure = new FlywayException("No connection", new SQLException("FATAL: why", "08001"));
    assertEquals(
        "quarkus.flyway.jdbc-url: no database answers at other.example.org (FATAL: why)",
        refusal(
            failure, Map.of("quarkus.flyway.jdbc-url", "jdbc:postgresql://other.example.org/tnr")));
  }

  @Test
  void whatIsBelowTheConnectionSaysWhy() {
    var failure = new SQLException("Refused", "08001", new ConnectException("Connection refused"));
    assertEquals(
        URL
            + ": no database answers at db.example.org:5999"
            + " (ConnectException: Connection refused)",
        refusal(failure, Map.of()));
  }

  @Test
  void nothingElseOfTheUrlIsPrinted() {
    assertEquals(
        URL + ": no database answers at db.example.org (FATAL: why)",
        refusal(
            new SQLException("FATAL: why", "08001"),
            Map.of(URL, "jdbc:postgresql://me:secret@db.example.org/tnr?password=secret")));
  }

  @Test
  void aFailureOfAnotherKindKeepsItsTrace() {
    assertNull(refusal(new SQLException("ERROR: why", "42501"), Map.of()));
    assertNull(refusal(new SQLException("Acquisition timeout"), Map.of()));
    assertNull(refusal(new IllegalStateException("A fault"), Map.of()));
  }

  private static @Nullable String refusal(Exception cause, Map<String, String> more) {
    return DatabaseFailure.refusal(
        new RuntimeException("Failed to start quarkus", cause), config(more));
  }

  private static Config config(Map<String, String> more) {
    var settings =
        new HashMap<>(
            Map.of(
                URL,
                "jdbc:postgresql://db.example.org:5999/tnr?password=secret",
                "quarkus.datasource.username",
                "tnr_app",
                "quarkus.flyway.username",
                "tnr_owner"));
    settings.putAll(more);
    return new SmallRyeConfigBuilder()
        .withSources(new PropertiesConfigSource(settings, "test", 100))
        .build();
  }
}
