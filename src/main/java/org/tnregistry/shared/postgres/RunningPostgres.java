package org.tnregistry.shared.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The server that a running service has on a data folder, for whoever may read its passwords.
 *
 * @param app owns nothing and is bound by row-level security
 */
public record RunningPostgres(String jdbcUrl, Login app) {
  private static final int PORT_LINE = 3;

  /**
   * @return empty when no server is ready on the folder
   * @throws IOException when the folder's files cannot be read
   */
  public static Optional<RunningPostgres> find(Path root) throws IOException {
    Path cluster = root.toAbsolutePath().normalize().resolve("postgres");
    @Nullable Postmaster postmaster =
        Files.exists(cluster) ? Postmaster.of(cluster.toRealPath()) : null;
    if (postmaster == null || !postmaster.ready() || !postmaster.isServing()) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(cluster.resolve("postmaster.pid"), UTF_8);
    int port = Integer.parseInt(lines.get(PORT_LINE).strip());
    Credentials credentials = Credentials.read(root.resolve("credentials.properties"));
    return Optional.of(new RunningPostgres(Databases.url(port, Databases.NAME), credentials.app()));
  }
}
