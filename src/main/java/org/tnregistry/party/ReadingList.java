package org.tnregistry.party;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import org.tnregistry.shared.crypto.Envelope;
import org.tnregistry.shared.crypto.Sealed;
import org.tnregistry.shared.crypto.WrappedKey;
import org.tnregistry.shared.json.StoredJson;
import org.tnregistry.shared.paging.Cursor;
import org.tnregistry.shared.paging.Page;

/** Accounts for the readings of an identity: all to the owner, its own to an agency that read. */
@ApplicationScoped
class ReadingList {
  private static final String LIST = "identity-readings";
  private static final String SELECT =
      """
      SELECT r.id, r.at, a.handle, r.reader, r.person, r.legal_basis, r.master_key, r.wrapped_key,
        r.purpose, r.at::text
      FROM identity_reading r JOIN agency a ON a.id = r.reader
      WHERE r.party = ?
      """;
  private static final String AFTER = " AND (r.at, r.id) < (?::timestamptz, ?::uuid)";
  private static final String ORDER = " ORDER BY r.at DESC, r.id DESC LIMIT ?";

  private record Item(ReadingView view, String sortKey) {}

  private final DataSource database;
  private final Envelope envelope;
  private final PartyRepository parties;
  private final ViewerContext context;

  ReadingList(
      DataSource database, Envelope envelope, PartyRepository parties, ViewerContext context) {
    this.database = database;
    this.envelope = envelope;
    this.parties = parties;
    this.context = context;
  }

  @Transactional
  ReadingView.ReadingPage page(UUID party, int limit, @Nullable String cursor) {
    parties.require(party);
    var key = cursor == null ? null : Cursor.decode(LIST, 2, cursor).key();
    try (var connection = database.getConnection()) {
      var page =
          Page.of(
              items(connection, party, limit, key),
              limit,
              item -> new Cursor(LIST, List.of(item.sortKey(), item.view().id().toString())),
              null);
      return new ReadingView.ReadingPage(
          page.items().stream().map(Item::view).toList(), page.next());
    } catch (SQLException e) {
      throw Cursor.failed(e, cursor);
    }
  }

  private List<Item> items(Connection connection, UUID party, int limit, @Nullable List<String> key)
      throws SQLException {
    var items = new ArrayList<Item>();
    var sql = SELECT + (key == null ? "" : AFTER) + ORDER;
    try (var statement = connection.prepareStatement(sql)) {
      int parameter = 1;
      statement.setObject(parameter++, party);
      if (key != null) {
        statement.setString(parameter++, key.get(0));
        statement.setString(parameter++, key.get(1));
      }
      statement.setInt(parameter, limit + 1);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          items.add(new Item(view(rows), rows.getString(10)));
        }
      }
    }
    return items;
  }

  private ReadingView view(ResultSet row) throws SQLException {
    var id = row.getObject(1, UUID.class);
    boolean own = row.getObject(4, UUID.class).equals(context.viewer().agency());
    var why = why(row, id);
    return new ReadingView(
        id,
        row.getTimestamp(2).toInstant(),
        row.getString(3),
        own ? row.getString(5) : null,
        row.getString(6),
        why == null ? null : why.purpose(),
        why == null ? null : why.caseReference());
  }

  private @Nullable ReadIdentity why(ResultSet row, UUID id) throws SQLException {
    var ciphertext = row.getBytes(9);
    if (ciphertext == null) {
      return null;
    }
    var sealed = new Sealed(new WrappedKey(row.getString(7), row.getBytes(8)), ciphertext);
    var clear = envelope.open(IdentityReadings.place(id), sealed);
    return StoredJson.read(new String(clear, UTF_8), ReadIdentity.class);
  }
}
