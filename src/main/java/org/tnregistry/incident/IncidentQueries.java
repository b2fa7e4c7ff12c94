package org.tnregistry.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.Permission;
import org.tnregistry.access.ViewerContext;
import org.tnregistry.shared.json.StoredJson;

/**
 * Reads single incidents and their history: one statement each. The owner's document goes out
 * unparsed; any other reader's view is built for that reader.
 */
@ApplicationScoped
class IncidentQueries {
  /** What only the owner is told, or who else can see it; in that order. */
  private static final String SIGHT =
      """
        CASE WHEN i.owner = viewer_agency() THEN i.audience::text END,
        CASE WHEN i.owner = viewer_agency() THEN NULL
          ELSE ARRAY(SELECT p.part FROM incident_part p
                     WHERE p.incident = i.id AND p.revision = r.revision) END,
        CASE WHEN i.owner = viewer_agency() THEN NULL
          ELSE ARRAY(SELECT l.id::text FROM incident l WHERE l.id = ANY (ARRAY(
            SELECT (link->>'incident')::uuid FROM jsonb_array_elements(r.document->'links') link)))
        END
      """;

  /** A pointer to a record that the reader cannot see leads nowhere. */
  private static final String REPLACEMENT =
      """
        CASE WHEN i.owner = viewer_agency() THEN r.replaced_by
          ELSE (SELECT s.id FROM incident s WHERE s.id = r.replaced_by) END,
      """;

  private static final String STATES =
      """
      SELECT i.id, i.reference, a.handle, i.status,
        CASE WHEN i.owner = viewer_agency() THEN i.revision ELSE i.shared_revision END,
        i.schema_version,
        CASE WHEN i.owner = viewer_agency() THEN i.created_at ELSE i.recorded_at END,
        CASE WHEN i.owner = viewer_agency() THEN i.updated_at ELSE i.shared_at END,
        i.recorded_at, i.closing_reason,
      """
          + REPLACEMENT
          + " i.document::text, "
          + SIGHT
          + " FROM incident i JOIN agency a ON a.id = i.owner,"
          + " LATERAL (SELECT i.revision, i.document, i.replaced_by) r WHERE ";

  static final String CURRENT = STATES + "i.id = ?";
  private static final String CURRENT_OF_MANY = STATES + "i.id = ANY (?)";

  /** What the reader counts revisions by. */
  private static final String NUMBER =
      "CASE WHEN r.owner = viewer_agency() THEN r.revision ELSE r.shared_revision END";

  /**
   * A lifting changes nothing for those who saw the record before: to them it is the last choice.
   */
  private static final String LIFTING = "r.act IN ('bar-lifted', 'bar-lift-proposed')";

  /** A past state is built from its revision; what only later became known is left out. */
  private static final String PAST =
      "SELECT i.id, i.reference, a.handle, r.status, "
          + NUMBER
          + """
        , r.schema_version,
        CASE WHEN i.owner = viewer_agency() THEN i.created_at ELSE i.recorded_at END,
        r.at, CASE WHEN i.recorded_at <= r.at THEN i.recorded_at END,
        CASE WHEN r.status IN ('WITHDRAWN', 'MERGED') THEN (
          SELECT c.reason FROM incident_revision c
          WHERE c.incident = r.incident AND c.revision <= r.revision
            AND c.act IN ('withdrawn', 'merged') ORDER BY c.revision DESC LIMIT 1) END,
      """
          + REPLACEMENT
          + " r.document::text, "
          + SIGHT
          + """
      FROM incident_revision r JOIN incident i ON i.id = r.incident JOIN agency a ON a.id = i.owner
      WHERE r.incident = ?
      """;

  private static final String LATEST = " ORDER BY 5 DESC, " + LIFTING + ", r.revision DESC LIMIT 1";
  static final String REVISION = PAST + " AND " + NUMBER + " = ?" + LATEST;
  static final String AS_OF = PAST + " AND r.at <= ?" + LATEST;
  private static final String UP_TO = PAST + " AND r.revision <= ?" + LATEST;

  /**
   * To others than the owner an officer's name is nobody's business, nor that a bar was lifted and
   * why: that would tell that there was one.
   */
  static final String HISTORY =
      "SELECT DISTINCT ON (1) "
          + NUMBER
          + """
        , CASE WHEN lifting AND r.owner IS DISTINCT FROM viewer_agency() THEN 'amended' ELSE r.act END,
        r.status, r.at,
        CASE WHEN r.owner = viewer_agency() THEN r.actor ELSE split_part(r.actor, '/', 1) END,
        CASE WHEN r.owner = viewer_agency() OR NOT lifting THEN r.reason END,
        CASE WHEN r.owner = viewer_agency() THEN r.replaced_by
          ELSE (SELECT s.id FROM incident s WHERE s.id = r.replaced_by) END
      FROM incident_revision r, LATERAL (SELECT\s"""
          + LIFTING
          + """
       AS lifting) l
      WHERE r.incident = ? ORDER BY 1, lifting, r.revision DESC
      """;

  private static final int AUDIENCE = 13;
  private static final int PARTS = 14;
  private static final int LINKS = 15;

  private final DataSource database;
  private final ViewerContext context;

  IncidentQueries(DataSource database, ViewerContext context) {
    this.database = database;
    this.context = context;
  }

  @Transactional
  Optional<IncidentView> find(UUID id) {
    return one(CURRENT, statement -> statement.setObject(1, id));
  }

  /** In no order; those that the reader cannot see are left out. */
  @Transactional
  List<IncidentView> findAll(Collection<UUID> ids) {
    var array = ids.toArray();
    return all(CURRENT_OF_MANY, s -> s.setArray(1, s.getConnection().createArrayOf("uuid", array)));
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

  /** The last revision up to this one, as the owner counts, that the reader can see. */
  @Transactional
  Optional<IncidentView> upTo(UUID id, int revision) {
    return one(
        UP_TO,
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
    return all(sql, parameters).stream().findFirst();
  }

  private List<IncidentView> all(String sql, Parameters parameters) {
    var views = new ArrayList<IncidentView>();
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      parameters.set(statement);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          views.add(view(rows));
        }
      }
      return views;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private IncidentView view(ResultSet row) throws SQLException {
    var id = row.getObject(1, UUID.class);
    var audience = row.getString(AUDIENCE);
    var registry =
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
            audience == null ? null : StoredJson.read(audience, AudienceView.class),
            "/v1/incidents/" + id);
    var document = row.getString(12);
    return new IncidentView(registry, audience == null ? redacted(document, row) : document);
  }

  private String redacted(String document, ResultSet row) throws SQLException {
    var parts = texts(row.getArray(PARTS));
    var links = texts(row.getArray(LINKS));
    var sight =
        new Redaction.Sight(parts::contains, links::contains, context.may(Permission.PARTY_READ));
    return Redaction.view(StoredJson.parse(document), sight).toString();
  }

  private static Set<String> texts(Array array) throws SQLException {
    return Set.of((String[]) array.getArray());
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
