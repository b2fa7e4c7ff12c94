package org.tnregistry.shared.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** The three roles of the embedded server, each with a random password of 256 bits. */
record Credentials(Login superuser, Login owner, Login app) {

  private static final SecureRandom RANDOM = new SecureRandom();

  static Credentials readOrCreate(DataFolder folder) throws IOException {
    Path file = folder.credentials();
    if (!Files.exists(file)) {
      if (Files.exists(folder.cluster())) {
        throw new EmbeddedPostgresException(
            file + " is missing, and without it nobody can enter the database; restore it");
      }
      PrivateFiles.write(
          file, "superuser=%s%nowner=%s%napp=%s%n".formatted(password(), password(), password()));
    }
    return read(file);
  }

  static Credentials read(Path file) throws IOException {
    Properties stored = new Properties();
    try (Reader reader = Files.newBufferedReader(file, UTF_8)) {
      stored.load(reader);
    }
    return new Credentials(
        login(file, stored, "superuser", "postgres"),
        login(file, stored, "owner", "tnr_owner"),
        login(file, stored, "app", "tnr_app"));
  }

  private static Login login(Path file, Properties stored, String key, String username) {
    String password = stored.getProperty(key, "");
    if (password.isEmpty()) {
      throw new EmbeddedPostgresException(file + " has no password for '" + key + "'");
    }
    return new Login(username, password);
  }

  private static String password() {
    byte[] bits = new byte[32];
    RANDOM.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }
}
