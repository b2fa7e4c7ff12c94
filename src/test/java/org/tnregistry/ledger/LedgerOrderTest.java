package org.tnregistry.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.tnregistry.ledger.LedgerBench.Read;
import org.tnregistry.ledger.tree.Checkpoints;
import org.tnregistry.ledger.tree.LedgerConfig;
import org.tnregistry.ledger.tree.SigningKey;

/** What a reader of the ledger may rely on, whatever writers and sequencers do. */
@QuarkusTest
class LedgerOrderTest {
  private static final long SEED = 20_241_123;
  private static final long PATIENCE_NANOS = 30_000_000_000L;

  @Inject LedgerBench bench;
  @Inject DataSource database;
  @Inject Checkpoints checkpoints;
  @Inject LedgerConfig config;
  @Inject SigningKey key;
  @Inject Clock clock;

  @Test
  void aReaderMissesNothingAndSeesNothingAppearBelowWhatItRead() throws Exception {
    readWhileOthersWrite(() -> {});
  }

  @Test
  void twoSequencersAtOnceChangeNothing() throws Exception {
    var other = new Sequencer(database, checkpoints);
    other.starts(new StartupEvent());
    try {
      readWhileOthersWrite(() -> {});
    } finally {
      other.stops(new ShutdownEvent());
    }
  }

  @Test
  void whenTheLeadingConnectionDiesAnotherSequencerTakesOver() throws Exception {
    var other = new Sequencer(database, checkpoints);
    other.starts(new StartupEvent());
    var leaders = new HashSet<Integer>();
    try {
      readWhileOthersWrite(
          () -> {
            int leader = bench.leader();
            if (leader != 0 && leaders.size() < 3 && leaders.add(leader)) {
              bench.superuser("SELECT pg_terminate_backend(" + leader + ")");
            }
          });
      assertTrue(leaders.size() > 1, "the lead passed on");
    } finally {
      other.stops(new ShutdownEvent());
    }
  }

  @Test
  void aLoneSequencerThatLosesItsConnectionComesBack() throws Exception {
    int before = leader(0);
    bench.superuser("SELECT pg_terminate_backend(" + before + ")");
    leader(before);
    readWhileOthersWrite(() -> {});
  }

  @Test
  void whenTheLeadingConnectionDiesAnotherReplicaSignsTheSameTreeOn() throws Exception {
    var other = new Sequencer(database, new Checkpoints(config, key, clock));
    other.starts(new StartupEvent());
    try {
      var size = "SELECT coalesce(max(size), 0) FROM ledger_checkpoint";
      for (int i = 0; i < 3; i++) {
        long before = (Long) bench.rows(size).get(0).get(0);
        int leader = leader(0);
        bench.superuser("SELECT pg_terminate_backend(" + leader + ")");
        leader(leader);
        bench.until(() -> (Long) bench.rows(size).get(0).get(0) > before);
      }
    } finally {
      other.stops(new ShutdownEvent());
    }
    var gaps = "SELECT count(*) - max(leaf) - 1 FROM ledger_leaf";
    assertEquals(0L, bench.rows(gaps).get(0).get(0));
  }

  @Test
  void aSequencerWhoseStatementIsRefusedLetsTheLeadGoAndComesBack() throws Exception {
    int before = leader(0);
    var agency = UUID.randomUUID();
    bench.superuser(
        """
        CREATE FUNCTION refuse_index() RETURNS trigger LANGUAGE plpgsql
          AS 'BEGIN RAISE EXCEPTION ''full''; END';
        CREATE TRIGGER refuse BEFORE INSERT ON ledger_entry FOR EACH ROW
          WHEN (NEW.agency = '%s') EXECUTE FUNCTION refuse_index();
        """
            .formatted(agency));
    try (var writer = bench.as(agency.toString());
        var reader = bench.as("system:sequencing")) {
      long last = LedgerBench.last(reader);
      var entry = LedgerBench.append(writer, agency);
      writer.commit();
      leader(before);
      bench.superuser("DROP FUNCTION refuse_index CASCADE");
      assertEquals(List.of(entry), journals(until(reader, last, 1)));
    } finally {
      bench.superuser("DROP FUNCTION IF EXISTS refuse_index CASCADE");
    }
  }

  @Test
  void aSequencerThatFailsForNoReasonItKnowsBeginsAgain() throws Exception {
    var asked = new AtomicInteger();
    var failing =
        (DataSource)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                  if (asked.incrementAndGet() == 2) {
                    throw new IllegalStateException("for no reason");
                  }
                  return method.invoke(database, arguments);
                });
    var other = new Sequencer(failing, checkpoints);
    other.starts(new StartupEvent());
    try {
      bench.until(() -> asked.get() > 2);
    } finally {
      other.stops(new ShutdownEvent());
    }
  }

  @Test
  void anEntryWaitsForOlderTransactionsThatStillRun() throws Exception {
    var agency = UUID.randomUUID();
    try (var old = bench.as(agency.toString());
        var young = bench.as(agency.toString());
        var reader = bench.as("system:sequencing")) {
      var first = LedgerBench.append(old, agency);
      var second = LedgerBench.append(young, agency);
      young.commit();
      long last = LedgerBench.last(reader);
      Thread.sleep(200);
      assertFalse(journals(LedgerBench.above(reader, -1)).contains(second), "it came too early");
      old.commit();
      var read = until(reader, last, 2);
      assertEquals(List.of(first, second), journals(read));
    }
  }

  private interface Disturbance {
    void happen() throws SQLException;
  }

  private void readWhileOthersWrite(Disturbance disturbance) throws Exception {
    try (var reader = bench.as("system:sequencing")) {
      long start = LedgerBench.last(reader);
      try (var writers = new Writers(bench, SEED)) {
        var read = new ArrayList<Read>();
        while (!writers.areDone()) {
          goOn(reader, read, start);
          disturbance.happen();
          Thread.sleep(5);
        }
        writers.await();
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (read.size() < writers.committed.size() && System.nanoTime() < deadline) {
          goOn(reader, read, start);
          Thread.sleep(5);
        }
        var journals = journals(read);
        assertEquals(writers.committed, new HashSet<>(journals), "all committed, none rolled back");
        assertEquals(journals.size(), new HashSet<>(journals).size(), "each once");
        assertEquals(read, LedgerBench.above(reader, start), "nothing appeared below");
        assertFalse(writers.rolledBack.isEmpty());
      }
    }
  }

  private static void goOn(Connection reader, List<Read> read, long start) throws SQLException {
    long last = start + read.size();
    for (var entry : LedgerBench.above(reader, last)) {
      assertEquals(++last, entry.index(), "no gap");
      read.add(entry);
    }
  }

  private static List<Read> until(Connection reader, long last, int entries) throws Exception {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    var read = LedgerBench.above(reader, last);
    while (read.size() < entries && System.nanoTime() < deadline) {
      Thread.sleep(5);
      read = LedgerBench.above(reader, last);
    }
    return read;
  }

  /** The next leader that is not the one before. */
  private int leader(int before) throws Exception {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    int leader = bench.leader();
    while ((leader == 0 || leader == before) && System.nanoTime() < deadline) {
      Thread.sleep(20);
      leader = bench.leader();
    }
    assertTrue(leader != 0 && leader != before, "somebody leads");
    return leader;
  }

  private static List<UUID> journals(List<Read> read) {
    return read.stream().map(Read::journal).collect(Collectors.toList());
  }
}
