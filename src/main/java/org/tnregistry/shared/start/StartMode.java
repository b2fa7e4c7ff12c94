package org.tnregistry.shared.start;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.postgres.EmbeddedPostgres;

/**
 * Local or production. The question is put to the same sources that Quarkus will read, so a URL
 * counts wherever it is given: system property, environment, {@code .env} or {@code
 * config/application.properties}. The answer reaches the service as system properties. Settings
 * that must be refused in that mode are, before anything is connected to.
 */
final class StartMode {

  private static final String MODE = "tnr.mode";
  private static final String LOCAL = "local";
  private static final String PRODUCTION = "production";
  static final String URL = "quarkus.datasource.jdbc.url";

  /** Outlives a live reload, as the server does; no setting, and so not among those. */
  private static final String OWN_SERVER = "org.tnregistry.own-server";

  private StartMode() {}

  /**
   * After a live reload in development the URL of the first start is still there, and so is its
   * server.
   */
  static void choose() {
    SmallRyeConfig config = ConfigUtils.configBuilder().withMapping(LocalConfig.class).build();
    String mode = config.getConfigValue(MODE).getValue();
    requireKnown(mode);
    if (config.isPropertyPresent(URL)) {
      if (!isOwnServer(config.getConfigValue(URL).getValue())) {
        requireProduction(mode);
      }
      StartChecks.require(config);
    } else if (PRODUCTION.equals(mode)) {
      throw new RefusedStart(MODE + " is " + PRODUCTION + ", but no database is given: set " + URL);
    } else {
      System.setProperty(MODE, LOCAL);
      StartChecks.require(config);
      startDatabase(config.getConfigMapping(LocalConfig.class));
    }
  }

  /** A misspelt mode would start without the checks of either. */
  private static void requireKnown(@Nullable String mode) {
    if (mode != null && !mode.equals(LOCAL) && !mode.equals(PRODUCTION)) {
      throw new RefusedStart(MODE + " is neither " + LOCAL + " nor " + PRODUCTION);
    }
  }

  /** Demo agencies in a database that is not the service's own could never be told from others. */
  private static void requireProduction(@Nullable String mode) {
    if (LOCAL.equals(mode)) {
      throw new RefusedStart(
          MODE + " is " + LOCAL + ", but a database is given: take away one of it and " + URL);
    }
    System.setProperty(MODE, PRODUCTION);
  }

  private static boolean isOwnServer(@Nullable String url) {
    return url != null && url.equals(System.getProperty(OWN_SERVER));
  }

  private static void startDatabase(LocalConfig config) {
    long begin = System.nanoTime();
    EmbeddedPostgres database =
        EmbeddedPostgres.start(config.dataFolder(), config.binariesFolder().orElse(null));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(database), "stop-postgres"));
    System.setProperty(URL, database.jdbcUrl());
    System.setProperty(OWN_SERVER, database.jdbcUrl());
    database.whenItEndsByItself(StartMode::endWithDatabase);
    System.setProperty("quarkus.datasource.username", database.app().username());
    System.setProperty("quarkus.datasource.password", database.app().password());
    System.setProperty("quarkus.flyway.username", database.owner().username());
    System.setProperty("quarkus.flyway.password", database.owner().password());
    Logger.getLogger(StartMode.class)
        .infof(
            "No database configured: PostgreSQL started in %d ms, data in %s",
            (System.nanoTime() - begin) / 1_000_000, database.folder());
  }

  /** Nobody else starts it again: whoever looks after the service sees that it ended, and does. */
  private static void endWithDatabase() {
    Logger.getLogger(StartMode.class)
        .error("PostgreSQL ended by itself, and the service ends with it: start it again");
    Quarkus.asyncExit(1);
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
