package org.tnregistry.access;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssuerChecksTest {
  private static final Map<String, String> SAFE =
      Map.of(
          "tnr.mode", "production",
          "quarkus.oidc.auth-server-url", "https://issuer.example",
          "quarkus.oidc.token.audience", "tnr-registry",
          "quarkus.oidc.token.signature-algorithm", "es256");

  @Test
  void safeSettingsAreAccepted() {
    assertDoesNotThrow(new IssuerChecks(config(SAFE))::check);
    assertDoesNotThrow(new IssuerChecks(config(Map.of("tnr.mode", "production")))::check);
  }

  @Test
  void anIssuerOnThisMachineIsAcceptedInLocalMode() {
    var config = with("quarkus.oidc.auth-server-url", "http://127.0.0.1:8180/realms/tnr");
    config.put("tnr.mode", "local");
    assertDoesNotThrow(new IssuerChecks(config(config))::check);
  }

  @ParameterizedTest
  @CsvSource({
    "quarkus.oidc.token.audience, any",
    "quarkus.oidc.token.audience, 'tnr-registry,any'",
    "quarkus.oidc.token.audience, ''",
    "quarkus.oidc.token.issuer, any",
    "quarkus.oidc.token.signature-algorithm, HS256",
    "quarkus.oidc.auth-server-url, http://issuer.example",
    "quarkus.oidc.second.auth-server-url, https://second.example",
    "'quarkus.oidc.\"second.one\".auth-server-url', https://second.example"
  })
  void anUnsafeSettingStopsTheStartAndIsNamed(String property, String value) {
    var checks = new IssuerChecks(config(with(property, value)));
    var failure = assertThrows(IllegalStateException.class, checks::check);
    assertTrue(failure.toString().contains(": " + property + " is refused"), failure::toString);
  }

  @ParameterizedTest
  @CsvSource({"https://issuer.example, true", "' ', false", ", false"})
  void openIdConnectIsOnExactlyWhenAnIssuerIsNamed(String issuer, String on) {
    var config = new HashMap<>(Map.of("quarkus.oidc.tenant-enabled", "true"));
    if (issuer != null) {
      config.put("quarkus.oidc.auth-server-url", issuer);
    }
    assertEquals(on, config(config).getConfigValue("quarkus.oidc.tenant-enabled").getValue());
  }

  private static Map<String, String> with(String property, String value) {
    var config = new HashMap<>(SAFE);
    config.put(property, value);
    return config;
  }

  private static SmallRyeConfig config(Map<String, String> properties) {
    return new SmallRyeConfigBuilder()
        .withSources(new PropertiesConfigSource(properties, "test", 100))
        .withInterceptors(new IssuerSwitch())
        .build();
  }
}
