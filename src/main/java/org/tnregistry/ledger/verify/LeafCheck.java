package org.tnregistry.ledger.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.tnregistry.ledger.merkle.Frontier;
import org.tnregistry.ledger.merkle.Hash;
import org.tnregistry.ledger.merkle.TreeHead;
import org.tnregistry.ledger.tree.Leaf;

/**
 * Makes every leaf anew from its journal row, and the whole tree from the leaves. A row that does
 * not give its stored hash is named at once. Who changed the hashes as well is betrayed by the
 * root; the signed checkpoints in between tell where.
 */
final class LeafCheck {
  private static final int FETCH = 1_000;

  private static final String LEAVES =
      "SELECT f.leaf, f.hash, f.padding, f.journal, l.index, "
          + "(f.agency, l.agency, l.subject_kind COLLATE \"C\","
          + " l.reach_before, l.bars_before, l.reach_after, l.bars_after)"
          + " = (j.agency, j.agency, j.subject_kind,"
          + " j.reach_before, j.bars_before, j.reach_after, j.bars_after)"
          + " AS is_copy, "
          + Leaf.COLUMNS
          + """

          FROM ledger_leaf f
          LEFT JOIN journal j ON j.id = f.journal
          LEFT JOIN ledger_entry l ON l.journal = f.journal
          WHERE f.leaf < ? ORDER BY f.leaf
          """;

  private static final String AT_INDEX =
      """
      SELECT l.journal, f.leaf FROM ledger_entry l LEFT JOIN ledger_leaf f ON f.journal = l.journal
      WHERE l.index = ?
      """;

  private final Connection connection;
  private final TreeHead signed;
  private final Frontier tree = new Frontier();
  private final TileCheck tiles;
  private long entries;

  LeafCheck(Connection connection, TreeHead signed) {
    this.connection = connection;
    this.signed = signed;
    this.tiles = new TileCheck(connection);
  }

  long entries() {
    return entries;
  }

  void run(CheckpointCheck checkpoints) throws SQLException, Tampering {
    try (var statement = connection.prepareStatement(LEAVES)) {
      statement.setFetchSize(FETCH);
      statement.setLong(1, signed.size());
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          requireNext(rows.getLong("leaf"));
          var hash = rows.getString("journal") == null ? padding(rows) : entry(rows);
          tiles.add(hash);
          tree.add(hash);
          checkpoints.compare(tree);
        }
      }
    }
    requireLength();
    if (!tree.root().equals(signed.root())) {
      throw checkpoints.firstFalse();
    }
  }

  private void requireNext(long leaf) throws Tampering {
    if (leaf != tree.size()) {
      throw new Tampering("ledger_leaf " + tree.size(), "missing");
    }
  }

  private void requireLength() throws Tampering {
    if (tree.size() < signed.size()) {
      throw new Tampering(
          "ledger_leaf " + tree.size(),
          ("missing, with all that follow: the checkpoint has %d leaves, the database %d."
                  + " An older state was restored, or the end was cut off")
              .formatted(signed.size(), tree.size()));
    }
  }

  private static Hash padding(ResultSet row) throws SQLException, Tampering {
    var hash = Hash.ofLeaf(row.getBytes("padding"));
    if (!hash.equals(Hash.of(row.getBytes("hash")))) {
      throw new Tampering("ledger_leaf " + row.getLong("leaf"), "altered");
    }
    return hash;
  }

  private Hash entry(ResultSet row) throws SQLException, Tampering {
    var journal = row.getString("journal");
    if (row.getString("id") == null) {
      throw new Tampering("journal " + journal, "missing");
    }
    var stored = Hash.of(row.getBytes("hash"));
    long leaf = row.getLong("leaf");
    if (!stored.equals(hashOf(row, journal))) {
      throw tiles.holds(leaf, stored)
          ? new Tampering("journal " + journal, "altered")
          : new Tampering("ledger_leaf " + leaf, "altered");
    }
    requireIndex(row.getLong("index"), row.wasNull(), journal);
    if (!row.getBoolean("is_copy")) {
      throw new Tampering(
          "ledger_entry " + entries, "altered: it does not agree with journal " + journal);
    }
    entries++;
    return stored;
  }

  private static Hash hashOf(ResultSet row, String journal) throws SQLException, Tampering {
    try {
      return Leaf.of(row).hash();
    } catch (RuntimeException e) {
      throw new Tampering("journal " + journal, "altered: it cannot be read");
    }
  }

  /** The feed has the entries in the order of the leaves. */
  private void requireIndex(long index, boolean none, String journal)
      throws SQLException, Tampering {
    if (!none && index == entries) {
      return;
    }
    try (var statement = connection.prepareStatement(AT_INDEX)) {
      statement.setLong(1, entries);
      try (var row = statement.executeQuery()) {
        if (!row.next()) {
          throw new Tampering("ledger_entry " + entries, "missing: it is journal " + journal);
        }
        var other = row.getObject(1, UUID.class);
        throw row.getObject(2) == null
            ? new Tampering("ledger_entry " + entries, "inserted, with journal " + other)
            : new Tampering(
                "ledger_entry " + entries,
                "altered: it names journal " + other + ", the tree has " + journal);
      }
    }
  }
}
