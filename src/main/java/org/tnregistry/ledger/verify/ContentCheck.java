package org.tnregistry.ledger.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.tnregistry.ledger.StoredContent;
import org.tnregistry.ledger.tree.Commitment;

/** Compares what a feature has stored with what its entries are bound to. */
final class ContentCheck {
  private static final int FETCH = 200;

  /** LIMIT has contents looked up one by one, by their key, in the order of the entries. */
  private static final String BOUND =
      """
      SELECT j.subject, j.subject_revision, j.commitment, s.salt, c.content
      FROM ledger_entry l JOIN journal j ON j.id = l.journal
      LEFT JOIN ledger_salt s ON s.journal = j.id
      LEFT JOIN LATERAL (SELECT content FROM (%s) AS stored
        WHERE stored.subject = j.subject AND stored.revision = j.subject_revision LIMIT 1) AS c ON true
      WHERE j.subject_kind = ? AND j.commitment IS NOT NULL
      ORDER BY l.index
      """;

  private static final String WITHOUT_ENTRY =
      """
      SELECT stored.subject, stored.revision FROM (%s) AS stored
      WHERE NOT EXISTS (SELECT FROM journal j WHERE j.subject = stored.subject
        AND j.subject_revision = stored.revision AND j.subject_kind = ?)
      ORDER BY stored.subject, stored.revision LIMIT 1
      """;

  private final Connection connection;
  private final StoredContent stored;
  private long intact;
  private long forgotten;

  ContentCheck(Connection connection, StoredContent stored) {
    this.connection = connection;
    this.stored = stored;
  }

  long intact() {
    return intact;
  }

  long forgotten() {
    return forgotten;
  }

  void run() throws SQLException, Tampering {
    try (var statement = connection.prepareStatement(BOUND.formatted(stored.query()))) {
      statement.setFetchSize(FETCH);
      statement.setString(1, stored.subjectKind());
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          check(rows);
        }
      }
    }
    try (var statement = connection.prepareStatement(WITHOUT_ENTRY.formatted(stored.query()))) {
      statement.setString(1, stored.subjectKind());
      try (var row = statement.executeQuery()) {
        if (row.next()) {
          throw tampering(row, "inserted, or its revision altered: no entry stands for it");
        }
      }
    }
  }

  private void check(ResultSet row) throws SQLException, Tampering {
    var salt = row.getBytes("salt");
    var content = row.getString("content");
    if (salt == null) {
      forgotten++;
    } else if (content == null) {
      if (stored.keepsEveryRevision()) {
        throw tampering(row, "missing");
      }
    } else if (isBound(new Commitment(row.getBytes("commitment"), salt), content)) {
      intact++;
    } else {
      throw tampering(row, "altered");
    }
  }

  /** What cannot be read within the registry's bounds was never accepted. */
  private static boolean isBound(Commitment commitment, String content) {
    try {
      return commitment.isTo(content);
    } catch (IllegalStateException e) {
      return false;
    }
  }

  private Tampering tampering(ResultSet row, String what) throws SQLException {
    return new Tampering(
        "%s %s revision %d".formatted(stored.table(), row.getString(1), row.getInt(2)), what);
  }
}
