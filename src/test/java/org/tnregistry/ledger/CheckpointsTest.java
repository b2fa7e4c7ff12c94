package org.tnregistry.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The service's own sequencer makes checkpoints, one after the other. */
@QuarkusTest
class CheckpointsTest {
  @Inject LedgerBench bench;

  @Test
  void everyEntryBecomesALeafAndTheTreeGrowsByStepsOfSixteen() throws Exception {
    UUID entry;
    var agency = UUID.randomUUID();
    try (var writer = bench.as(agency.toString())) {
      entry = LedgerBench.append(writer, agency);
      writer.commit();
    }
    var leaf = "SELECT leaf FROM ledger_leaf WHERE journal = '%s'".formatted(entry);
    bench.until(() -> !bench.rows(leaf).isEmpty());
    var sizes = bench.rows("SELECT size % 16 FROM ledger_checkpoint");
    assertTrue(sizes.stream().allMatch(s -> s.get(0).equals(0L)));
    assertEquals(
        bench.rows("SELECT max(size) FROM ledger_checkpoint"),
        bench.rows("SELECT max(leaf) + 1 FROM ledger_leaf"));
  }

  @Test
  void anIdleLedgerGrowsAtTheSamePace() throws Exception {
    var size = "SELECT max(size) FROM ledger_checkpoint";
    bench.until(() -> bench.rows(size).get(0).get(0) != null);
    long before = (Long) bench.rows(size).get(0).get(0);
    bench.until(() -> (Long) bench.rows(size).get(0).get(0) >= before + 48);
  }
}
