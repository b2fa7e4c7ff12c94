package org.tnregistry.ledger.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.tnregistry.ledger.merkle.Frontier;
import org.tnregistry.ledger.merkle.Hash;
import org.tnregistry.ledger.merkle.TreeHead;
import org.tnregistry.ledger.note.Checkpoint;
import org.tnregistry.ledger.note.NoteException;
import org.tnregistry.ledger.note.SignedNote;
import org.tnregistry.ledger.note.VerifierKey;

/**
 * The checkpoints that the database itself holds, read in step with the leaves. Signatures are
 * looked at only where something is wrong: they take a thousand times as long as hashes.
 */
final class CheckpointCheck implements AutoCloseable {
  private static final int FETCH = 1_000;
  private static final String UP_TO =
      "SELECT size, root, note FROM ledger_checkpoint WHERE size <= ? ORDER BY size";

  private final Connection connection;
  private final TreeHead signed;
  private final List<VerifierKey> keys;
  private final PreparedStatement statement;
  private final ResultSet rows;
  private long before;
  private boolean more;

  CheckpointCheck(Connection connection, TreeHead signed, List<VerifierKey> keys)
      throws SQLException {
    this.connection = connection;
    this.signed = signed;
    this.keys = keys;
    this.statement = connection.prepareStatement(UP_TO);
    statement.setFetchSize(FETCH);
    statement.setLong(1, signed.size());
    this.rows = statement.executeQuery();
    this.more = rows.next();
  }

  /** To be called after each leaf. */
  void compare(Frontier tree) throws SQLException, Tampering {
    if (!more || rows.getLong("size") != tree.size()) {
      return;
    }
    if (!tree.root().equals(Hash.of(rows.getBytes("root")))) {
      throw isSigned(rows)
          ? rewritten(before, tree.size())
          : new Tampering("ledger_checkpoint " + tree.size(), "altered");
    }
    before = tree.size();
    more = rows.next();
  }

  /** Where rows, hashes and checkpoints agree, but not with the checkpoint that was kept. */
  Tampering firstFalse() throws SQLException {
    long last = 0;
    try (var again = connection.prepareStatement(UP_TO)) {
      again.setFetchSize(FETCH);
      again.setLong(1, signed.size());
      try (var all = again.executeQuery()) {
        while (all.next()) {
          if (!isSigned(all)) {
            return rewritten(last, all.getLong("size"));
          }
          last = all.getLong("size");
        }
      }
    }
    return new Tampering(
        "ledger_checkpoint " + signed.size(),
        "another root than the one that was kept, signed by the same key: the history was forked");
  }

  private static Tampering rewritten(long from, long to) {
    return new Tampering(
        "ledger_leaf %d to %d".formatted(from, to - 1), "altered together with their hashes");
  }

  private boolean isSigned(ResultSet row) throws SQLException {
    try {
      var note = SignedNote.parse(row.getString("note"));
      var tree = Checkpoint.parse(note.text()).tree();
      return keys.stream().anyMatch(note::isSignedBy)
          && tree.equals(new TreeHead(row.getLong("size"), Hash.of(row.getBytes("root"))));
    } catch (NoteException e) {
      return false;
    }
  }

  @Override
  public void close() throws SQLException {
    rows.close();
    statement.close();
  }
}
