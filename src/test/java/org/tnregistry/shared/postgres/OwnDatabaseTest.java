package org.tnregistry.shared.postgres;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OwnDatabase.class)
class OwnDatabaseTest {
  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String used;

  @Test
  void theServerIsNotTheOneThatOtherTestsWriteTo() {
    assertNotEquals(new PostgresResource().start().get("quarkus.datasource.jdbc.url"), used);
  }
}
