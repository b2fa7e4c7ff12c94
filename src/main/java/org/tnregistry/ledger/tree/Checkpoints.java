package org.tnregistry.ledger.tree;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tnregistry.ledger.merkle.MerkleTree;
import org.tnregistry.ledger.merkle.Proofs;
import org.tnregistry.ledger.merkle.Tiles;
import org.tnregistry.ledger.merkle.TreeHead;
import org.tnregistry.ledger.note.Checkpoint;
import org.tnregistry.ledger.note.NoteException;
import org.tnregistry.ledger.note.SignedNote;

/**
 * Grows the tree at a fixed cadence and signs it: work of the sequencer that leads, on the
 * connection that holds the lock. It signs only what continues the tree that was signed last, as
 * the database has it and as this replica remembers it.
 */
@ApplicationScoped
public class Checkpoints {
  private static final Logger LOG = Logger.getLogger(Checkpoints.class);

  private final LedgerConfig config;
  private final SigningKey key;
  private final Clock clock;
  private volatile @Nullable TreeHead remembered;
  private volatile Instant due = Instant.MIN;

  public Checkpoints(LedgerConfig config, SigningKey key, Clock clock) {
    this.config = config;
    this.key = key;
    this.clock = clock;
  }

  /** How long until the next checkpoint; not positive when it is due. */
  public Duration untilDue() {
    return due.equals(Instant.MIN) ? Duration.ZERO : Duration.between(clock.instant(), due);
  }

  /**
   * Signs when it is time, in a transaction of its own. A tree that must not be signed is left as
   * it is, and looked at again a cadence later: entries are written and read all the same.
   *
   * @param connection without automatic commit, held by the only sequencer
   */
  public void signIfDue(Connection connection) throws SQLException {
    if (untilDue().compareTo(Duration.ZERO) > 0) {
      return;
    }
    try {
      var signed = sign(connection);
      connection.commit();
      // Not before: what was not committed was signed for nobody.
      remembered = signed == null ? remembered : signed;
    } catch (NotAnExtension e) {
      connection.rollback();
      postpone(e);
    } catch (IllegalStateException e) {
      connection.rollback();
      if (e.getCause() instanceof SQLException failure) {
        throw failure;
      }
      postpone(e);
    }
  }

  private void postpone(Exception e) {
    due = clock.instant().plus(config.checkpointEvery());
    LOG.errorf("The ledger is not signed any more: %s", e.getMessage());
  }

  private @Nullable TreeHead sign(Connection connection) throws SQLException, NotAnExtension {
    LedgerSql.enter(connection, "system:sequencing");
    var last = CheckpointTable.last(connection);
    var now = clock.instant();
    if (last.isPresent() && last.get().at().plus(config.checkpointEvery()).isAfter(now)) {
      due = last.get().at().plus(config.checkpointEvery());
      return null;
    }
    long size = last.map(l -> l.tree().size()).orElse(0L);
    var store = new TileTable(connection);
    var tiles = new Tiles(store, size);
    if (last.isPresent()) {
      requireSigned(last.get());
      requireExtension(last.get().tree(), tiles);
    } else if (remembered != null) {
      throw new NotAnExtension("the checkpoints that were signed are gone");
    }
    var entries = LeafTable.next(connection);
    LeafTable.write(connection, size, entries, config.leavesPerCheckpoint()).forEach(tiles::add);
    store.write(tiles.changed());
    var tree = new TreeHead(tiles.size(), new MerkleTree(tiles).root(tiles.size()));
    var note = key.signer().sign(new Checkpoint(key.signer().verifierKey().name(), tree).text());
    CheckpointTable.write(connection, new CheckpointTable.Signed(tree, now, note.toString()));
    due = now.plus(config.checkpointEvery());
    return tree;
  }

  /** Who can write into the database cannot make a checkpoint that this replica would continue. */
  private void requireSigned(CheckpointTable.Signed last) throws NotAnExtension {
    try {
      var note = SignedNote.parse(last.note());
      if (!key.hasSigned(note)) {
        throw new NotAnExtension(
            "the last checkpoint, of size "
                + last.tree().size()
                + ", is not signed by tnr.ledger.signing-key-file nor by one of"
                + " tnr.ledger.former-verifier-keys");
      }
      if (!Checkpoint.parse(note.text()).tree().equals(last.tree())) {
        throw new NotAnExtension("the last checkpoint's row does not say what its note says");
      }
    } catch (NoteException e) {
      throw new NotAnExtension("the last checkpoint's note cannot be read");
    }
  }

  private void requireExtension(TreeHead last, Tiles tiles) throws NotAnExtension {
    var tree = new MerkleTree(tiles);
    if (!tree.root(last.size()).equals(last.root())) {
      throw new NotAnExtension("the stored tree has another root at size " + last.size());
    }
    var before = remembered;
    if (before != null
        && (before.size() > last.size()
            || !Proofs.isConsistent(before, last, tree.consistency(before.size(), last.size())))) {
      throw new NotAnExtension(
          "the tree does not continue the one of size " + before.size() + " signed before");
    }
  }

  private static final class NotAnExtension extends Exception {
    private static final long serialVersionUID = 1L;

    NotAnExtension(String message) {
      super(message);
    }
  }
}
