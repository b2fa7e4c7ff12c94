package org.tnregistry.party;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.tnregistry.access.Viewer;
import org.tnregistry.access.ViewerContext;
import org.tnregistry.ledger.Accepted;
import org.tnregistry.ledger.Journal;
import org.tnregistry.shared.crypto.Envelope;
import org.tnregistry.shared.crypto.Place;
import org.tnregistry.shared.json.StoredJson;
import org.tnregistry.shared.json.StrictJson;

/** Notes who reads whose identity and what for, in the ledger too, before it is read. */
@ApplicationScoped
class IdentityReadings {
  private static final String NOTE =
      """
      INSERT INTO identity_reading (id, party, owner, reader, person, legal_basis, at, master_key,
        wrapped_key, purpose)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String SILENCE =
      "UPDATE identity_reading SET purpose = NULL, wrapped_key = NULL, master_key = NULL ";

  private final DataSource database;
  private final Envelope envelope;
  private final Journal journal;
  private final ViewerContext context;
  private final Clock clock;

  IdentityReadings(
      DataSource database, Envelope envelope, Journal journal, ViewerContext context, Clock clock) {
    this.database = database;
    this.envelope = envelope;
    this.journal = journal;
    this.context = context;
    this.clock = clock;
  }

  static Place place(UUID reading) {
    return new Place("identity_reading", "purpose", reading.toString());
  }

  /**
   * @return the id of the reading
   */
  @Transactional(Transactional.TxType.MANDATORY)
  UUID note(PartyEntity party, ReadIdentity why) {
    var viewer = context.viewer();
    var id = UUID.randomUUID();
    insert(id, party, viewer, why);
    journal.append(
        new Accepted(
            viewer.agency(),
            viewer.actor(),
            "identity-read",
            // Of the party, and no change of it: the feed does not tell it.
            "identity-reading",
            party.id,
            party.revision,
            null,
            null,
            StrictJson.mapper().createObjectNode().put("reading", id.toString()).toString()));
    return id;
  }

  private void insert(UUID id, PartyEntity party, Viewer viewer, ReadIdentity why) {
    var sealed = envelope.seal(place(id), StoredJson.write(why).getBytes(UTF_8));
    try (var connection = database.getConnection();
        var insert = connection.prepareStatement(NOTE)) {
      insert.setObject(1, id);
      insert.setObject(2, party.id);
      insert.setObject(3, party.owner);
      insert.setObject(4, viewer.agency());
      insert.setString(5, viewer.person());
      insert.setString(6, why.legalBasis());
      insert.setTimestamp(7, Timestamp.from(clock.instant()));
      insert.setString(8, sealed.key().master());
      insert.setBytes(9, sealed.key().bytes());
      insert.setBytes(10, sealed.ciphertext());
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Destroys what readers wrote about a party of the viewer's agency: it may name the person. */
  @Transactional(Transactional.TxType.MANDATORY)
  void silence(UUID party) {
    try (var connection = database.getConnection();
        var update = connection.prepareStatement(SILENCE + "WHERE party = ?")) {
      update.setObject(1, party);
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same for all readings of the viewer's parties before the instant. */
  @Transactional(Transactional.TxType.MANDATORY)
  int silenceBefore(Instant limit) {
    try (var connection = database.getConnection();
        var update =
            connection.prepareStatement(
                SILENCE + "WHERE owner = ? AND at < ? AND purpose IS NOT NULL")) {
      update.setObject(1, context.viewer().agency());
      update.setTimestamp(2, Timestamp.from(limit));
      return update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
