package org.tnregistry.ledger;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A dump that was restored into a cluster whose transactions are counted from the beginning. */
class MovedDatabaseTest {
  private static final Path RUNBOOK = Path.of("docs", "runbooks", "local-data.md");

  private LedgerDatabase database;

  @BeforeEach
  void restored() throws SQLException {
    database = LedgerDatabase.create();
    database.write(3);
    database.checkpoint();
    database.write(2);
    database.tamper("UPDATE journal SET xid = (xid::text::bigint + 1000000000)::text::xid8");
  }

  @AfterEach
  void drop() throws SQLException {
    database.close();
  }

  @Test
  void theServiceDoesNotStartOnIt() {
    var refused = assertThrows(IllegalStateException.class, database::requireOwnCluster);
    assertTrue(refused.toString().contains(RUNBOOK.toString()));
  }

  @Test
  void numberedAnewAsTheRunbookSaysItGoesOnInTheSameOrder() throws Exception {
    var text = Files.readString(RUNBOOK);
    var sql = text.substring(text.indexOf("```sql") + "```sql".length(), text.lastIndexOf("```"));
    var order =
        database.text("SELECT string_agg(journal::text, ' ' ORDER BY index) FROM ledger_entry");
    database.tamper(sql);
    assertDoesNotThrow(database::requireOwnCluster);
    database.write(1);
    database.checkpoint();
    assertEquals("6", database.text("SELECT count(*) FROM ledger_entry"));
    assertTrue(
        database
            .text("SELECT string_agg(journal::text, ' ' ORDER BY index) FROM ledger_entry")
            .startsWith(order));
  }
}
