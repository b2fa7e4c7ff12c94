package org.tnregistry.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads single incidents and their history: one statement each, the document going out unparsed.
 */
@ApplicationScoped
public class IncidentQueries {
  static final String CURRENT =
      """
      SELECT i.id, i.reference, a.handle, i.status, i.revision, i.schema_version, i.created_at,
        i.updated_at, i.recorded_at, i.closing_reason, i.replaced_by, i.document::text
      FROM incident i JOIN agency a ON a.id = i.owner
      WHERE i.id = ?
      """;

  /** A past state is built from its revision; what only later became known is left out. */
  private static final String PAST =
      """
      SELECT i.id, i.reference, a.handle, r.status, r.revision, r.schema_version, i.created_at,
        r.at, CASE WHEN i.recorded_at <= r.at THEN i.recorded_at END,
        CASE WHEN r.status IN ('WITHDRAWN', 'MERGED') THEN r.reason END, r.replaced_by,
        r.document::text
      FROM incident_revision r JOIN incident i ON i.id = r.incident JOIN agency a ON a.id = i.owner
      WHERE r.incident = ?
      """;

  static final String REVISION = PAST + " AND r.revision = ?";
  static final String AS_OF = PAST + " AND r.at <= ? ORDER BY r.revision DESC LIMIT 1";

  static final String HISTORY =
      """
      SELECT revision, act, status, at, actor, reason, replaced_by FROM incident_revision
      WHERE incident = ? ORDER BY revision
      """;

  private final DataSource database;

  IncidentQueries(DataSource database) {
    this.database = database;
  }

  @Transactional
  Optional<IncidentView> find(UUID id) {
    return one(CURRENT, statement -> statement.setObject(1, id));
  }

  @Transactional
  Optional<IncidentView> revision(UUID id, int revision) {
    return one(
        REVISION,
        statement -> {
          statement.setObject(1, id);
          statement.setInt(2, revision);
        });
  }

  /** The state the incident had at an instant; empty before it was created. */
  @Transactional
  Optional<IncidentView> asOf(UUID id, Instant instant) {
    return one(
        AS_OF,
        statement -> {
          statement.setObject(1, id);
          statement.setTimestamp(2, Timestamp.from(instant));
        });
  }

  /** Oldest first; empty when there is no such incident to see. */
  @Transactional
  List<RevisionView> history(UUID id) {
    var revisions = new ArrayList<RevisionView>();
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(HISTORY)) {
      statement.setObject(1, id);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          revisions.add(
              new RevisionView(
                  rows.getInt(1),
                  rows.getString(2),
                  IncidentStatus.valueOf(rows.getString(3)).code(),
                  rows.getTimestamp(4).toInstant(),
                  rows.getString(5),
                  rows.getString(6),
                  rows.getObject(7, UUID.class),
                  "/v1/incidents/" + id + "/history/" + rows.getInt(1)));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return revisions;
  }

  private interface Parameters {
    void set(PreparedStatement statement) throws SQLException;
  }

  private Optional<IncidentView> one(String sql, Parameters parameters) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      parameters.set(statement);
      try (var row = statement.executeQuery()) {
        return row.next() ? Optional.of(view(row)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static IncidentView view(ResultSet row) throws SQLException {
    var id = row.getObject(1, UUID.class);
    return new IncidentView(
        new IncidentRegistry(
            id,
            row.getString(2),
            row.getString(3),
            IncidentStatus.valueOf(row.getString(4)).code(),
            row.getInt(5),
            row.getString(6),
            row.getTimestamp(7).toInstant(),
            row.getTimestamp(8).toInstant(),
            instant(row.getTimestamp(9)),
            row.getString(10),
            row.getObject(11, UUID.class),
            "/v1/incidents/" + id),
        row.getString(12));
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
