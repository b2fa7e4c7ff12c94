package org.tnregistry.ledger.tree;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.tnregistry.ledger.note.NoteException;
import org.tnregistry.ledger.note.NoteSigner;
import org.tnregistry.ledger.note.SignedNote;
import org.tnregistry.ledger.note.VerifierKey;
import org.tnregistry.shared.postgres.PrivateFiles;
import org.tnregistry.shared.start.LocalConfig;
import org.tnregistry.shared.start.RefusedStart;

/**
 * The key that signs checkpoints. It lies in a file and never in the database: who can rewrite the
 * database must not be able to sign what they wrote.
 */
@ApplicationScoped
public class SigningKey {
  /** In the data folder, where no other file is named. */
  public static final String FILE = "ledger-signing-key.pem";

  private static final String PRODUCTION = "production";
  private static final int FIRST = 1;
  private static final String PREFIX = "tnr.ledger.";

  private final NoteSigner signer;
  private final List<VerifierKey> known = new ArrayList<>();

  /**
   * @throws RefusedStart naming the property, when a setting is missing or its key cannot be read
   */
  public SigningKey(
      LedgerConfig config, LocalConfig local, @ConfigProperty(name = "tnr.mode") String mode) {
    boolean production = mode.equals(PRODUCTION);
    if (production && config.origin().isEmpty()) {
      throw refused("origin", "it must be set in production: checkpoints are signed in its name");
    }
    if (production && config.signingKeyFile().isEmpty()) {
      throw refused("signing-key-file", "it must be set in production: checkpoints need a key");
    }
    var file = config.signingKeyFile().orElse(local.dataFolder().resolve(FILE));
    try {
      if (!production && !Files.exists(file)) {
        PrivateFiles.write(file, NoteSigner.newKey());
      }
      if (Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
        throw refused("signing-key-file", "every user can read the file; close it (chmod 600)");
      }
      signer =
          NoteSigner.of(
              config.origin().orElse(LedgerConfig.DEFAULT_ORIGIN), Files.readString(file));
    } catch (IOException e) {
      throw refused("signing-key-file", "the file cannot be read");
    } catch (NoteException e) {
      throw refused("signing-key-file", e.getMessage());
    }
    known.add(signer.verifierKey());
    config.formerVerifierKeys().ifPresent(keys -> keys.forEach(this::remember));
  }

  private void remember(String key) {
    try {
      known.add(VerifierKey.parse(key));
    } catch (NoteException e) {
      throw refused("former-verifier-keys", e.getMessage());
    }
  }

  private static RefusedStart refused(String property, @Nullable String why) {
    return new RefusedStart(PREFIX + property + ": " + why);
  }

  /**
   * Made at the start, and before anything is written, so that a wrong setting is found then and
   * not with the first checkpoint.
   */
  void starts(@Observes @Priority(FIRST) StartupEvent event) {
    signer.verifierKey();
  }

  public NoteSigner signer() {
    return signer;
  }

  boolean hasSigned(SignedNote note) {
    return known.stream().anyMatch(note::isSignedBy);
  }
}
