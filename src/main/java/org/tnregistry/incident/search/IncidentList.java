package org.tnregistry.incident.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.paging.Cursor;
import org.tnregistry.shared.paging.Page;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

/** Lists incidents: one statement for a page, one more when a count is asked for. */
@ApplicationScoped
class IncidentList {
  /**
   * One item.
   *
   * @param sortKey its place in the order
   * @param summary JSON, unparsed
   */
  record Item(String id, String sortKey, String summary) {}

  /** What page is asked for. */
  record Request(
      IncidentFilter filter,
      IncidentSort sort,
      int limit,
      @Nullable String cursor,
      boolean counted) {}

  private final DataSource database;

  IncidentList(DataSource database) {
    this.database = database;
  }

  @Transactional
  Page<Item> page(Request request) {
    try (var connection = database.getConnection()) {
      var items = items(connection, request);
      var count = request.counted() ? count(connection, request) : null;
      return Page.of(
          items,
          request.limit(),
          item -> new Cursor(listName(request.sort()), List.of(item.sortKey(), item.id())),
          count);
    } catch (SQLException e) {
      // Class 22, data exception: the one text that reaches a cast is the key of a cursor.
      if (request.cursor() != null && e.getSQLState() != null && e.getSQLState().startsWith("22")) {
        throw new ProblemException(StandardProblem.INVALID_CURSOR);
      }
      throw new IllegalStateException(e);
    }
  }

  private static String listName(IncidentSort sort) {
    return "incidents:" + sort.parameter();
  }

  private static IncidentSql condition(Request request) {
    var sql = IncidentSql.of(request.filter());
    return request.sort().recordedOnly() ? sql.and("i.recorded_at IS NOT NULL") : sql;
  }

  private static List<Item> items(Connection connection, Request request) throws SQLException {
    var sort = request.sort();
    var sql = condition(request);
    if (request.cursor() != null) {
      var key = Cursor.decode(listName(sort), 2, request.cursor()).key();
      sql.and(sort.after(), key.get(0), key.get(1));
    }
    var select =
        "SELECT i.id, "
            + sort.keyColumn()
            + ", i.summary::text FROM incident i WHERE "
            + sql.where()
            + " ORDER BY "
            + sort.orderBy()
            + " LIMIT ?";
    var items = new ArrayList<Item>();
    try (var statement = sql.prepare(connection, select, List.of(), List.of(request.limit() + 1));
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        items.add(new Item(rows.getString(1), rows.getString(2), rows.getString(3)));
      }
    }
    return items;
  }

  private static long count(Connection connection, Request request) throws SQLException {
    var sql = condition(request);
    try (var statement =
            sql.prepare(
                connection,
                "SELECT count(*) FROM incident i WHERE " + sql.where(),
                List.of(),
                List.of());
        var row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
