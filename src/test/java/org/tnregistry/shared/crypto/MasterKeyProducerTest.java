package org.tnregistry.shared.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyProducerTest {
  private static final String FILE = "tnr.identity.master-keyset-file";

  @TempDir Path folder;

  @Test
  void productionWithoutAKeyIsRefusedAndNamesTheProperty() {
    var refusal =
        assertThrows(
            CryptoException.class,
            () -> MasterKeyProducer.open(config(Map.of("tnr.mode", "production"))));
    assertTrue(String.valueOf(refusal.getMessage()).startsWith(FILE));
  }

  @Test
  void productionMakesNoKeyByItself() {
    var file = folder.resolve("missing.json");
    var refusal =
        assertThrows(
            CryptoException.class,
            () ->
                MasterKeyProducer.open(
                    config(Map.of("tnr.mode", "production", FILE, file.toString()))));
    assertTrue(String.valueOf(refusal.getMessage()).startsWith(FILE));
    assertFalse(Files.exists(file));
  }

  @Test
  void aDatabaseUrlMeansProductionForACommandToo() {
    var config = config(Map.of("quarkus.datasource.jdbc.url", "jdbc:postgresql://db/tnr"));
    assertThrows(CryptoException.class, () -> MasterKeyProducer.open(config));
  }

  @Test
  void localModeMakesTheKeyInItsDataFolderOnce() {
    var config = config(Map.of("tnr.mode", "local", "tnr.local.data-folder", folder.toString()));
    var made = MasterKeyProducer.open(config).current();
    assertTrue(Files.exists(folder.resolve("master-keyset.json")));
    assertEquals(made, MasterKeyProducer.open(config).current());
  }

  private static SmallRyeConfig config(Map<String, String> properties) {
    return new SmallRyeConfigBuilder()
        .withSources(new PropertiesConfigSource(properties, "test", 500))
        .build();
  }
}
