package org.tnregistry.ledger.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.tnregistry.ledger.StoredContent;
import org.tnregistry.ledger.merkle.Hash;
import org.tnregistry.ledger.merkle.MerkleTree;
import org.tnregistry.ledger.merkle.Tiles;
import org.tnregistry.ledger.tree.CheckpointTable;
import org.tnregistry.ledger.tree.Leaf;
import org.tnregistry.ledger.tree.TileTable;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

/** Makes receipts for the agency that wrote. */
@ApplicationScoped
class Receipts {
  /**
   * The write itself came first; what was done with the same revision later came after it. What was
   * said beside a record of another agency has a receipt of its own: the entry that tells the
   * readers of the record is none of a write, and says who they are.
   */
  private static final String ENTRY =
      "SELECT "
          + Leaf.COLUMNS
          + """
          , f.leaf, s.salt
          FROM journal j
          LEFT JOIN ledger_leaf f ON f.journal = j.id
          LEFT JOIN ledger_salt s ON s.journal = j.id
          WHERE j.subject = ? AND j.subject_revision = ? AND j.agency = (SELECT viewer_agency())
            AND (j.commitment IS NOT NULL OR j.audience_after IS NULL)
          ORDER BY j.xid, j.seq LIMIT 1
          """;

  private static final List<StoredContent> CONTENTS =
      ServiceLoader.load(StoredContent.class).stream().map(ServiceLoader.Provider::get).toList();

  private final DataSource database;

  Receipts(DataSource database) {
    this.database = database;
  }

  /**
   * @throws ProblemException 404 for what the viewer's agency did not write, 409 for what is not
   *     under a checkpoint yet
   */
  @Transactional
  Receipt of(UUID subject, int revision) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(ENTRY)) {
      statement.setObject(1, subject);
      statement.setInt(2, revision);
      try (var row = statement.executeQuery()) {
        if (!row.next()) {
          throw new ProblemException(StandardProblem.NOT_FOUND);
        }
        long index = row.getLong("leaf");
        if (row.wasNull()) {
          throw new ProblemException(LedgerProblem.RECEIPT_NOT_YET);
        }
        return receipt(connection, row, index);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Receipt receipt(Connection connection, ResultSet row, long index)
      throws SQLException {
    var leaf = Leaf.of(row);
    var checkpoint =
        CheckpointTable.lastCosigned(connection)
            .filter(c -> c.tree().size() > index)
            .or(() -> last(connection))
            .orElseThrow();
    long size = checkpoint.tree().size();
    var tree = new MerkleTree(new Tiles(new TileTable(connection), size));
    return new Receipt(
        row.getObject("subject", UUID.class),
        row.getInt("subject_revision"),
        leaf.entry(),
        index,
        base64(leaf.bytes()),
        salt(row),
        tree.inclusion(index, size).stream().map(Hash::base64).toList(),
        Cosigned.note(connection, checkpoint));
  }

  private static @Nullable String salt(ResultSet row) throws SQLException {
    var salt = row.getBytes("salt");
    var kind = row.getString("subject_kind");
    int revision = row.getInt("subject_revision");
    return salt == null || CONTENTS.stream().anyMatch(c -> isWithheld(c, kind, revision))
        ? null
        : base64(salt);
  }

  private static boolean isWithheld(StoredContent content, String kind, int revision) {
    return content.subjectKind().equals(kind) && !content.isKnownToItsAuthor(revision);
  }

  private static Optional<CheckpointTable.Signed> last(Connection connection) {
    try {
      return CheckpointTable.last(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
