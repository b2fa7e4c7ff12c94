package org.tnregistry.ledger.tree;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How the ledger is made evident to those who do not trust who runs it. */
@ConfigMapping(prefix = "tnr.ledger")
public interface LedgerConfig {
  String DEFAULT_ORIGIN = "tnr-registry.local/ledger";

  /**
   * Under which name checkpoints are signed: the address of the ledger without its scheme, such as
   * {@code registry.example.org/v1/ledger}. No spaces, no plus sign. Must be set in production, and
   * never change.
   */
  Optional<@Pattern(regexp = "[\\x21-\\x2a\\x2c-\\x7e]{1,200}") String> origin();

  /**
   * File with the Ed25519 private key that signs checkpoints, in PKCS#8 PEM form. Must be set in
   * production; otherwise made in the data folder when it is not there.
   */
  Optional<Path> signingKeyFile();

  /**
   * Verifier keys, separated by commas, with which this ledger was signed before. Needed once,
   * after a key was replaced: the new one signs only what continues a tree signed by a known key.
   */
  Optional<List<String>> formerVerifierKeys();

  /** How often the tree is signed, whether something was written or not. */
  @WithDefault("PT60S")
  Duration checkpointEvery();

  /**
   * How many leaves the tree grows by each time, so that its size does not tell how much was
   * written. When there are more entries, the next multiple.
   */
  @WithDefault("16")
  @Min(1)
  @Max(1024)
  int leavesPerCheckpoint();
}
