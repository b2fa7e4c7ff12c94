package org.tnregistry.access.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationSafetyTest {
  private static final String URL = "quarkus.datasource.jdbc.url";
  private static final Map<String, String> SAFE =
      Map.of(
          URL,
          "jdbc:postgresql://db.example.org:5432/tnr?sslmode=verify-full",
          "quarkus.datasource.username",
          "tnr_app",
          "quarkus.flyway.username",
          "tnr_owner",
          "quarkus.flyway.password",
          "only-for-this-test",
          "quarkus.http.cors.origins",
          "https://registry.example.org");

  @Test
  void safeSettingsAreAccepted() {
    assertEquals(List.of(), found(Map.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "quarkus.http.cors.origins, *",
    "quarkus.http.cors.origins, 'https://registry.example.org, *'",
    "quarkus.http.cors.origins, /.*/",
    "quarkus.http.cors.origins, /https:.*/",
    "quarkus.flyway.username, tnr_app",
    "quarkus.flyway.username, ''",
    "quarkus.flyway.password, ''",
    "quarkus.flyway.jdbc-url, jdbc:postgresql://db.example.org/tnr",
    "quarkus.datasource.limits.jdbc.url, jdbc:postgresql://db.example.org/tnr",
    "quarkus.datasource.jdbc.url, jdbc:postgresql://db.example.org/tnr?sslmode=require&sslmode=disable",
    "quarkus.datasource.jdbc.url, jdbc:postgresql://db.example.org/tnr",
    "quarkus.datasource.jdbc.url, jdbc:postgresql://db.example.org/tnr?sslmode=prefer",
    "quarkus.datasource.jdbc.url, 'jdbc:postgresql://127.0.0.1:5432,10.0.0.7:5432/tnr'",
    "quarkus.datasource.jdbc.url, jdbc:postgresql://127.0.0.1.example.org/tnr"
  })
  void anUnsafeSettingIsNamed(String property, String value) {
    var unsafe = found(Map.of(property, value));
    assertEquals(1, unsafe.size(), unsafe::toString);
    assertTrue(unsafe.get(0).toString().startsWith(property + " is refused: "), unsafe::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://127.0.0.1:5432/tnr",
        "jdbc:postgresql://localhost/tnr",
        "jdbc:postgresql://[::1]:5432/tnr",
        "jdbc:postgresql://db.example.org/tnr?ApplicationName=tnr&sslmode=require",
        "jdbc:postgresql://a.example.org,b.example.org/tnr?sslmode=verify-ca"
      })
  void onThisMachineOrEncryptedADatabaseIsAccepted(String url) {
    assertEquals(List.of(), found(Map.of(URL, url)));
  }

  @Test
  void aModeOfTlsBesideTheUrlWouldNotReachTheOwnersConnection() {
    var unsafe =
        found(
            Map.of(
                URL,
                "jdbc:postgresql://db.example.org/tnr",
                "quarkus.datasource.jdbc.additional-jdbc-properties.sslmode",
                "verify-full"));
    assertEquals(1, unsafe.size(), unsafe::toString);
  }

  @Test
  void anOperatorCanSayThatTheNetworkEncrypts() {
    assertEquals(
        List.of(),
        found(
            Map.of(
                URL,
                "jdbc:postgresql://db.example.org/tnr",
                "tnr.database.allow-plaintext",
                "true")));
  }

  private static List<Unsafe> found(Map<String, String> changes) {
    var properties = new HashMap<>(SAFE);
    properties.putAll(changes);
    return new ConfigurationSafety(
            new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build())
        .found();
  }
}
