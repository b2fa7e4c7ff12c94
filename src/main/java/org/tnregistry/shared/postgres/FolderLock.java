package org.tnregistry.shared.postgres;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The exclusive use of a folder. It ends with the process, however that ends, so it is never stale.
 *
 * <p>Nothing else may open the lock file: on POSIX systems, closing any channel to a file gives up
 * all locks that the process holds on it. Hence also the set of folders held by this JVM.
 */
final class FolderLock implements AutoCloseable {

  static final String FILE_NAME = "lock";

  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private FolderLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /** Null when this or another process has the folder already. */
  static @Nullable FolderLock tryTake(Path folder) throws IOException {
    return HELD.add(folder) ? lock(folder, FileChannel::tryLock) : null;
  }

  /** Waits until no other process has the folder; not meant for two threads of one JVM. */
  static FolderLock take(Path folder) throws IOException {
    FolderLock lock = HELD.add(folder) ? lock(folder, FileChannel::lock) : null;
    if (lock == null) {
      throw new IllegalStateException("This JVM has " + folder + " already");
    }
    return lock;
  }

  @Override
  public void close() throws IOException {
    HELD.remove(folder);
    channel.close();
  }

  private static @Nullable FolderLock lock(Path folder, Locking locking) throws IOException {
    FileChannel channel = null;
    boolean locked = false;
    try {
      channel =
          FileChannel.open(
              folder.resolve(FILE_NAME), Set.of(CREATE, READ, WRITE), PrivateFiles.asContent());
      locked = locking.on(channel) != null;
      return locked ? new FolderLock(folder, channel) : null;
    } finally {
      if (!locked) {
        HELD.remove(folder);
        if (channel != null) {
          channel.close();
        }
      }
    }
  }

  @FunctionalInterface
  private interface Locking {
    @Nullable FileLock on(FileChannel channel) throws IOException;
  }
}
