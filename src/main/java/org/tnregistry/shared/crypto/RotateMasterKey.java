package org.tnregistry.shared.crypto;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tnregistry.shared.start.Command;
import org.tnregistry.shared.start.CommandDatabase;

/**
 * Replaces the master key while the service runs. Interrupted at any place, it is simply run again:
 * while keys are left that an older master key wraps, it goes on and adds no other one.
 */
public final class RotateMasterKey implements Command {
  private static final String ADD = "--add";
  private static final String REWRAP = "--rewrap";
  private static final String RETIRE = "--retire";
  private static final int WRONG_ARGUMENTS = 2;
  private static final int STILL_IN_USE = 1;

  @Override
  public String name() {
    return "rotate-master-key";
  }

  @Override
  public String usage() {
    return name()
        + " [--add | --rewrap | --retire]: wrap all data keys with a new master key;"
        + " --retire removes the old ones";
  }

  @Override
  public int run(List<String> arguments, CommandDatabase database) throws Exception {
    var step = arguments.isEmpty() ? "" : arguments.get(0);
    if (arguments.size() > 1 || !List.of("", ADD, REWRAP, RETIRE).contains(step)) {
      System.err.println(usage());
      return WRONG_ARGUMENTS;
    }
    var keys = MasterKeyProducer.open(database.config());
    try (var connection = database.asApp()) {
      connection.setAutoCommit(false);
      var rewrapping = new Rewrapping(connection, keys);
      if (step.equals(RETIRE)) {
        return retire(rewrapping, keys);
      }
      if (step.equals(ADD) || (step.isEmpty() && left(rewrapping).isEmpty())) {
        keys.addPrimary();
        System.out.println("Added the master key " + keys.current() + "; it wraps from now on");
      }
      return step.equals(ADD) ? 0 : rewrap(rewrapping, keys);
    }
  }

  private static int rewrap(Rewrapping rewrapping, KeysetFile keys)
      throws SQLException, InterruptedException {
    for (var table : rewrapping.tables()) {
      System.out.printf("%-20s %d rewrapped%n", table, rewrapping.rewrap(table));
    }
    System.out.println("All data keys are wrapped by the master key " + keys.current());
    return 0;
  }

  private static int retire(Rewrapping rewrapping, KeysetFile keys)
      throws SQLException, InterruptedException {
    rewrapping.awaitWriters();
    var left = left(rewrapping);
    if (!left.isEmpty()) {
      left.forEach(
          (table, count) ->
              System.err.printf("%-20s %d wrapped by an older master key%n", table, count));
      System.err.println("Nothing was removed; run " + new RotateMasterKey().name() + " first");
      return STILL_IN_USE;
    }
    int before = keys.ids().size();
    keys.removeOthers();
    System.out.printf(
        "Removed master keys: %d; %s is left%n", before - keys.ids().size(), keys.current());
    return 0;
  }

  private static Map<String, Long> left(Rewrapping rewrapping) throws SQLException {
    var left = new TreeMap<String, Long>();
    for (var table : rewrapping.tables()) {
      long count = rewrapping.left(table);
      if (count > 0) {
        left.put(table, count);
      }
    }
    return left;
  }
}
