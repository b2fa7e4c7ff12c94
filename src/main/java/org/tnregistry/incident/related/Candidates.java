package org.tnregistry.incident.related;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import org.tnregistry.incident.IncidentFacets.Facet;
import org.tnregistry.incident.IncidentStatus;
import org.tnregistry.incident.related.RelatedView.Suggested;
import org.tnregistry.shared.date.Edtf;
import org.tnregistry.shared.json.StoredJson;

/**
 * Finds incidents that share something rare with another one: one statement, a bounded number of
 * entries of an index for each value. A facet row is seen by those alone who see the parts that it
 * follows from, so what is hidden neither leads to an incident nor adds to a score.
 */
@ApplicationScoped
class Candidates {
  /** Looked up of one incident; the kinds of greater weight first. */
  static final int MAX_KEYS = 60;

  /** Taken of one's own incidents with a value, and of each reach. */
  static final int MAX_PER_KEY = 50;

  /** Read and scored. */
  static final int MAX_CANDIDATES = 200;

  /**
   * The first by id, so that the same are taken for the same reader, whatever else there is. Own
   * incidents are not left out of the reaches: whoever shares thousands would walk past them all.
   */
  static final String SELECT =
      """
      WITH key AS (SELECT * FROM unnest(?::text[], ?::text[]) AS k (facet, value)),
      hit AS (
        SELECT k.facet, k.value, own.incident FROM key k CROSS JOIN LATERAL (
          SELECT f.incident FROM incident_facet f
          WHERE f.owner = (SELECT viewer_agency()) AND f.facet = k.facet AND f.value = k.value
          ORDER BY f.incident LIMIT ?) own
        UNION
        SELECT k.facet, k.value, shared.incident FROM key k CROSS JOIN unnest(viewer_reaches()) AS r (reach)
        CROSS JOIN LATERAL (
          SELECT f.incident FROM incident_facet f
          WHERE f.reach = r.reach AND f.reach > 0 AND f.facet = k.facet AND f.value = k.value
          ORDER BY f.incident LIMIT ?) shared),
      candidate AS MATERIALIZED (
        SELECT h.incident FROM hit h WHERE h.incident <> ?
        GROUP BY h.incident ORDER BY count(*) DESC, h.incident LIMIT ?)
      SELECT i.id, i.status, i.earliest, i.latest, s.summary ->> 'reference', s.summary -> 'title',
        s.summary ->> 'owner',
        ARRAY(SELECT f.facet || ' ' || f.value FROM incident_facet f
              WHERE f.incident = i.id AND f.facet = ANY (?) AND f.value = ANY (?))
      FROM candidate c JOIN incident i ON i.id = c.incident
      CROSS JOIN LATERAL (SELECT CASE WHEN i.owner = (SELECT viewer_agency()) THEN i.summary
        ELSE i.shared_summary END AS summary) s
      WHERE i.status NOT IN ('WITHDRAWN', 'MERGED')
      """;

  /** An incident with what it shares with the one asked about, and its period. */
  record Candidate(Suggested incident, Traits traits) {}

  private final DataSource database;

  Candidates(DataSource database) {
    this.database = database;
  }

  /** What incidents are looked for by. */
  static List<Facet> keys(Traits traits) {
    return Arrays.stream(Kind.values())
        .filter(Kind::leads)
        .flatMap(kind -> traits.facets(kind).stream())
        .limit(MAX_KEYS)
        .toList();
  }

  /** In no order. */
  @Transactional
  List<Candidate> of(UUID incident, Traits traits) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(SELECT)) {
      set(connection, statement, incident, traits);
      var found = new ArrayList<Candidate>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(candidate(rows));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static void set(Connection connection, PreparedStatement statement, UUID incident, Traits traits)
      throws SQLException {
    // Planned for its values every time, as searches are.
    statement.unwrap(PGStatement.class).setPrepareThreshold(0);
    var keys = keys(traits);
    var all = traits.places().keySet();
    statement.setArray(1, texts(connection, keys.stream().map(Facet::facet).toList()));
    statement.setArray(2, texts(connection, keys.stream().map(Facet::value).toList()));
    statement.setInt(3, MAX_PER_KEY);
    statement.setInt(4, MAX_PER_KEY);
    statement.setObject(5, incident);
    statement.setInt(6, MAX_CANDIDATES);
    statement.setArray(7, texts(connection, all.stream().map(Facet::facet).distinct().toList()));
    statement.setArray(8, texts(connection, all.stream().map(Facet::value).distinct().toList()));
  }

  private static java.sql.Array texts(Connection connection, List<String> texts)
      throws SQLException {
    return connection.createArrayOf("text", texts.toArray());
  }

  private static Candidate candidate(ResultSet row) throws SQLException {
    var id = row.getObject(1, UUID.class);
    return new Candidate(
        new Suggested(
            id,
            row.getString(5),
            StoredJson.read(row.getString(6), new TypeReference<>() {}),
            row.getString(7),
            IncidentStatus.valueOf(row.getString(2)).code(),
            "/v1/incidents/" + id),
        Traits.of(
            facets((String[]) row.getArray(8).getArray()),
            known(row.getObject(3, LocalDate.class), Edtf.FIRST_DAY),
            known(row.getObject(4, LocalDate.class), Edtf.LAST_DAY)));
  }

  private static Set<Facet> facets(String[] rows) {
    var facets = new HashSet<Facet>();
    for (var row : rows) {
      int space = row.indexOf(' ');
      facets.add(new Facet(row.substring(0, space), row.substring(space + 1)));
    }
    return facets;
  }

  private static @Nullable LocalDate known(LocalDate day, LocalDate unknown) {
    return Objects.equals(day, unknown) ? null : day;
  }
}
