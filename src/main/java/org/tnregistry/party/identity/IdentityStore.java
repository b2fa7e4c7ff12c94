package org.tnregistry.party.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.tnregistry.shared.crypto.Envelope;
import org.tnregistry.shared.crypto.Place;
import org.tnregistry.shared.crypto.Sealed;
import org.tnregistry.shared.crypto.WrappedKey;
import org.tnregistry.shared.json.StoredJson;

/** Keeps identities sealed, and their names findable, for those who may see the party. */
@ApplicationScoped
public class IdentityStore {
  /**
   * Whose identity it is, and who sees it.
   *
   * @param reach the interned audience of the party
   * @param bars the interned bars of the party
   */
  public record Holder(UUID party, UUID owner, int reach, int bars) {}

  private static final String WRITE =
      """
      INSERT INTO party_identity (party, owner, reach, bars, master_key, wrapped_key, ciphertext,
        index_version, written_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (party) DO UPDATE SET reach = excluded.reach, bars = excluded.bars,
        master_key = excluded.master_key, wrapped_key = excluded.wrapped_key,
        ciphertext = excluded.ciphertext, index_version = excluded.index_version,
        written_at = excluded.written_at
      """;
  private static final String INDEX =
      """
      INSERT INTO party_name_token (token, party, owner, reach, bars)
      SELECT t, ?, ?, ?, ? FROM unnest(?::int[]) AS t
      """;
  private static final String INDEXED_OTHERWISE =
      """
      SELECT party, owner, reach, bars FROM party_identity WHERE index_version <> ?
      LIMIT ? FOR UPDATE SKIP LOCKED
      """;
  private static final String INDEXED =
      "UPDATE party_identity SET index_version = ? WHERE party = ?";

  private final DataSource database;
  private final Envelope envelope;
  private final NameTokens tokens;
  private final Clock clock;

  IdentityStore(DataSource database, Envelope envelope, NameTokens tokens, Clock clock) {
    this.database = database;
    this.envelope = envelope;
    this.tokens = tokens;
    this.clock = clock;
  }

  /**
   * @param identity JSON that the schema has let through
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void write(Holder holder, String identity) {
    var sealed = envelope.seal(place(holder.party()), identity.getBytes(UTF_8));
    try (var connection = database.getConnection();
        var write = connection.prepareStatement(WRITE)) {
      write.setObject(1, holder.party());
      write.setObject(2, holder.owner());
      write.setInt(3, holder.reach());
      write.setInt(4, holder.bars());
      write.setString(5, sealed.key().master());
      write.setBytes(6, sealed.key().bytes());
      write.setBytes(7, sealed.ciphertext());
      write.setString(8, tokens.version());
      write.setTimestamp(9, Timestamp.from(clock.instant()));
      write.executeUpdate();
      index(connection, holder, identity);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void index(Connection connection, Holder holder, String identity) throws SQLException {
    forget(connection, "party_name_token", holder.party());
    var names = StoredJson.parse(identity).path("names").findValuesAsText("text");
    try (var insert = connection.prepareStatement(INDEX)) {
      insert.setObject(1, holder.party());
      insert.setObject(2, holder.owner());
      insert.setInt(3, holder.reach());
      insert.setInt(4, holder.bars());
      insert.setArray(5, connection.createArrayOf("int4", tokens.of(names).toArray()));
      insert.executeUpdate();
    }
  }

  /** Shows the identity, as it stands, to another audience. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void expose(Holder holder) {
    try (var connection = database.getConnection()) {
      for (var table : List.of("party_identity", "party_name_token")) {
        try (var update =
            connection.prepareStatement(
                "UPDATE " + table + " SET reach = ?, bars = ? WHERE party = ?")) {
          update.setInt(1, holder.reach());
          update.setInt(2, holder.bars());
          update.setObject(3, holder.party());
          update.executeUpdate();
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As JSON; empty when there is none that the viewer can see. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<String> read(UUID party) {
    return Optional.ofNullable(read(List.of(party)).get(party));
  }

  /** Those of the identities that the viewer can see, as JSON by party. One statement. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Map<UUID, String> read(Collection<UUID> parties) {
    var identities = new HashMap<UUID, String>();
    if (parties.isEmpty()) {
      return identities;
    }
    try (var connection = database.getConnection();
        var select =
            connection.prepareStatement(
                """
                SELECT party, master_key, wrapped_key, ciphertext FROM party_identity
                WHERE party = ANY (?)
                """)) {
      select.setArray(1, connection.createArrayOf("uuid", parties.toArray()));
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          var party = rows.getObject(1, UUID.class);
          var sealed =
              new Sealed(new WrappedKey(rows.getString(2), rows.getBytes(3)), rows.getBytes(4));
          identities.put(party, new String(envelope.open(place(party), sealed), UTF_8));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return identities;
  }

  /** Whether a text holds a word of one of the names, in whatever spelling. */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean isNamedIn(UUID party, String text) {
    return read(party)
        .map(i -> StoredJson.parse(i).path("names").findValuesAsText("text"))
        .filter(names -> tokens.reader().sharesWord(names, text))
        .isPresent();
  }

  /** Whether the viewer can see that there is an identity. Nothing is opened. */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean isKept(UUID party) {
    return digest(party).isPresent();
  }

  /** What the ledger is bound to: the sealed form, for a hash of the clear one could be guessed. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<String> digest(UUID party) {
    try (var connection = database.getConnection();
        var select =
            connection.prepareStatement(
                "SELECT encode(sha256(ciphertext), 'hex') FROM party_identity WHERE party = ?")) {
      select.setObject(1, party);
      try (var row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Destroys the key with the identity, and what it was found by. Nobody can undo it. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void destroy(UUID party) {
    try (var connection = database.getConnection()) {
      forget(connection, "party_name_token", party);
      forget(connection, "party_identity", party);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Indexes again what other rules or another key indexed; how many, at most one batch. */
  @Transactional(Transactional.TxType.MANDATORY)
  public int indexAgain(int batch) {
    int done = 0;
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(INDEXED_OTHERWISE);
        var update = connection.prepareStatement(INDEXED)) {
      select.setString(1, tokens.version());
      select.setInt(2, batch);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          var holder =
              new Holder(
                  rows.getObject(1, UUID.class),
                  rows.getObject(2, UUID.class),
                  rows.getInt(3),
                  rows.getInt(4));
          index(connection, holder, read(holder.party()).orElseThrow());
          update.setString(1, tokens.version());
          update.setObject(2, holder.party());
          done += update.executeUpdate();
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return done;
  }

  private static void forget(Connection connection, String table, UUID party) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM " + table + " WHERE party = ?")) {
      delete.setObject(1, party);
      delete.executeUpdate();
    }
  }

  private static Place place(UUID party) {
    return new Place("party_identity", "ciphertext", party.toString());
  }
}
