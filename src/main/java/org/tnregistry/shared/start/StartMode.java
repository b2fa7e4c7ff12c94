package org.tnregistry.shared.start;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import org.jboss.logging.Logger;
import org.tnregistry.shared.postgres.EmbeddedPostgres;

/**
 * Local or production. The question is put to the same sources that Quarkus will read, so a URL
 * counts wherever it is given: system property, environment, {@code .env} or {@code
 * config/application.properties}. The answer reaches the service as system properties.
 */
final class StartMode {

  private static final String MODE = "tnr.mode";
  private static final String LOCAL = "local";
  private static final String PRODUCTION = "production";
  static final String URL = "quarkus.datasource.jdbc.url";

  private StartMode() {}

  /**
   * After a live reload in development the URL of the first start is still there, and so is its
   * server.
   */
  static void choose() {
    SmallRyeConfig config = ConfigUtils.configBuilder().withMapping(LocalConfig.class).build();
    String mode = config.getConfigValue(MODE).getValue();
    if (config.isPropertyPresent(URL)) {
      if (mode == null) {
        System.setProperty(MODE, PRODUCTION);
      }
    } else if (PRODUCTION.equals(mode)) {
      throw new IllegalStateException(
          MODE + " is " + PRODUCTION + ", but no database is given: set " + URL);
    } else {
      System.setProperty(MODE, LOCAL);
      startDatabase(config.getConfigMapping(LocalConfig.class));
    }
  }

  private static void startDatabase(LocalConfig config) {
    long begin = System.nanoTime();
    EmbeddedPostgres database =
        EmbeddedPostgres.start(config.dataFolder(), config.binariesFolder().orElse(null));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(database), "stop-postgres"));
    System.setProperty(URL, database.jdbcUrl());
    System.setProperty("quarkus.datasource.username", database.app().username());
    System.setProperty("quarkus.datasource.password", database.app().password());
    System.setProperty("quarkus.flyway.username", database.owner().username());
    System.setProperty("quarkus.flyway.password", database.owner().password());
    Logger.getLogger(StartMode.class)
        .infof(
            "No database configured: PostgreSQL started in %d ms, data in %s",
            (System.nanoTime() - begin) / 1_000_000, database.folder());
  }

  /** The hooks of the JVM run all at once; the service may need its database until it has ended. */
  private static void stop(EmbeddedPostgres database) {
    Application service = Application.currentApplication();
    if (service != null) {
      service.awaitShutdown();
    }
    database.close();
  }
}
