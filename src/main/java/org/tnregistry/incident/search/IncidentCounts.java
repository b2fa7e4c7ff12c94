package org.tnregistry.incident.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.tnregistry.incident.search.IncidentSql.Side;

/** Counts the incidents the viewer can see, by facets. What statistics may ask. */
@ApplicationScoped
public class IncidentCounts {
  /**
   * One cell.
   *
   * @param values one per facet asked for; null where incidents have no value for it
   */
  public record Cell(List<@Nullable String> values, long count) {}

  private final DataSource database;

  IncidentCounts(DataSource database) {
    this.database = database;
  }

  /** An incident with two values of a facet is counted in both cells. */
  @Transactional
  public List<Cell> by(List<String> facets, IncidentFilter filter) {
    var cells = new ArrayList<Cell>();
    try (var connection = database.getConnection();
        var statement = select(facets, filter).prepare(connection);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        var cell = new @Nullable String[facets.size()];
        for (int i = 0; i < cell.length; i++) {
          cell[i] = rows.getString(i + 1);
        }
        cells.add(new Cell(Arrays.asList(cell), rows.getLong(facets.size() + 1)));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return cells;
  }

  static Query select(List<String> facets, IncidentFilter filter) {
    var own = select(facets, filter, Side.OWN);
    var shared = select(facets, filter, Side.SHARED);
    var values = numbered(facets, "v%d", ", ");
    return new Query(
        "SELECT "
            + values
            + ", sum(n)::bigint FROM ("
            + own.sql()
            + " UNION ALL "
            + shared.sql()
            + ") c GROUP BY "
            + values
            + " ORDER BY sum(n) DESC, "
            + values,
        Stream.concat(own.parameters().stream(), shared.parameters().stream()).toList());
  }

  private static Query select(List<String> facets, IncidentFilter filter, Side side) {
    var sql = IncidentSql.of(filter, side);
    var joins =
        numbered(
            facets,
            "LEFT JOIN incident_facet f%1$d ON f%1$d.incident = i.id AND f%1$d.facet = ? AND "
                + side.of("f%1$d"),
            " ");
    return new Query(
        "SELECT "
            + numbered(facets, "f%1$d.value AS v%1$d", ", ")
            + ", count(*) AS n FROM incident i "
            + joins
            + " WHERE "
            + sql.where()
            + " GROUP BY "
            + numbered(facets, "f%d.value", ", "),
        Stream.concat(facets.stream(), sql.parameters().stream()).toList());
  }

  /** How many incidents the viewer can see that match. */
  @Transactional
  public long total(IncidentFilter filter) {
    try (var connection = database.getConnection();
        var statement = IncidentSql.count(filter).prepare(connection);
        var row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String numbered(List<String> facets, String pattern, String separator) {
    return IntStream.range(0, facets.size())
        .mapToObj(i -> String.format(pattern, i))
        .collect(Collectors.joining(separator));
  }
}
