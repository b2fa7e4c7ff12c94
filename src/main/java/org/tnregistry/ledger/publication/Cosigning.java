package org.tnregistry.ledger.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.UUID;
import javax.sql.DataSource;
import org.tnregistry.ledger.note.Checkpoint;
import org.tnregistry.ledger.note.NoteException;
import org.tnregistry.ledger.note.NoteSignature;
import org.tnregistry.ledger.note.SignedNote;
import org.tnregistry.ledger.note.VerifierKey;
import org.tnregistry.ledger.tree.CheckpointTable;
import org.tnregistry.shared.problem.ProblemException;

/**
 * Takes the signatures of witnesses. They append nothing to the journal: the tree would grow by
 * what is said about it, for ever.
 */
@ApplicationScoped
class Cosigning {
  private static final String LARGER =
      "SELECT EXISTS (SELECT FROM ledger_cosignature WHERE witness = ? AND size > ?)";

  private static final String WRITE =
      """
      INSERT INTO ledger_cosignature (size, witness, agency, at, line) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (size, witness) DO NOTHING
      """;

  private final DataSource database;
  private final Clock clock;

  Cosigning(DataSource database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * @throws ProblemException when the note is none, or of no checkpoint of this ledger, or signed
   *     by no key of the viewer's agency, or older than what the key signed before
   */
  @Transactional
  Cosignature cosign(String text) {
    var note = parsed(text);
    var signed = checkpoint(note);
    try (var connection = database.getConnection()) {
      var stored = CheckpointTable.ofSize(connection, signed.tree().size());
      if (stored.isEmpty() || !stored.get().note().startsWith(note.text() + "\n")) {
        throw new ProblemException(LedgerProblem.UNKNOWN_CHECKPOINT);
      }
      var taken = new ArrayList<String>();
      for (var witness : Witnesses.own(connection)) {
        var key = key(witness);
        if (note.isSignedBy(key)) {
          requireNoLarger(connection, witness.id(), signed.tree().size());
          write(connection, witness, signed.tree().size(), line(note, key));
          taken.add(witness.verifierKey());
        }
      }
      if (taken.isEmpty()) {
        throw new ProblemException(LedgerProblem.COSIGNATURE_UNVERIFIED);
      }
      return new Cosignature(signed.tree().size(), taken);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SignedNote parsed(String text) {
    try {
      return SignedNote.parse(text);
    } catch (NoteException e) {
      throw new ProblemException(LedgerProblem.MALFORMED_NOTE, String.valueOf(e.getMessage()));
    }
  }

  private static Checkpoint checkpoint(SignedNote note) {
    try {
      return Checkpoint.parse(note.text());
    } catch (NoteException e) {
      throw new ProblemException(LedgerProblem.MALFORMED_NOTE, String.valueOf(e.getMessage()));
    }
  }

  private static VerifierKey key(WitnessView witness) {
    try {
      return VerifierKey.parse(witness.verifierKey());
    } catch (NoteException e) {
      throw new IllegalStateException(e);
    }
  }

  private static NoteSignature line(SignedNote note, VerifierKey key) {
    return note.signatures().stream().filter(key::isOf).findFirst().orElseThrow();
  }

  private static void requireNoLarger(Connection connection, UUID witness, long size)
      throws SQLException {
    try (var statement = connection.prepareStatement(LARGER)) {
      statement.setObject(1, witness);
      statement.setLong(2, size);
      try (var row = statement.executeQuery()) {
        if (row.next() && row.getBoolean(1)) {
          throw new ProblemException(LedgerProblem.COSIGNATURE_STALE);
        }
      }
    }
  }

  private void write(Connection connection, WitnessView witness, long size, NoteSignature line)
      throws SQLException {
    try (var statement = connection.prepareStatement(WRITE)) {
      statement.setLong(1, size);
      statement.setObject(2, witness.id());
      statement.setObject(3, witness.agency());
      statement.setTimestamp(4, Timestamp.from(clock.instant()));
      statement.setString(5, line.toString());
      statement.executeUpdate();
    }
  }
}
