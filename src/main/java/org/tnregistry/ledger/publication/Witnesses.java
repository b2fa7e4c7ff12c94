package org.tnregistry.ledger.publication;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.tnregistry.ledger.Accepted;
import org.tnregistry.ledger.Journal;
import org.tnregistry.ledger.note.NoteException;
import org.tnregistry.ledger.note.VerifierKey;
import org.tnregistry.ledger.tree.SigningKey;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

/** The keys of those who cosign. */
@ApplicationScoped
class Witnesses {
  private static final String COLUMNS = "SELECT id, agency, verifier_key, registered_at ";
  private static final String ALL = COLUMNS + "FROM ledger_witness ORDER BY registered_at, id";
  private static final String OWN =
      COLUMNS + "FROM ledger_witness WHERE agency = (SELECT viewer_agency()) ORDER BY id";

  /** ON CONFLICT names no row of others: keys are public. */
  private static final String REGISTER =
      """
      INSERT INTO ledger_witness (id, agency, verifier_key, registered_at, registered_by)
      VALUES (?, (SELECT viewer_agency()), ?, ?, ?)
      ON CONFLICT (verifier_key) DO NOTHING RETURNING id, agency, verifier_key, registered_at
      """;

  private final DataSource database;
  private final Journal journal;
  private final SigningKey ownKey;
  private final Clock clock;

  Witnesses(DataSource database, Journal journal, SigningKey ownKey, Clock clock) {
    this.database = database;
    this.journal = journal;
    this.ownKey = ownKey;
    this.clock = clock;
  }

  @Transactional
  List<WitnessView> all() {
    try (var connection = database.getConnection()) {
      return read(connection, ALL);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<WitnessView> own(Connection connection) throws SQLException {
    return read(connection, OWN);
  }

  private static List<WitnessView> read(Connection connection, String query) throws SQLException {
    try (var statement = connection.prepareStatement(query);
        var rows = statement.executeQuery()) {
      var witnesses = new ArrayList<WitnessView>();
      while (rows.next()) {
        witnesses.add(view(rows));
      }
      return witnesses;
    }
  }

  private static WitnessView view(ResultSet row) throws SQLException {
    return new WitnessView(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getString(3),
        row.getTimestamp(4).toInstant());
  }

  @Transactional
  WitnessView register(RegisterWitness command, String actor) {
    var key = checked(command.verifierKey());
    var witness = insert(key, actor);
    var content = JsonNodeFactory.instance.objectNode().put("verifierKey", key).toString();
    journal.append(
        new Accepted(
            witness.agency(),
            actor,
            "witness-registered",
            "witness",
            witness.id(),
            1,
            null,
            null,
            content));
    return witness;
  }

  private String checked(@Nullable String key) {
    try {
      var parsed = VerifierKey.parse(Objects.requireNonNullElse(key, ""));
      if (parsed.name().equals(ownKey.signer().verifierKey().name())) {
        throw refused("The name of the ledger itself is no name of a witness.");
      }
      return parsed.toString();
    } catch (NoteException e) {
      throw refused(Objects.requireNonNull(e.getMessage()));
    }
  }

  private static ProblemException refused(String detail) {
    return new ProblemException(
        StandardProblem.INVALID_DOCUMENT,
        List.of(new Fault("invalid-format", "#/verifierKey", detail)));
  }

  private WitnessView insert(String key, String actor) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(REGISTER)) {
      statement.setObject(1, UUID.randomUUID());
      statement.setString(2, key);
      statement.setTimestamp(3, Timestamp.from(clock.instant()));
      statement.setString(4, actor);
      try (var row = statement.executeQuery()) {
        if (!row.next()) {
          throw new ProblemException(LedgerProblem.WITNESS_KEY_TAKEN);
        }
        return view(row);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
