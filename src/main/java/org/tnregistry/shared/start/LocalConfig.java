package org.tnregistry.shared.start;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Where the service keeps its own database when it is given none; read only in that case. */
@ConfigMapping(prefix = "tnr.local")
public interface LocalConfig {

  /**
   * Folder of the embedded database, relative to the working directory. Created when absent and
   * closed to other users. One service at a time.
   */
  @WithDefault("data")
  Path dataFolder();

  /**
   * Folder for PostgreSQL's unpacked programs, about 60 MB, which several services of one user may
   * share. By default below the data folder; name another when that is mounted without the right to
   * execute.
   */
  Optional<Path> binariesFolder();
}
