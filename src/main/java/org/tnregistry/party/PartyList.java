package org.tnregistry.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.json.RegistryView;
import org.tnregistry.shared.paging.Cursor;
import org.tnregistry.shared.paging.Page;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

/** Lists the parties of the viewer's agency in the order in which they were registered. */
@ApplicationScoped
class PartyList {
  private static final String LIST = "parties";
  private static final String FROM_THE_BEGINNING =
      """
      SELECT id, reference, revision, created_at, updated_at, created_at::text, document::text
      FROM party WHERE TRUE
      """;
  private static final String AFTER = " AND (created_at, id) > (?::timestamptz, ?::uuid)";
  private static final String ORDER = " ORDER BY party.created_at, id LIMIT ?";

  private record Item(String id, String sortKey, String json) {}

  private final DataSource database;

  PartyList(DataSource database) {
    this.database = database;
  }

  /** A page of parties, each as JSON. */
  @Transactional
  Page<String> page(int limit, @Nullable String cursor) {
    var key = cursor == null ? null : Cursor.decode(LIST, 2, cursor).key();
    try (var connection = database.getConnection()) {
      var page =
          Page.of(
              items(connection, limit, key),
              limit,
              item -> new Cursor(LIST, List.of(item.sortKey(), item.id())),
              null);
      return new Page<>(page.items().stream().map(Item::json).toList(), page.next(), null);
    } catch (SQLException e) {
      // Class 22, data exception: the one text that reaches a cast is the key of a cursor.
      if (key != null && e.getSQLState() != null && e.getSQLState().startsWith("22")) {
        throw new ProblemException(StandardProblem.INVALID_CURSOR);
      }
      throw new IllegalStateException(e);
    }
  }

  private static List<Item> items(Connection connection, int limit, @Nullable List<String> key)
      throws SQLException {
    var items = new ArrayList<Item>();
    var sql = FROM_THE_BEGINNING + (key == null ? "" : AFTER) + ORDER;
    try (var statement = connection.prepareStatement(sql)) {
      int parameter = 1;
      if (key != null) {
        statement.setString(parameter++, key.get(0));
        statement.setString(parameter++, key.get(1));
      }
      statement.setInt(parameter, limit + 1);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          var registry =
              new PartyRegistry(
                  rows.getObject(1, UUID.class),
                  rows.getString(2),
                  rows.getInt(3),
                  rows.getTimestamp(4).toInstant(),
                  rows.getTimestamp(5).toInstant(),
                  "/v1/parties/" + rows.getString(1));
          items.add(
              new Item(
                  rows.getString(1),
                  rows.getString(6),
                  RegistryView.of(registry, rows.getString(7))));
        }
      }
    }
    return items;
  }
}
