package org.tnregistry.shared.postgres;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once per version into a folder named by the archive's hash. */
final class Binaries {

  private static final Map<String, String> ARCHIVES =
      Map.of(
          "amd64", "postgres-linux-x86_64.txz",
          "aarch64", "postgres-linux-arm_64.txz");

  private Binaries() {}

  /**
   * The folder with {@code initdb} and {@code postgres}. What another user could write to is never
   * run: {@code cache} becomes private, and is refused when it belongs to somebody else.
   */
  static Path unpackInto(Path cache) throws IOException {
    String archive = archive();
    Path folder = PrivateFiles.folder(cache);
    Path unpacked = folder.resolve(hash(archive));
    if (!Files.exists(unpacked)) {
      FolderLock lock = FolderLock.take(folder);
      try {
        unpack(archive, unpacked);
      } finally {
        lock.close();
      }
    }
    return unpacked.resolve("bin");
  }

  private static String archive() {
    String system = System.getProperty("os.name", "");
    String processor = System.getProperty("os.arch", "");
    String archive = system.equals("Linux") ? ARCHIVES.get(processor) : null;
    if (archive == null) {
      throw new EmbeddedPostgresException(
          "There is no embedded PostgreSQL for %s on %s; give a server in quarkus.datasource.jdbc.url"
              .formatted(system, processor));
    }
    return archive;
  }

  private static void unpack(String archive, Path target) throws IOException {
    if (Files.exists(target)) {
      return;
    }
    Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
    PrivateFiles.deleteTree(unfinished);
    Files.createDirectory(unfinished);
    try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(open(archive)))) {
      for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
        unpack(e, tar, unfinished);
      }
    }
    Files.move(unfinished, target, ATOMIC_MOVE);
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path root)
      throws IOException {
    Path path = root.resolve(entry.getName()).normalize();
    if (!path.startsWith(root)) {
      throw new IOException("The archive points outside itself: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(requireNonNull(path.getParent()));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else {
      Files.copy(content, path);
      boolean program = (entry.getMode() & 0100) != 0;
      Files.setPosixFilePermissions(path, program ? PrivateFiles.PROGRAM : PrivateFiles.CONTENT);
    }
  }

  private static String hash(String archive) throws IOException {
    MessageDigest sha256;
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    try (InputStream stream = new DigestInputStream(open(archive), sha256)) {
      stream.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(sha256.digest()).substring(0, 16);
  }

  private static InputStream open(String archive) throws IOException {
    InputStream stream = Binaries.class.getClassLoader().getResourceAsStream(archive);
    if (stream == null) {
      throw new IOException(archive + " is not on the class path");
    }
    return stream;
  }
}
