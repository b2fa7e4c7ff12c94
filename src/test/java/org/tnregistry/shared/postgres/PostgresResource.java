package org.tnregistry.shared.postgres;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The database of every {@code @QuarkusTest}, with no annotation needed: one embedded server per
 * JVM, thrown away at its end.
 *
 * <p>{@code TNR_TEST_JDBC_URL} names another server instead, together with {@code
 * TNR_TEST_OWNER_USERNAME}, {@code TNR_TEST_OWNER_PASSWORD}, {@code TNR_TEST_APP_USERNAME} and
 * {@code TNR_TEST_APP_PASSWORD}, and {@code TNR_TEST_MASTER_KEYSET_FILE}, which is made when it is
 * not there; then there is no {@code tnr.test.superuser.*}.
 */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {

  /** Quarkus loads this class anew for each test profile; system properties are there for all. */
  private static final String REMEMBERED = "tnr.test.remembered.";

  private static final String MASTER_KEYSET = "tnr.identity.master-keyset-file";

  @Override
  public Map<String, String> start() {
    Map<String, String> configuration = remembered();
    if (configuration.isEmpty()) {
      String url = System.getenv("TNR_TEST_JDBC_URL");
      configuration = url == null ? embedded() : given(url);
      configuration.forEach((name, value) -> System.setProperty(REMEMBERED + name, value));
    }
    return configuration;
  }

  /** The next profile's tests use the same server. */
  @Override
  public void stop() {}

  /** Where tests unpack PostgreSQL's programs, so that it happens once and not once per test. */
  static Path binaries() {
    return Path.of(System.getProperty("tnr.local.binaries-folder", "target/postgres-binaries"));
  }

  private static Map<String, String> remembered() {
    Map<String, String> configuration = new HashMap<>();
    for (String name : System.getProperties().stringPropertyNames()) {
      if (name.startsWith(REMEMBERED)) {
        configuration.put(name.substring(REMEMBERED.length()), System.getProperty(name));
      }
    }
    return configuration;
  }

  private static Map<String, String> embedded() {
    Path folder = Path.of("target", "test-postgres-" + UUID.randomUUID());
    EmbeddedPostgres server = EmbeddedPostgres.start(folder, binaries());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> throwAway(server)));
    Map<String, String> configuration =
        configuration(server.jdbcUrl(), server.owner(), server.app(), server.superuser());
    configuration.put(MASTER_KEYSET, server.folder().resolve("master-keyset.json").toString());
    configuration.put("tnr.test.cluster-folder", server.folder().resolve("postgres").toString());
    return configuration;
  }

  private static Map<String, String> given(String url) {
    Map<String, String> configuration =
        configuration(url, login("TNR_TEST_OWNER"), login("TNR_TEST_APP"), null);
    configuration.put(MASTER_KEYSET, required("TNR_TEST_MASTER_KEYSET_FILE"));
    return configuration;
  }

  private static Map<String, String> configuration(
      String url, Login owner, Login app, @Nullable Login superuser) {
    Map<String, String> configuration = new HashMap<>();
    configuration.put("quarkus.datasource.jdbc.url", url);
    putLogin(configuration, "quarkus.datasource", app);
    putLogin(configuration, "quarkus.flyway", owner);
    if (superuser != null) {
      putLogin(configuration, "tnr.test.superuser", superuser);
    }
    return configuration;
  }

  private static void putLogin(Map<String, String> configuration, String prefix, Login login) {
    configuration.put(prefix + ".username", login.username());
    configuration.put(prefix + ".password", login.password());
  }

  private static Login login(String prefix) {
    return new Login(required(prefix + "_USERNAME"), required(prefix + "_PASSWORD"));
  }

  private static String required(String variable) {
    String value = System.getenv(variable);
    if (value == null) {
      throw new IllegalStateException("TNR_TEST_JDBC_URL is set, but not " + variable);
    }
    return value;
  }

  private static void throwAway(EmbeddedPostgres server) {
    server.close();
    try {
      PrivateFiles.deleteTree(server.folder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
