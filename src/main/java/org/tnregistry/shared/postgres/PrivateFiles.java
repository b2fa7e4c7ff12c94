package org.tnregistry.shared.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Files and folders that nobody but the user who runs the service can open. */
public final class PrivateFiles {

  static final Set<PosixFilePermission> PROGRAM = PosixFilePermissions.fromString("rwx------");
  static final Set<PosixFilePermission> CONTENT = PosixFilePermissions.fromString("rw-------");

  private PrivateFiles() {}

  /** Makes the folder private; refuses one of another user, who could replace what is in it. */
  static Path folder(Path path) throws IOException {
    Files.createDirectories(path, PosixFilePermissions.asFileAttribute(PROGRAM));
    if (owner(path) != ownUser()) {
      throw new EmbeddedPostgresException("The folder " + path + " belongs to another user");
    }
    Files.setPosixFilePermissions(path, PROGRAM);
    return path.toRealPath();
  }

  /** Leaves either the whole new content or what was there before, also after a power failure. */
  public static void write(Path file, String content) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    Files.deleteIfExists(draft);
    try (FileChannel channel = FileChannel.open(draft, Set.of(CREATE_NEW, WRITE), asContent())) {
      ByteBuffer bytes = UTF_8.encode(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(draft, file, ATOMIC_MOVE);
  }

  static void createIfAbsent(Path file) throws IOException {
    if (!Files.exists(file)) {
      Files.createFile(file, asContent());
    }
  }

  static FileAttribute<Set<PosixFilePermission>> asContent() {
    return PosixFilePermissions.asFileAttribute(CONTENT);
  }

  static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  static int ownUser() throws IOException {
    return owner(Path.of("/proc/self"));
  }

  private static int owner(Path path) throws IOException {
    return (int) Files.getAttribute(path, "unix:uid");
  }
}
