package org.tnregistry.shared.crypto;

import java.nio.file.Path;
import java.util.List;
import org.tnregistry.shared.start.Command;
import org.tnregistry.shared.start.CommandDatabase;

/** Makes the master keyset of a new registry. */
public final class CreateMasterKey implements Command {
  private static final int WRONG_ARGUMENTS = 2;

  @Override
  public String name() {
    return "create-master-key";
  }

  @Override
  public String usage() {
    return name() + " [<file>]: make a master keyset, in the file that the configuration names";
  }

  @Override
  public boolean needsDatabase() {
    return false;
  }

  @Override
  public int run(List<String> arguments, CommandDatabase database) {
    if (arguments.size() > 1) {
      System.err.println(usage());
      return WRONG_ARGUMENTS;
    }
    var file =
        arguments.isEmpty() ? MasterKeyProducer.file(database.config()) : Path.of(arguments.get(0));
    var keys = KeysetFile.create(file.toAbsolutePath());
    System.out.println("Made the master key " + keys.current() + " in " + file);
    System.out.println("Keep a copy apart from every backup of the database");
    return 0;
  }
}
