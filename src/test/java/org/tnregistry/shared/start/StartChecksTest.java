package org.tnregistry.shared.start;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

class StartChecksTest {
  private static final Map<String, String> UNSAFE =
      Map.of(
          "quarkus.datasource.jdbc.url", "jdbc:postgresql://db.example.org/tnr",
          "quarkus.flyway.username", "tnr_owner",
          "quarkus.flyway.password", "only-for-this-test",
          "quarkus.oidc.auth-server-url", "http://issuer.example.org",
          "quarkus.oidc.token.audience", "tnr-registry");

  @Test
  void productionIsToldAtOnceOfEverySettingItDoesNotConnectWith() {
    var failure = assertThrows(RefusedStart.class, () -> StartChecks.require(config("production")));
    var message = String.valueOf(failure.getMessage());
    assertTrue(message.contains("quarkus.datasource.jdbc.url is refused"), message);
    assertTrue(message.contains("quarkus.oidc.auth-server-url is refused"), message);
  }

  @Test
  void localModeMayConnectWithThem() {
    assertDoesNotThrow(() -> StartChecks.require(config("local")));
  }

  @Test
  void noCommandConnectsWithoutEncryptionWhateverElseItsSettingsLack() {
    var failure =
        assertThrows(RefusedStart.class, () -> StartChecks.requireForCommand(config("production")));
    var message = String.valueOf(failure.getMessage());
    assertTrue(message.startsWith("quarkus.datasource.jdbc.url is refused"), message);
    assertEquals(1, message.lines().count(), message);
  }

  private static Config config(String mode) {
    return new SmallRyeConfigBuilder()
        .withSources(
            new PropertiesConfigSource(UNSAFE, "test", 100),
            new PropertiesConfigSource(Map.of("tnr.mode", mode), "mode", 200))
        .build();
  }
}
