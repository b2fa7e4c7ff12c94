package org.tnregistry.shared.start;

import java.sql.SQLException;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** Says which setting is wrong when the database could not be connected to. */
final class DatabaseFailure {
  private static final String SERVICE = "quarkus.datasource.";
  private static final String OWNER = "quarkus.flyway.";
  private static final String OWNERS_URL = OWNER + "jdbc-url";

  /** Migrations alone connect as the owner, and wrap what goes wrong in exceptions of their own. */
  private static final String MIGRATIONS = "org.flywaydb.";

  private static final Pattern HOSTS = Pattern.compile("jdbc:postgresql://([^/?]*)");

  private DatabaseFailure() {}

  /**
   * @return one line, or null when the failure has another reason than a login or an address
   */
  static @Nullable String refusal(Throwable failure, Config config) {
    boolean owner = false;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      owner |= cause.getClass().getName().startsWith(MIGRATIONS);
      if (cause instanceof SQLException sql && !isWrapper(sql)) {
        return refusal(sql, owner, config);
      }
    }
    return null;
  }

  /** Flyway's own exceptions are no SQLException; a pool's repeat the state of the driver's. */
  private static boolean isWrapper(SQLException sql) {
    return sql.getCause() instanceof SQLException;
  }

  private static @Nullable String refusal(SQLException failure, boolean owner, Config config) {
    var state = String.valueOf(failure.getSQLState());
    var role = owner ? OWNER : SERVICE;
    var url = owner && !value(config, OWNERS_URL).isEmpty() ? OWNERS_URL : StartMode.URL;
    if (state.equals("28P01")) {
      return role + "password: the database refuses " + value(config, role + "username");
    }
    if (state.startsWith("28")) {
      return role + "username: the database refuses it (" + reason(failure) + ")";
    }
    if (state.startsWith("3D")) {
      return url + ": there is no such database (" + reason(failure) + ")";
    }
    if (state.startsWith("08") || state.equals("57P03")) {
      return url
          + ": no database answers at "
          + hosts(value(config, url))
          + " ("
          + reason(failure)
          + ")";
    }
    return null;
  }

  /** Without what else a URL can hold, such as a password. */
  private static String hosts(String url) {
    var hosts = HOSTS.matcher(url);
    return hosts.find() ? hosts.group(1).replaceAll("[^,]*@", "") : "its address";
  }

  private static String reason(SQLException failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    var message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    return cause == failure ? message : cause.getClass().getSimpleName() + ": " + message;
  }

  private static String value(Config config, String name) {
    return config.getOptionalValue(name, String.class).orElse("").strip();
  }
}
