package org.tnregistry.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sixteen writers: every fourth transaction rolls back, every fifth is held open for a while. */
final class Writers implements AutoCloseable {
  private static final int WRITERS = 16;
  private static final int TRANSACTIONS = 25;
  private static final int HELD_OPEN_MILLIS = 300;

  final Set<UUID> committed = ConcurrentHashMap.newKeySet();
  final Set<UUID> rolledBack = ConcurrentHashMap.newKeySet();

  private final LedgerBench bench;
  private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
  private final List<Future<?>> running = new ArrayList<>();

  Writers(LedgerBench bench, long seed) {
    this.bench = bench;
    for (int i = 0; i < WRITERS; i++) {
      var random = new Random(seed + i);
      Callable<Boolean> work = () -> write(random);
      running.add(threads.submit(work));
    }
  }

  boolean areDone() {
    return running.stream().allMatch(Future::isDone);
  }

  void await() throws Exception {
    for (var writer : running) {
      writer.get();
    }
  }

  private boolean write(Random random) throws SQLException, InterruptedException {
    var agency = UUID.randomUUID();
    try (var connection = bench.as(agency.toString())) {
      for (int i = 0; i < TRANSACTIONS; i++) {
        transaction(connection, agency, random);
      }
    }
    return true;
  }

  private void transaction(Connection connection, UUID agency, Random random)
      throws SQLException, InterruptedException {
    LedgerBench.say(connection, agency.toString());
    var written = new ArrayList<UUID>();
    int entries = 1 + random.nextInt(3);
    for (int i = 0; i < entries; i++) {
      written.add(LedgerBench.append(connection, agency));
      if (random.nextInt(5) == 0) {
        Thread.sleep(random.nextInt(HELD_OPEN_MILLIS));
      }
    }
    if (random.nextInt(4) == 0) {
      connection.rollback();
      rolledBack.addAll(written);
    } else {
      connection.commit();
      committed.addAll(written);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
