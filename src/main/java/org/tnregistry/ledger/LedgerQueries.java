package org.tnregistry.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads the sequenced entries that the viewer may see. */
@ApplicationScoped
public class LedgerQueries {
  /**
   * A sequenced entry.
   *
   * @param id random, so that holding one says nothing of how many entries others made
   * @param index gap-free over the whole ledger, from 0
   */
  public record Entry(
      UUID id,
      long index,
      Instant at,
      String act,
      String subjectKind,
      UUID subject,
      int revision) {}

  /**
   * COALESCE stands inside: around the sub-select the planner would hold it for leaky, and read the
   * whole feed up to the cursor to compare below the policy.
   */
  static final String AFTER =
      """
      SELECT j.id, l.index, j.at, j.act, j.subject_kind, j.subject, j.subject_revision
      FROM ledger_entry l JOIN journal j ON j.id = l.journal
      WHERE l.agency = ? AND j.subject_kind = ?
        AND l.index > (SELECT COALESCE(max(p.index), -1) FROM ledger_entry p WHERE p.journal = ?)
      ORDER BY l.index LIMIT ?
      """;

  private final DataSource database;

  LedgerQueries(DataSource database) {
    this.database = database;
  }

  /**
   * Entries of an agency about one kind of subject, in ledger order.
   *
   * @param after id of the entry to go on from; from the beginning when null or not the viewer's
   */
  @Transactional
  public List<Entry> after(UUID agency, String subjectKind, @Nullable UUID after, int limit) {
    var entries = new ArrayList<Entry>();
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(AFTER)) {
      statement.setObject(1, agency);
      statement.setString(2, subjectKind);
      statement.setObject(3, after);
      statement.setInt(4, limit);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          entries.add(
              new Entry(
                  rows.getObject(1, UUID.class),
                  rows.getLong(2),
                  rows.getTimestamp(3).toInstant(),
                  rows.getString(4),
                  rows.getString(5),
                  rows.getObject(6, UUID.class),
                  rows.getInt(7)));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return entries;
  }
}
