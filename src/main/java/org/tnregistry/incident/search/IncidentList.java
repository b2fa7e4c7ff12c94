package org.tnregistry.incident.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.tnregistry.incident.search.IncidentSql.Side;
import org.tnregistry.shared.paging.Cursor;
import org.tnregistry.shared.paging.Page;

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
      var count = request.counted() ? counted(connection, request) : null;
      return Page.of(
          items,
          request.limit(),
          item -> new Cursor(listName(request.sort()), List.of(item.sortKey(), item.id())),
          count);
    } catch (SQLException e) {
      throw Cursor.failed(e, request.cursor());
    }
  }

  private static String listName(IncidentSort sort) {
    return "incidents:" + sort.parameter();
  }

  private static IncidentSql condition(Request request, Side side) {
    var sql = IncidentSql.of(request.filter(), side);
    return request.sort().recordedOnly() ? sql.and("i.recorded_at IS NOT NULL") : sql;
  }

  private static IncidentSql afterCursor(Request request, Side side) {
    var sql = condition(request, side);
    if (request.cursor() != null) {
      var key = Cursor.decode(listName(request.sort()), 2, request.cursor()).key();
      sql.and(request.sort().after(side), key.get(0), key.get(1));
    }
    return sql;
  }

  /**
   * The page. It is found in indexes alone, and only what is on it is read from the table: one row
   * too many, not every row on the way.
   */
  static Query select(Request request) {
    var sort = request.sort();
    int limit = request.limit() + 1;
    var own = afterCursor(request, Side.OWN);
    var shared = afterCursor(request, Side.SHARED);
    var parameters = new ArrayList<>(own.parameters());
    parameters.add(limit);
    parameters.addAll(shared.parameters());
    parameters.add(limit);
    parameters.add(limit);
    return new Query(
        "SELECT page.id, page.key::text, CASE WHEN s.owner = (SELECT viewer_agency()) THEN s.summary"
            + " ELSE s.shared_summary END::text FROM (("
            + own.front(sort.key(Side.OWN), sort.orderBy(sort.key(Side.OWN), "i.id"))
            + ") UNION ALL ("
            + shared.front(sort.key(Side.SHARED), sort.orderBy(sort.key(Side.SHARED), "i.id"))
            + ") ORDER BY "
            + sort.orderBy("key", "id")
            + " LIMIT ?) page JOIN incident s ON s.id = page.id ORDER BY "
            + sort.orderBy("page.key", "page.id"),
        parameters);
  }

  static Query count(Request request) {
    return Query.sum(condition(request, Side.OWN).count(), condition(request, Side.SHARED).count());
  }

  private static List<Item> items(Connection connection, Request request) throws SQLException {
    var items = new ArrayList<Item>();
    try (var statement = select(request).prepare(connection);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        items.add(new Item(rows.getString(1), rows.getString(2), rows.getString(3)));
      }
    }
    return items;
  }

  private static long counted(Connection connection, Request request) throws SQLException {
    try (var statement = count(request).prepare(connection);
        var row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
