package org.tnregistry.shared.crypto;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.tnregistry.shared.start.RefusedStart;

/** Opens the master keyset; in local mode and in tests makes it when it is not there yet. */
class MasterKeyProducer {
  private static final String IN_DATA_FOLDER = "master-keyset.json";

  @Produces
  @Singleton
  MasterKey masterKey() {
    try {
      return open(ConfigProvider.getConfig());
    } catch (CryptoException e) {
      throw new RefusedStart(String.valueOf(e.getMessage()));
    }
  }

  /**
   * @throws CryptoException naming the property, when there is no key and none may be made
   */
  static KeysetFile open(Config config) {
    var file = file(config);
    boolean production = mode(config).equals("production");
    if (!Files.exists(file) && !production) {
      return KeysetFile.create(file);
    }
    try {
      return KeysetFile.open(file);
    } catch (CryptoException e) {
      throw new CryptoException(MasterKeyConfig.FILE + " is refused: " + e.getMessage(), e);
    }
  }

  static Path file(Config config) {
    return config
        .getOptionalValue(MasterKeyConfig.FILE, Path.class)
        .orElseGet(
            () -> {
              if (mode(config).equals("production")) {
                throw new CryptoException(
                    MasterKeyConfig.FILE
                        + " is not set: without a master key no identity can be kept");
              }
              return Path.of(
                      config.getOptionalValue("tnr.local.data-folder", String.class).orElse("data"))
                  .resolve(IN_DATA_FOLDER);
            });
  }

  /** A command is run beside the service's configuration, which need not say its mode. */
  private static String mode(Config config) {
    return config
        .getOptionalValue("tnr.mode", String.class)
        .orElseGet(
            () ->
                config.getOptionalValue("quarkus.datasource.jdbc.url", String.class).isPresent()
                    ? "production"
                    : "local");
  }
}
