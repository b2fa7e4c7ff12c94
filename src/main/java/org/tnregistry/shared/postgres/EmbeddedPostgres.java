package org.tnregistry.shared.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A running PostgreSQL server of our own with its data in one folder. It ends with this JVM,
 * however that ends, and a new one starts on whatever state the last one left.
 *
 * <p>Everything it writes is below the folder: the cluster ({@code postgres}), its log ({@code
 * postgres.log}), the passwords ({@code credentials.properties}), and, unless another cache is
 * named, PostgreSQL's programs ({@code binaries}).
 */
public final class EmbeddedPostgres implements AutoCloseable {

  private final DataFolder folder;
  private final ServerProcess server;
  private final Credentials credentials;

  private EmbeddedPostgres(DataFolder folder, ServerProcess server, Credentials credentials) {
    this.folder = folder;
    this.server = server;
    this.credentials = credentials;
  }

  /**
   * Returns when the database and its roles are ready for use.
   *
   * @param root created when absent; refused while another service uses it
   * @param binaries where to keep the unpacked programs (60 MB); null for a place below {@code
   *     root}, which needs no home folder and goes when the data goes
   * @throws EmbeddedPostgresException when something is in the way that the user can remove
   */
  public static EmbeddedPostgres start(Path root, @Nullable Path binaries) {
    try {
      DataFolder folder = DataFolder.claim(root);
      EmbeddedPostgres started = null;
      try {
        started = start(folder, binaries == null ? folder.root().resolve("binaries") : binaries);
        return started;
      } finally {
        if (started == null) {
          folder.close();
        }
      }
    } catch (IOException | SQLException e) {
      throw new EmbeddedPostgresException("PostgreSQL could not be started in " + root, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddedPostgresException("The start of PostgreSQL was interrupted", e);
    }
  }

  private static EmbeddedPostgres start(DataFolder folder, Path binaries)
      throws IOException, InterruptedException, SQLException {
    Programs programs = new Programs(Binaries.unpackInto(binaries));
    Credentials credentials = Credentials.readOrCreate(folder);
    Cluster.initialise(folder, programs, credentials.superuser());
    ServerProcess server = ServerProcess.start(programs, folder);
    boolean prepared = false;
    try {
      new Databases(server.port(), credentials).prepare();
      prepared = true;
    } finally {
      if (!prepared) {
        server.stop();
      }
    }
    return new EmbeddedPostgres(folder, server, credentials);
  }

  /** The folder as it was named, made absolute and free of links. */
  public Path folder() {
    return folder.root();
  }

  public String jdbcUrl() {
    return Databases.url(server.port(), Databases.NAME);
  }

  /** May do anything; for tests and for looking after the server. */
  public Login superuser() {
    return credentials.superuser();
  }

  /** Owns the database and runs the migrations. */
  public Login owner() {
    return credentials.owner();
  }

  /** Owns nothing and is bound by row-level security; the service works as this role. */
  public Login app() {
    return credentials.app();
  }

  /** Not when it was closed. At most once, on a thread of its own. */
  public void whenItEndsByItself(Runnable then) {
    server.whenItEndsByItself(then);
  }

  /** Disconnects all clients, lets the server write its last checkpoint, frees the folder. */
  @Override
  public void close() {
    try {
      server.stop();
      folder.close();
    } catch (IOException e) {
      throw new EmbeddedPostgresException("PostgreSQL could not be stopped", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddedPostgresException("The stop of PostgreSQL was interrupted", e);
    }
  }
}
