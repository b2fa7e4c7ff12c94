package org.tnregistry.ledger.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tnregistry.ledger.LedgerDatabase;
import org.tnregistry.ledger.note.Checkpoint;
import org.tnregistry.ledger.note.SignedNote;

/** Who has the whole database changes something in it, and is found out. */
class VerifyLedgerTest {
  private static final String INSERTED = "11111111-1111-4111-8111-111111111111";
  private static LedgerDatabase original;

  @TempDir Path folder;
  private LedgerDatabase database;
  private Path checkpoint;

  /** Three checkpoints with 20, 0 and 10 entries: 32, 16 and 16 leaves. */
  @BeforeAll
  static void write() throws SQLException {
    original = LedgerDatabase.create();
    original.write(20);
    original.checkpoint();
    original.checkpoint();
    original.write(10);
    original.checkpoint();
  }

  @AfterAll
  static void throwAway() throws SQLException {
    original.close();
  }

  @BeforeEach
  void copy() throws Exception {
    database = original.copy();
    checkpoint = Files.writeString(folder.resolve("checkpoint"), original.note());
  }

  @AfterEach
  void drop() throws SQLException {
    database.close();
  }

  private String run(int status, String... more) throws Exception {
    var arguments = new ArrayList<>(List.of("--checkpoint", checkpoint.toString()));
    arguments.addAll(List.of(more));
    var printed = new ByteArrayOutputStream();
    var out = System.out;
    System.setOut(new PrintStream(printed, true, UTF_8));
    try {
      var answer = new VerifyLedger().run(arguments, database.forCommand());
      assertEquals(status, answer, () -> printed.toString(UTF_8));
    } finally {
      System.setOut(out);
    }
    return printed.toString(UTF_8).strip();
  }

  private void assertTampered(String found, String sql) throws Exception {
    database.tamper(sql);
    assertEquals("TAMPERED: " + found, run(1));
  }

  /** The journal row of the entry with this index. */
  private String journal(int index) throws SQLException {
    return database.text("SELECT journal FROM ledger_entry WHERE index = " + index);
  }

  private String leaf(int index) throws SQLException {
    return database.text(
        "SELECT leaf FROM ledger_leaf WHERE journal = '%s'".formatted(journal(index)));
  }

  private String subject(int index) throws SQLException {
    return database.text("SELECT subject FROM journal WHERE id = '%s'".formatted(journal(index)));
  }

  @Test
  void anUntouchedDatabaseIsIntact() throws Exception {
    assertEquals(
        "Intact: 30 entries and 34 padding leaves under the checkpoint of size 64."
            + " Contents, those written since included: 60 as they were written, 0 forgotten.",
        run(0));
    assertTrue(run(0, "--key", database.signer().verifierKey().toString()).startsWith("Intact"));
  }

  /** Nobody sees what it posted, and it is all there. */
  @Test
  void aQuarantineIsNoTampering() throws Exception {
    database.register();
    database.tamper("UPDATE agency SET quarantined_at = now()");
    assertTrue(run(0).startsWith("Intact: 30 entries"));
  }

  @Test
  void whatWasWrittenSinceTheCheckpointDoesNotDisturb() throws Exception {
    database.write(20);
    database.checkpoint();
    database.write(3);
    assertTrue(run(0).startsWith("Intact: 30 entries"));
  }

  @Test
  void anAlteredEntryIsNamed() throws Exception {
    var journal = journal(7);
    assertTampered(
        "journal " + journal + ": altered",
        "UPDATE journal SET actor = 'b/y' WHERE id IN ('%s', '%s')".formatted(journal, journal(9)));
  }

  @Test
  void anEntryMovedByAMicrosecondIsNamed() throws Exception {
    assertTampered(
        "journal " + journal(7) + ": altered",
        "UPDATE journal SET at = at + interval '1 microsecond' WHERE id = '%s'"
            .formatted(journal(7)));
  }

  @Test
  void aWidenedAudienceIsNamed() throws Exception {
    assertTampered(
        "ledger_entry 3: altered: it does not agree with journal " + journal(3),
        "UPDATE ledger_entry SET reach_after = 1 WHERE index = 3");
  }

  @Test
  void aDeletedEntryIsNamed() throws Exception {
    assertTampered(
        "journal " + journal(5) + ": missing",
        "DELETE FROM journal WHERE id = '%s'".formatted(journal(5)));
  }

  @Test
  void anEntryDeletedEverywhereIsNamed() throws Exception {
    var leaf = leaf(5);
    assertTampered(
        "ledger_leaf " + leaf + ": missing",
        """
        DELETE FROM ledger_leaf WHERE leaf = %1$s;
        DELETE FROM ledger_entry WHERE journal = '%2$s';
        DELETE FROM journal WHERE id = '%2$s'
        """
            .formatted(leaf, journal(5)));
  }

  @Test
  void anInsertedEntryIsNamed() throws Exception {
    assertTampered(
        "ledger_entry 4: inserted, with journal " + INSERTED,
        """
        INSERT INTO journal (id, at, agency, actor, act, subject_kind, subject, subject_revision)
          VALUES ('%1$s', now(), '%2$s', 'a/x', 'test', 'test', gen_random_uuid(), 1);
        UPDATE ledger_entry SET index = index + 1000 WHERE index >= 4;
        UPDATE ledger_entry SET index = index - 999 WHERE index >= 1000;
        INSERT INTO ledger_entry (index, journal, agency, subject_kind) VALUES (4, '%1$s', '%2$s', 'test')
        """
            .formatted(INSERTED, LedgerDatabase.AGENCY));
  }

  @Test
  void anEntryInsertedInThePastThatNobodySequencedIsNamed() throws Exception {
    assertTampered(
        "journal " + INSERTED + ": inserted: it is older than the feed and not in it",
        """
        INSERT INTO journal (id, xid, at, agency, actor, act, subject_kind, subject,
          subject_revision)
        VALUES ('%s', '3', now(), '%s', 'a/x', 'test', 'test', gen_random_uuid(), 1)
        """
            .formatted(INSERTED, LedgerDatabase.AGENCY));
  }

  @Test
  void twoSwappedIndexesAreNamed() throws Exception {
    assertTampered(
        "ledger_entry 2: altered: it names journal %s, the tree has %s"
            .formatted(journal(6), journal(2)),
        """
        UPDATE ledger_entry SET index = -2 WHERE index = 2;
        UPDATE ledger_entry SET index = 2 WHERE index = 6;
        UPDATE ledger_entry SET index = 6 WHERE index = -2
        """);
  }

  @Test
  void anAlteredRevisionIsNamed() throws Exception {
    assertTampered(
        "incident_revision " + subject(11) + " revision 1: altered",
        "UPDATE incident_revision SET document = jsonb_set(document, '{n}', '1.51') WHERE incident = '%s'"
            .formatted(subject(11)));
  }

  @Test
  void anAlteredDocumentThatReadersSeeIsNamed() throws Exception {
    assertTampered(
        "incident " + subject(11) + " revision 1: altered",
        "UPDATE incident SET document = '{}' WHERE id = '%s'".formatted(subject(11)));
  }

  @Test
  void aDocumentWithAnEndlessNumberIsNamed() throws Exception {
    assertTampered(
        "incident_revision " + subject(0) + " revision 1: altered",
        "UPDATE incident_revision SET document = '[1e1000]' WHERE incident = '%s'"
            .formatted(subject(0)));
  }

  @Test
  void aDeletedRevisionIsNamed() throws Exception {
    assertTampered(
        "incident_revision " + subject(11) + " revision 1: missing",
        "DELETE FROM incident_revision WHERE incident = '%s'".formatted(subject(11)));
  }

  @Test
  void anInsertedRevisionIsNamed() throws Exception {
    assertTampered(
        "incident_revision %s revision 2: inserted, or its revision altered: no entry stands for it"
            .formatted(subject(11)),
        "INSERT INTO incident_revision SELECT incident, 2, owner, act, status, at, actor, reason, replaced_by, schema_version, document FROM incident_revision WHERE incident = '%s'"
            .formatted(subject(11)));
  }

  @Test
  void anExchangedKeyOfAWitnessIsNamed() throws Exception {
    var witness = "22222222-2222-4222-8222-222222222222";
    assertTampered(
        "ledger_witness %s revision 1: inserted, or its revision altered: no entry stands for it"
            .formatted(witness),
        "INSERT INTO ledger_witness VALUES ('%s', '%s', 'w+00000000+x', now(), 'x')"
            .formatted(witness, LedgerDatabase.AGENCY));
  }

  @Test
  void aForgottenContentIsNoTampering() throws Exception {
    database.tamper(
        """
        DELETE FROM ledger_salt WHERE subject = '%1$s';
        UPDATE incident_revision SET document = '{}' WHERE incident = '%1$s'
        """
            .formatted(subject(3)));
    assertTrue(run(0).endsWith("58 as they were written, 2 forgotten."));
  }

  @Test
  void alteredPaddingIsNamed() throws Exception {
    var padding = database.text("SELECT min(leaf) FROM ledger_leaf WHERE journal IS NULL");
    assertTampered(
        "ledger_leaf " + padding + ": altered",
        "UPDATE ledger_leaf SET padding = sha256('x') WHERE leaf = " + padding);
  }

  @Test
  void anAlteredLeafIsToldFromAnAlteredEntry() throws Exception {
    assertTampered(
        "ledger_leaf " + leaf(8) + ": altered",
        "UPDATE ledger_leaf SET hash = sha256('x') WHERE leaf = " + leaf(8));
  }

  @Test
  void anAlteredTileIsNamed() throws Exception {
    assertTampered(
        "ledger_tile 0/0: altered",
        "UPDATE ledger_tile SET hashes = overlay(hashes PLACING sha256('x') FROM 33 FOR 32)");
  }

  @Test
  void whoRewritesTheHashesTooIsBetrayedByTheSignedCheckpointsInBetween() throws Exception {
    rewriteFirstPadding();
    assertEquals("TAMPERED: ledger_leaf 0 to 31: altered together with their hashes", run(1));
  }

  @Test
  void whoRewritesTheCheckpointsTooLacksTheKey() throws Exception {
    rewriteFirstPadding();
    var hashes = database.text("SELECT encode(hashes, 'hex') FROM ledger_tile");
    database.tamper(Rewriting.checkpoints(hashes, 32, 48, 64));
    assertEquals("TAMPERED: ledger_leaf 0 to 31: altered together with their hashes", run(1));
  }

  private void rewriteFirstPadding() throws SQLException {
    var padding =
        Long.parseLong(database.text("SELECT min(leaf) FROM ledger_leaf WHERE journal IS NULL"));
    database.tamper(
        """
        UPDATE ledger_leaf SET padding = sha256('x'), hash = sha256('\\x00'::bytea || sha256('x'))
          WHERE leaf = %1$d;
        UPDATE ledger_tile SET hashes =
          overlay(hashes PLACING sha256('\\x00'::bytea || sha256('x')) FROM %2$d FOR 32)
          WHERE level = 0
        """
            .formatted(padding, 32 * padding + 1));
  }

  @Test
  void anAlteredCheckpointIsNamed() throws Exception {
    assertTampered(
        "ledger_checkpoint 48: altered",
        "UPDATE ledger_checkpoint SET root = sha256('x') WHERE size = 48");
  }

  @Test
  void anOlderStateThatWasRestoredIsTold() throws Exception {
    restoreOlderState();
    assertEquals(
        "TAMPERED: ledger_leaf 32: missing, with all that follow: the checkpoint has 48 leaves,"
            + " the database 32. An older state was restored, or the end was cut off",
        run(1));
  }

  @Test
  void aHistoryThatWentOnFromAnOlderStateIsTold() throws Exception {
    restoreOlderState();
    database.checkpoint();
    assertEquals(
        "TAMPERED: ledger_checkpoint 48: another root than the one that was kept, signed by the"
            + " same key: the history was forked",
        run(1));
  }

  /** The checkpoint that was kept is of what the history became, and that is gone now. */
  private void restoreOlderState() throws Exception {
    try (var older = LedgerDatabase.create()) {
      older.write(20);
      older.checkpoint();
      database.close();
      database = older.copy();
      older.checkpoint();
      checkpoint = Files.writeString(folder.resolve("later"), older.note());
    }
  }

  @Test
  void aCheckpointOfAnotherKeyIsNoneToVerifyAgainst() throws Exception {
    var forged = original.note().replaceFirst("\n64\n", "\n48\n");
    checkpoint = Files.writeString(folder.resolve("forged"), forged);
    assertThrows(IllegalArgumentException.class, () -> run(2));
  }

  @Test
  void aCheckpointOfAnotherLedgerIsNoneToVerifyAgainst() throws Exception {
    var tree = Checkpoint.parse(SignedNote.parse(original.note()).text()).tree();
    var other = database.signer().sign(new Checkpoint("other.example/log", tree).text());
    checkpoint = Files.writeString(folder.resolve("other"), other.toString());
    assertThrows(IllegalArgumentException.class, () -> run(2));
  }

  @Test
  void argumentsThatAreNoneAreRefused() {
    for (var arguments :
        List.of(
            List.of("--key"),
            List.of("--other", "x"),
            List.of("--checkpoint", folder.resolve("none").toString()),
            List.<String>of())) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new VerifyLedger().run(arguments, database.forCommand()));
    }
  }
}
