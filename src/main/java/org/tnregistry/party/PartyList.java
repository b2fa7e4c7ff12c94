package org.tnregistry.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.ViewerContext;
import org.tnregistry.party.identity.IdentityStore;
import org.tnregistry.shared.paging.Cursor;
import org.tnregistry.shared.paging.Page;

/** Lists the parties of the viewer's agency in the order in which they were registered. */
@ApplicationScoped
class PartyList {
  private static final String LIST = "parties";
  private static final String FROM_THE_BEGINNING =
      """
      SELECT id, reference, revision, created_at, updated_at, created_at::text, document::text,
        kind, erased_at, erasure_reason
      FROM party WHERE owner = ?
      """;
  private static final String AFTER = " AND (created_at, id) > (?::timestamptz, ?::uuid)";
  private static final String ORDER = " ORDER BY party.created_at, id LIMIT ?";

  private record Item(PartyRegistry registry, String sortKey, String document, boolean isPerson) {}

  private final DataSource database;
  private final IdentityStore identities;
  private final ViewerContext context;

  PartyList(DataSource database, IdentityStore identities, ViewerContext context) {
    this.database = database;
    this.identities = identities;
    this.context = context;
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
              item -> new Cursor(LIST, List.of(item.sortKey(), item.registry().id().toString())),
              null);
      return new Page<>(views(page.items()), page.next(), null);
    } catch (SQLException e) {
      throw Cursor.failed(e, cursor);
    }
  }

  private List<String> views(List<Item> items) {
    var organisations =
        items.stream().filter(i -> !i.isPerson()).map(i -> i.registry().id()).toList();
    var named = identities.read(organisations);
    return items.stream()
        .map(i -> PartyView.of(i.registry(), i.document(), named.get(i.registry().id())))
        .toList();
  }

  private List<Item> items(Connection connection, int limit, @Nullable List<String> key)
      throws SQLException {
    var items = new ArrayList<Item>();
    var sql = FROM_THE_BEGINNING + (key == null ? "" : AFTER) + ORDER;
    try (var statement = connection.prepareStatement(sql)) {
      int parameter = 1;
      statement.setObject(parameter++, context.viewer().agency());
      if (key != null) {
        statement.setString(parameter++, key.get(0));
        statement.setString(parameter++, key.get(1));
      }
      statement.setInt(parameter, limit + 1);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          items.add(item(rows));
        }
      }
    }
    return items;
  }

  private static Item item(ResultSet row) throws SQLException {
    var id = row.getObject(1, UUID.class);
    var erased = row.getTimestamp(9);
    var registry =
        new PartyRegistry(
            id,
            row.getString(2),
            row.getInt(3),
            row.getTimestamp(4).toInstant(),
            row.getTimestamp(5).toInstant(),
            erased == null ? null : erased.toInstant(),
            row.getString(10),
            PartyRegistry.self(id));
    return new Item(
        registry,
        row.getString(6),
        row.getString(7),
        row.getString(8).equals(PartyDocument.PERSON));
  }
}
