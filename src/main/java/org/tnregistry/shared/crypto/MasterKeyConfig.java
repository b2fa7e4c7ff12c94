package org.tnregistry.shared.crypto;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where the key is that opens the identities. */
@ConfigMapping(prefix = "tnr.identity")
interface MasterKeyConfig {
  /** The property's name, for messages. */
  String FILE = "tnr.identity.master-keyset-file";

  /**
   * The file with the master keyset. In local mode {@code master-keyset.json} in the data folder,
   * made on the first start; otherwise it must be named. Whoever loses it loses every identity.
   */
  Optional<Path> masterKeysetFile();
}
