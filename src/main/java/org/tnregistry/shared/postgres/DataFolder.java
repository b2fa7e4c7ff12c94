package org.tnregistry.shared.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * All that one embedded server owns: its cluster, its log, its passwords, its programs. As long as
 * this object is open, no other launcher can have the folder.
 */
final class DataFolder implements AutoCloseable {

  private final Path root;
  private final FolderLock lock;

  private DataFolder(Path root, FolderLock lock) {
    this.root = root;
    this.lock = lock;
  }

  /**
   * Refuses a folder in use, and one with content that is not ours: it would be closed to all
   * others by making it private.
   */
  static DataFolder claim(Path wanted) throws IOException {
    if (!isOursOrEmpty(wanted)) {
      throw new EmbeddedPostgresException(
          "The folder "
              + wanted.toAbsolutePath()
              + " holds other files; name an empty or new one in tnr.local.data-folder");
    }
    Path root = PrivateFiles.folder(wanted);
    FolderLock lock = FolderLock.tryTake(root);
    if (lock == null) {
      throw new EmbeddedPostgresException(
          "Another service is running on the data folder "
              + root
              + "; stop it, or name another folder in tnr.local.data-folder");
    }
    return new DataFolder(root, lock);
  }

  Path root() {
    return root;
  }

  Path cluster() {
    return root.resolve("postgres");
  }

  /** Where initdb works; becomes {@link #cluster()} only when it is complete. */
  Path unfinishedCluster() {
    return root.resolve("postgres.unfinished");
  }

  Path serverLog() {
    return root.resolve("postgres.log");
  }

  Path credentials() {
    return root.resolve("credentials.properties");
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }

  private static boolean isOursOrEmpty(Path folder) throws IOException {
    if (!Files.exists(folder) || Files.exists(folder.resolve(FolderLock.FILE_NAME))) {
      return true;
    }
    try (Stream<Path> content = Files.list(folder)) {
      return content.findAny().isEmpty();
    }
  }
}
