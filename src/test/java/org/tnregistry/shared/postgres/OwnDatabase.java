package org.tnregistry.shared.postgres;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A server of its own for tests whose records others would see, for they are shared with members.
 */
public class OwnDatabase implements QuarkusTestProfile {
  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(new TestResourceEntry(Resource.class));
  }

  public static final class Resource implements QuarkusTestResourceLifecycleManager {
    private @Nullable EmbeddedPostgres server;

    /** After the server of all others, which is started for every profile, to take its place. */
    @Override
    public int order() {
      return 1;
    }

    @Override
    public Map<String, String> start() {
      var started =
          EmbeddedPostgres.start(
              Path.of("target", "test-postgres-" + UUID.randomUUID()), PostgresResource.binaries());
      server = started;
      var configuration = new HashMap<String, String>();
      configuration.put("quarkus.datasource.jdbc.url", started.jdbcUrl());
      put(configuration, "quarkus.datasource", started.app());
      put(configuration, "quarkus.flyway", started.owner());
      put(configuration, "tnr.test.superuser", started.superuser());
      return configuration;
    }

    private static void put(Map<String, String> configuration, String prefix, Login login) {
      configuration.put(prefix + ".username", login.username());
      configuration.put(prefix + ".password", login.password());
    }

    @Override
    public void stop() {
      if (server != null) {
        server.close();
        try {
          PrivateFiles.deleteTree(server.folder());
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }
}
