package org.tnregistry.shared.postgres;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Brings the cluster into a state in which a server can be started on it. */
final class Cluster {

  private Cluster() {}

  /** Makes the cluster unless it is there; an attempt that was cut short is thrown away. */
  static void initialise(DataFolder folder, Programs programs, Login superuser)
      throws IOException, InterruptedException {
    if (Files.exists(folder.cluster())) {
      return;
    }
    PrivateFiles.deleteTree(folder.unfinishedCluster());
    Path password = folder.root().resolve("initial-password");
    try {
      PrivateFiles.write(password, superuser.password());
      programs.run(
          "initdb",
          List.of(
              "--pgdata=" + folder.unfinishedCluster(),
              "--username=" + superuser.username(),
              "--pwfile=" + password,
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              "--locale-provider=icu",
              "--icu-locale=und",
              "--locale=C.UTF-8",
              "--no-instructions"));
    } finally {
      Files.deleteIfExists(password);
    }
    Files.move(folder.unfinishedCluster(), folder.cluster(), ATOMIC_MOVE);
  }
}
