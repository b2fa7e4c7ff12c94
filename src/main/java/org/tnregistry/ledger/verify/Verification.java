package org.tnregistry.ledger.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.tnregistry.ledger.StoredContent;
import org.tnregistry.ledger.merkle.TreeHead;
import org.tnregistry.ledger.note.VerifierKey;

/**
 * Verifies all that lies under a checkpoint, in one snapshot of the database. It works as the
 * service's restricted role at the one task that may read every row of the ledger and change none:
 * row-level security binds the owner of the tables too, and a check needs no right to alter what it
 * checks.
 */
final class Verification {
  private static final List<String> SETTINGS =
      List.of(
          "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY",
          "SET LOCAL statement_timeout = 0",
          "SET LOCAL idle_in_transaction_session_timeout = 0",
          // Rows come in the order of an index, one after the other: nothing of this size is
          // sorted.
          "SET LOCAL enable_sort = off",
          "SELECT viewer_enters('system:verifying')",
          // What a quarantined agency posted is verified like everything else.
          "SELECT set_config('tnr.quarantined', '{}', true)");

  /**
   * What was found intact: entries and padding under the checkpoint, contents of all entries, for
   * one that was written since is bound to its entry as well.
   *
   * @param forgotten contents whose salt was destroyed, which nobody can check any more
   */
  record Result(long entries, long padding, long contents, long forgotten) {}

  private final Connection connection;
  private final TreeHead signed;
  private final List<VerifierKey> keys;

  /**
   * @param signed of a checkpoint whose signature was verified
   * @param keys that have signed for this ledger
   */
  Verification(Connection connection, TreeHead signed, List<VerifierKey> keys) {
    this.connection = connection;
    this.signed = signed;
    this.keys = keys;
  }

  Result run(Iterable<StoredContent> stored) throws SQLException, Tampering {
    connection.setAutoCommit(false);
    for (var setting : SETTINGS) {
      try (var statement = connection.createStatement()) {
        statement.execute(setting);
      }
    }
    try (var checkpoints = new CheckpointCheck(connection, signed, keys)) {
      var leaves = new LeafCheck(connection, signed);
      leaves.run(checkpoints);
      new FeedCheck(connection).run();
      long contents = 0;
      long forgotten = 0;
      for (var content : stored) {
        var check = new ContentCheck(connection, content);
        check.run();
        contents += check.intact();
        forgotten += check.forgotten();
      }
      return new Result(leaves.entries(), signed.size() - leaves.entries(), contents, forgotten);
    } finally {
      connection.rollback();
    }
  }
}
