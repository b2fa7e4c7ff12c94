package org.tnregistry.ledger.tree;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tnregistry.ledger.merkle.Hash;

/** The leaves of the tree: each an entry or padding. */
final class LeafTable {
  /** More wait for the next checkpoint, so that a load of thousands does not fill the memory. */
  private static final int MAX_ENTRIES = 16_384;

  private static final String NEXT =
      "SELECT "
          + Leaf.COLUMNS
          + """

          FROM ledger_entry l JOIN journal j ON j.id = l.journal
          WHERE l.index > COALESCE(
            (SELECT e.index FROM ledger_leaf f JOIN ledger_entry e ON e.journal = f.journal
             WHERE f.journal IS NOT NULL ORDER BY f.leaf DESC LIMIT 1), -1)
          ORDER BY l.index LIMIT ?
          """;

  private static final String WRITE =
      """
      INSERT INTO ledger_leaf (leaf, hash, journal, agency, padding)
      SELECT * FROM unnest(?::bigint[], ?::bytea[], ?::uuid[], ?::uuid[], ?::bytea[])
      """;

  private static final SecureRandom RANDOM = new SecureRandom();

  private LeafTable() {}

  /** Entries that are in the feed and not in the tree, in the order of the feed. */
  static List<Leaf> next(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement(NEXT)) {
      statement.setInt(1, MAX_ENTRIES);
      try (var rows = statement.executeQuery()) {
        var leaves = new ArrayList<Leaf>();
        while (rows.next()) {
          leaves.add(Leaf.of(rows));
        }
        return leaves;
      }
    }
  }

  /**
   * Writes them with padding up to a multiple of the step, at least one step. The entries keep
   * their order and get random places among the padding: where one stands does not tell how many
   * others there are.
   *
   * @param first the place of the first leaf
   * @return the hashes of all new leaves
   */
  static List<Hash> write(Connection connection, long first, List<Leaf> entries, int step)
      throws SQLException {
    int count = Math.max(1, (entries.size() + step - 1) / step) * step;
    var columns = new Columns(count);
    int left = entries.size();
    for (int i = 0; i < count; i++) {
      boolean isEntry = RANDOM.nextInt(count - i) < left;
      columns.set(i, first + i, isEntry ? entries.get(entries.size() - left--) : null);
    }
    try (var statement = connection.prepareStatement(WRITE)) {
      statement.setArray(1, connection.createArrayOf("bigint", columns.leaf));
      statement.setArray(2, connection.createArrayOf("bytea", columns.hash));
      statement.setArray(3, connection.createArrayOf("uuid", columns.journal));
      statement.setArray(4, connection.createArrayOf("uuid", columns.agency));
      statement.setArray(5, connection.createArrayOf("bytea", columns.padding));
      statement.executeUpdate();
    }
    return columns.hashes;
  }

  private static final class Columns {
    private final Long[] leaf;
    private final byte[][] hash;
    private final @Nullable UUID[] journal;
    private final @Nullable UUID[] agency;
    private final byte[] @Nullable [] padding;
    private final List<Hash> hashes = new ArrayList<>();

    Columns(int count) {
      leaf = new Long[count];
      hash = new byte[count][];
      journal = new UUID[count];
      agency = new UUID[count];
      padding = new byte[count][];
    }

    void set(int i, long place, @Nullable Leaf entry) {
      Hash hashed;
      if (entry == null) {
        var random = new byte[Hash.BYTES];
        RANDOM.nextBytes(random);
        padding[i] = random;
        hashed = Hash.ofLeaf(random);
      } else {
        journal[i] = entry.entry();
        agency[i] = entry.agency();
        hashed = entry.hash();
      }
      leaf[i] = place;
      hash[i] = hashed.bytes();
      hashes.add(hashed);
    }
  }
}
