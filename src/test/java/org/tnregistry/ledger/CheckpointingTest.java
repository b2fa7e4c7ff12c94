package org.tnregistry.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tnregistry.ledger.note.Checkpoint;
import org.tnregistry.ledger.note.SignedNote;

/** The tree grows in the order of the feed, and only what continues it is signed. */
class CheckpointingTest {
  private LedgerDatabase database;

  @BeforeEach
  void create() throws SQLException {
    database = LedgerDatabase.create();
  }

  @AfterEach
  void drop() throws SQLException {
    database.close();
  }

  private long size() throws Exception {
    var note = database.note();
    return note.isEmpty() ? 0 : Checkpoint.parse(SignedNote.parse(note).text()).tree().size();
  }

  @ParameterizedTest
  @CsvSource({"0, 16", "1, 16", "16, 16", "17, 32", "300, 304"})
  void theTreeGrowsByTheNextMultipleOfSixteen(int entries, int size) throws Exception {
    database.write(entries);
    database.checkpoint();
    assertEquals(size, size());
    assertEquals(String.valueOf(entries), database.text("SELECT count(journal) FROM ledger_leaf"));
    assertEquals(String.valueOf(size), database.text("SELECT count(*) FROM ledger_leaf"));
  }

  @Test
  void leavesHaveTheOrderOfTheFeed() throws Exception {
    for (int i = 0; i < 5; i++) {
      database.write(7);
      database.checkpoint();
    }
    assertEquals(
        "t",
        database.text(
            """
            SELECT array_agg(l.index ORDER BY f.leaf) = array_agg(l.index ORDER BY l.index)
            FROM ledger_leaf f JOIN ledger_entry l ON l.journal = f.journal
            """));
    assertEquals("80", database.text("SELECT size FROM ledger_checkpoint ORDER BY size DESC"));
  }

  /** Else a receipt would tell how many entries others made in the same minute. */
  @Test
  void aLoneEntryStandsAnywhereAmongItsPadding() throws Exception {
    Set<String> places = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      database.write(1);
      database.checkpoint();
      places.add(database.text("SELECT max(leaf) % 16 FROM ledger_leaf WHERE journal IS NOT NULL"));
    }
    assertTrue(places.size() > 3, places::toString);
  }

  @Test
  void betweenTwoCheckpointsNothingIsSigned() throws Exception {
    database.checkpoint();
    var first = database.note();
    database.checkpointAgainAtOnce();
    database.restartReplica();
    database.checkpointAgainAtOnce();
    assertEquals(first, database.note());
  }

  @Test
  void aReplicaThatStartsGoesOnWhereTheOtherWas() throws Exception {
    database.write(5);
    database.checkpoint();
    database.restartReplica();
    database.write(5);
    database.checkpoint();
    assertEquals(32, size());
    assertEquals("10", database.text("SELECT count(journal) FROM ledger_leaf"));
  }

  @Test
  void aTreeWithAnotherRootIsNotSigned() throws Exception {
    database.write(5);
    database.checkpoint();
    database.tamper(
        "UPDATE ledger_tile SET hashes = overlay(hashes PLACING sha256('x') FROM 1 FOR 32)");
    assertNothingIsSigned();
    database.restartReplica();
    assertNothingIsSigned();
  }

  @Test
  void aTileThatBecameShorterIsNotSigned() throws Exception {
    database.write(5);
    database.checkpoint();
    database.tamper("UPDATE ledger_tile SET hashes = substr(hashes, 1, 32)");
    assertNothingIsSigned();
  }

  @Test
  void aStateOlderThanWhatTheReplicaSignedIsNotSigned() throws Exception {
    database.checkpoint();
    var older = database.text("SELECT encode(hashes, 'hex') FROM ledger_tile");
    database.checkpoint();
    database.tamper(
        """
        DELETE FROM ledger_checkpoint WHERE size = 32;
        DELETE FROM ledger_leaf WHERE leaf >= 16;
        UPDATE ledger_tile SET hashes = '\\x%s'
        """
            .formatted(older));
    assertNothingIsSigned();
  }

  @Test
  void whereAllCheckpointsAreGoneNoneIsSigned() throws Exception {
    database.checkpoint();
    database.tamper("DELETE FROM ledger_checkpoint");
    assertNothingIsSigned();
  }

  @Test
  void aCheckpointThatTheKeyDidNotSignIsNotContinued() throws Exception {
    database.checkpoint();
    database.tamper("UPDATE ledger_checkpoint SET note = replace(note, E'\\n16\\n', E'\\n32\\n')");
    database.restartReplica();
    assertNothingIsSigned();
  }

  @Test
  void anotherKeyGoesOnOnlyWhereTheFormerOneIsNamed(@TempDir Path folder) throws Exception {
    database.checkpoint();
    database.replaceKey(folder.resolve("new.pem"));
    assertNothingIsSigned();
    database.replaceKey(folder.resolve("new.pem"), database.signer().verifierKey().toString());
    database.checkpoint();
    assertEquals(32, size());
    assertEquals(
        false, SignedNote.parse(database.note()).isSignedBy(database.signer().verifierKey()));
  }

  private void assertNothingIsSigned() throws SQLException {
    var before = database.note();
    database.write(1);
    database.checkpoint();
    assertEquals(before, database.note());
    assertNotEquals("0", database.text("SELECT count(*) FROM ledger_entry"), "the feed goes on");
  }
}
