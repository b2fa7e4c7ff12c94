package org.tnregistry.ledger.verify;

import io.smallrye.config.SmallRyeConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.tnregistry.ledger.StoredContent;
import org.tnregistry.ledger.note.Checkpoint;
import org.tnregistry.ledger.note.NoteException;
import org.tnregistry.ledger.note.NoteSigner;
import org.tnregistry.ledger.note.SignedNote;
import org.tnregistry.ledger.note.VerifierKey;
import org.tnregistry.ledger.tree.LedgerConfig;
import org.tnregistry.ledger.tree.SigningKey;
import org.tnregistry.shared.start.Command;
import org.tnregistry.shared.start.CommandDatabase;
import org.tnregistry.shared.start.LocalConfig;

/** Holds the database against a checkpoint that was kept elsewhere, and names what was changed. */
public final class VerifyLedger implements Command {
  private static final int INTACT = 0;
  private static final int TAMPERED = 1;
  private static final String CHECKPOINT = "--checkpoint";
  private static final String KEY = "--key";
  private static final Set<String> OPTIONS = Set.of(CHECKPOINT, KEY);

  @Override
  public String name() {
    return "verify-ledger";
  }

  @Override
  public String usage() {
    return "verify-ledger --checkpoint FILE [--key VERIFIER-KEY]";
  }

  @Override
  public int run(List<String> arguments, CommandDatabase database) throws Exception {
    var options = options(arguments);
    var file = options.get(CHECKPOINT);
    if (file == null) {
      throw new IllegalArgumentException(usage());
    }
    var given = options.get(KEY);
    var key = given == null ? ownKey(database.config()) : VerifierKey.parse(given);
    if (!Files.isReadable(Path.of(file))) {
      throw new IllegalArgumentException("the checkpoint's file cannot be read");
    }
    var checkpoint = verified(Files.readString(Path.of(file)), key);
    try (var connection = database.asApp()) {
      var result =
          new Verification(connection, checkpoint.tree(), known(key, database.config()))
              .run(ServiceLoader.load(StoredContent.class));
      System.out.printf(
          "Intact: %d entries and %d padding leaves under the checkpoint of size %d. Contents, those"
              + " written since included: %d as they were written, %d forgotten.%n",
          result.entries(),
          result.padding(),
          checkpoint.tree().size(),
          result.contents(),
          result.forgotten());
      return INTACT;
    } catch (Tampering e) {
      System.out.println("TAMPERED: " + e.getMessage());
      return TAMPERED;
    }
  }

  private Map<String, String> options(List<String> arguments) {
    var options = new HashMap<String, String>();
    for (int i = 0; i < arguments.size(); i += 2) {
      if (!OPTIONS.contains(arguments.get(i)) || i + 1 == arguments.size()) {
        throw new IllegalArgumentException(usage());
      }
      options.put(arguments.get(i), arguments.get(i + 1));
    }
    return options;
  }

  private static Checkpoint verified(String text, VerifierKey key) throws NoteException {
    var note = SignedNote.parse(text);
    if (!note.isSignedBy(key)) {
      throw new IllegalArgumentException("the checkpoint is not signed by the key " + key);
    }
    var checkpoint = Checkpoint.parse(note.text());
    if (!checkpoint.origin().equals(key.name())) {
      throw new IllegalArgumentException("the checkpoint is of another ledger than its key");
    }
    return checkpoint;
  }

  /** Checkpoints that lie further back may bear a key that was replaced. */
  private static List<VerifierKey> known(VerifierKey key, SmallRyeConfig config)
      throws NoteException {
    var known = new ArrayList<>(List.of(key));
    for (var former :
        config
            .getOptionalValues("tnr.ledger.former-verifier-keys", String.class)
            .orElse(List.of())) {
      known.add(VerifierKey.parse(former));
    }
    return known;
  }

  /** Of the file that the service signs with: good against those who have the database only. */
  private static VerifierKey ownKey(SmallRyeConfig config) throws Exception {
    var file =
        config
            .getOptionalValue("tnr.ledger.signing-key-file", Path.class)
            .orElseGet(
                () ->
                    config
                        .getConfigMapping(LocalConfig.class)
                        .dataFolder()
                        .resolve(SigningKey.FILE));
    if (!Files.isReadable(file)) {
      throw new IllegalArgumentException("there is no key to read; give one with " + KEY);
    }
    var origin =
        config
            .getOptionalValue("tnr.ledger.origin", String.class)
            .orElse(LedgerConfig.DEFAULT_ORIGIN);
    return NoteSigner.of(origin, Files.readString(file)).verifierKey();
  }
}
