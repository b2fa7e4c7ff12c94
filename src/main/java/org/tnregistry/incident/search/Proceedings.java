package org.tnregistry.incident.search;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.tnregistry.incident.ProceedingState;
import org.tnregistry.incident.search.IncidentSql.Side;
import org.tnregistry.incident.search.ListedProceeding.LastMilestone;
import org.tnregistry.incident.search.ListedProceeding.OfIncident;
import org.tnregistry.shared.date.Edtf;
import org.tnregistry.shared.json.StoredJson;
import org.tnregistry.shared.paging.Cursor;
import org.tnregistry.shared.paging.Page;

/**
 * Proceedings across all incidents that the viewer can see, of whatever status those are: one
 * statement for a page, one more when a count is asked for.
 */
@ApplicationScoped
public class Proceedings {
  /** What page is asked for. */
  public record Request(
      ProceedingFilter filter,
      ProceedingSort sort,
      int limit,
      @Nullable String cursor,
      boolean counted) {}

  private static final String ITEM =
      """
      SELECT page.key::text, p.incident, p.proceeding, i.summary ->> 'reference',
        i.summary -> 'title', i.summary ->> 'owner', i.summary ->> 'status', p.type,
        p.requesting_state, p.requested_state, p.status, p.open_since, p.ended_since, p.hearing,
        p.hearings_postponed, p.case_numbers, p.last_milestone, p.last_milestone_date
      """;

  /** What a reader who is not the owner is told of the incident is in its shared summary. */
  private static final String JOINED =
      """
       page JOIN incident_proceeding p
        ON p.incident = page.incident AND p.proceeding = page.proceeding
      JOIN incident s ON s.id = page.incident
      CROSS JOIN LATERAL (SELECT CASE WHEN s.owner = (SELECT viewer_agency()) THEN s.summary
        ELSE s.shared_summary END AS summary) i
      ORDER BY\s""";

  private static final int KEY_PARTS = 3;

  private final DataSource database;
  private final Clock clock;

  Proceedings(DataSource database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Transactional
  public Page<ListedProceeding> page(Request request) {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    try (var connection = database.getConnection()) {
      var items = items(connection, request, today);
      var count = request.counted() ? counted(connection, request, today) : null;
      var page =
          Page.of(
              items,
              request.limit(),
              item -> new Cursor(request.sort().listName(), item.key()),
              count);
      return new Page<>(
          page.items().stream().map(Item::proceeding).toList(), page.next(), page.count());
    } catch (SQLException e) {
      throw Cursor.failed(e, request.cursor());
    }
  }

  /**
   * One item.
   *
   * @param key its place in the order
   */
  private record Item(List<String> key, ListedProceeding proceeding) {}

  private static ProceedingSql condition(Request request, Side side, LocalDate today) {
    var sql = ProceedingSql.of(request.filter(), side, today);
    return request.sort() == ProceedingSort.NEXT_HEARING ? sql.and("p.hearing >= ?", today) : sql;
  }

  private static ProceedingSql afterCursor(Request request, Side side, LocalDate today) {
    var sql = condition(request, side, today);
    if (request.cursor() != null) {
      var key = Cursor.decode(request.sort().listName(), KEY_PARTS, request.cursor()).key();
      sql.and(request.sort().after(), key.get(0), key.get(1), key.get(2));
    }
    return sql;
  }

  /** The page is found in indexes alone, and only what is on it is read from the tables. */
  static Query select(Request request, LocalDate today) {
    var sort = request.sort();
    int limit = request.limit() + 1;
    var own = afterCursor(request, Side.OWN, today);
    var shared = afterCursor(request, Side.SHARED, today);
    var parameters = new ArrayList<>(own.parameters());
    parameters.add(limit);
    parameters.addAll(shared.parameters());
    parameters.add(limit);
    parameters.add(limit);
    return new Query(
        ITEM
            + "FROM (SELECT * FROM (("
            + own.front(sort)
            + ") UNION ALL ("
            + shared.front(sort)
            + ")) fronts ORDER BY "
            + sort.orderBy("fronts.key", "fronts")
            + " LIMIT ?)"
            + JOINED
            + sort.orderBy("page.key", "page"),
        parameters);
  }

  static Query count(Request request, LocalDate today) {
    return Query.sum(
        condition(request, Side.OWN, today).count(),
        condition(request, Side.SHARED, today).count());
  }

  private static List<Item> items(Connection connection, Request request, LocalDate today)
      throws SQLException {
    var items = new ArrayList<Item>();
    try (var statement = select(request, today).prepare(connection);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        items.add(item(rows, today));
      }
    }
    return items;
  }

  private static Item item(ResultSet row, LocalDate today) throws SQLException {
    var incident = row.getObject(2, UUID.class);
    var id = row.getString(3);
    var status = row.getString(11);
    var openSince = row.getObject(12, LocalDate.class);
    var known = openSince.equals(Edtf.LAST_DAY) ? null : openSince;
    var hearing = row.getObject(14, LocalDate.class);
    var listed =
        new ListedProceeding(
            incident(row, incident),
            id,
            row.getString(8),
            row.getString(9),
            row.getString(10),
            status,
            known,
            row.getObject(13, LocalDate.class),
            ProceedingState.openForDays(status, known, today),
            hearing == null || hearing.isBefore(today) ? null : hearing,
            row.getInt(15),
            List.of((String[]) row.getArray(16).getArray()),
            row.getString(17) == null
                ? null
                : new LastMilestone(row.getString(17), row.getString(18)));
    return new Item(List.of(row.getString(1), incident.toString(), id), listed);
  }

  private static OfIncident incident(ResultSet row, UUID id) throws SQLException {
    return new OfIncident(
        id,
        row.getString(4),
        StoredJson.read(row.getString(5), new TypeReference<>() {}),
        row.getString(6),
        row.getString(7),
        "/v1/incidents/" + id);
  }

  private static long counted(Connection connection, Request request, LocalDate today)
      throws SQLException {
    try (var statement = count(request, today).prepare(connection);
        var row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
