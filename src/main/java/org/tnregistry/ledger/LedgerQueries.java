package org.tnregistry.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads the sequenced entries that the viewer may see. */
@ApplicationScoped
public class LedgerQueries {
  /**
   * A sequenced entry, as it is told to the viewer.
   *
   * @param id random, so that holding one says nothing of how many entries others made
   * @param own whether the viewer's agency made it
   * @param seen whether the viewer sees the subject after it; if not, the viewer saw it before. The
   *     owner sees it always.
   */
  public record Entry(
      UUID id,
      Instant at,
      String act,
      String subjectKind,
      UUID subject,
      int revision,
      boolean own,
      boolean seen) {}

  private static final String COLUMNS = "e.index, e.journal, e.agency, e.reach_after, e.bars_after";
  private static final String CONDITION =
      " AND e.index > ? AND e.subject_kind = ANY (?) ORDER BY e.index LIMIT ?";

  /** Each of the three ways to an entry is read from its front, in the order of its index. */
  static final String AFTER =
      "SELECT j.id, j.at, j.act, j.subject_kind, j.subject, j.subject_revision,"
          + " l.agency IS NOT DISTINCT FROM (SELECT viewer_agency()),"
          + " l.reach_after = ANY ((SELECT viewer_reaches())::int[])"
          + " AND l.bars_after <> ALL ((SELECT viewer_bars())::int[])"
          // Whoever wrote the first revision owns it; what is said beside it binds nothing.
          + " OR EXISTS (SELECT FROM journal f WHERE f.subject = j.subject"
          + " AND f.subject_revision = 1 AND f.subject_kind = j.subject_kind"
          + " AND f.commitment IS NOT NULL AND f.agency = (SELECT viewer_agency()))"
          + " FROM ((SELECT "
          + COLUMNS
          + " FROM ledger_entry e WHERE e.agency = (SELECT viewer_agency())"
          + CONDITION
          + ") UNION (SELECT gained.* FROM unnest(viewer_reaches()) AS r (reach)"
          + " CROSS JOIN LATERAL (SELECT "
          + COLUMNS
          + " FROM ledger_entry e WHERE e.reach_after = r.reach AND e.reach_after > 0"
          + CONDITION
          + ") gained) UNION (SELECT lost.* FROM unnest(viewer_reaches()) AS r (reach)"
          + " CROSS JOIN LATERAL (SELECT "
          + COLUMNS
          + " FROM ledger_entry e WHERE e.reach_before = r.reach AND e.reach_before > 0"
          + CONDITION
          + ") lost) ORDER BY 1 LIMIT ?) l JOIN journal j ON j.id = l.journal ORDER BY l.index";

  private static final String PLACE = "SELECT index FROM ledger_entry WHERE journal = ?";
  private static final int WAYS = 3;

  private final DataSource database;

  LedgerQueries(DataSource database) {
    this.database = database;
  }

  /** The place of an entry in the ledger; empty when the viewer cannot see it. */
  @Transactional
  public Optional<Long> place(UUID entry) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(PLACE)) {
      statement.setObject(1, entry);
      try (var row = statement.executeQuery()) {
        return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Entries that the viewer made, or that show or took from the viewer a subject of these kinds, in
   * ledger order.
   *
   * @param place where to go on from; -1 for the beginning
   */
  @Transactional
  public List<Entry> after(long place, List<String> subjectKinds, int limit) {
    var entries = new ArrayList<Entry>();
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(AFTER)) {
      bind(statement, place, subjectKinds, limit);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          boolean own = rows.getBoolean(7);
          entries.add(
              new Entry(
                  rows.getObject(1, UUID.class),
                  rows.getTimestamp(2).toInstant(),
                  rows.getString(3),
                  rows.getString(4),
                  rows.getObject(5, UUID.class),
                  rows.getInt(6),
                  own,
                  own || rows.getBoolean(8)));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return entries;
  }

  static void bind(PreparedStatement statement, long place, List<String> subjectKinds, int limit)
      throws SQLException {
    int parameter = 1;
    for (int way = 0; way < WAYS; way++) {
      statement.setLong(parameter++, place);
      statement.setArray(
          parameter++, statement.getConnection().createArrayOf("text", subjectKinds.toArray()));
      statement.setInt(parameter++, limit);
    }
    statement.setInt(parameter, limit);
  }
}
