package org.tnregistry.party.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.tnregistry.party.identity.IdentityStore;
import org.tnregistry.party.identity.NameTokens;

/** Finds the parties that share most tokens with the names asked for, and opens them. */
@ApplicationScoped
class Candidates {
  /** Opened and compared at most. */
  static final int MAX = 100;

  private static final String FIND =
      """
      SELECT p.id, p.reference, a.handle, p.kind, p.owner
      FROM party_name_token t JOIN party p ON p.id = t.party JOIN agency a ON a.id = p.owner
      WHERE t.token = ANY (?) AND (?::text IS NULL OR p.kind = ?)
      GROUP BY p.id, p.reference, a.handle, p.kind, p.owner
      ORDER BY count(*) DESC, p.id LIMIT ?
      """;

  /**
   * A party whose identity was opened to be compared.
   *
   * @param handle of its owner
   * @param identity JSON
   */
  record Candidate(
      UUID party, String reference, String handle, String kind, UUID owner, String identity) {
    boolean isPerson() {
      return kind.equals("person");
    }

    private Candidate with(String openedIdentity) {
      return new Candidate(party, reference, handle, kind, owner, openedIdentity);
    }
  }

  private final DataSource database;
  private final NameTokens tokens;
  private final IdentityStore identities;

  Candidates(DataSource database, NameTokens tokens, IdentityStore identities) {
    this.database = database;
    this.tokens = tokens;
    this.identities = identities;
  }

  /** Those that share most tokens first; none whose identity was destroyed meanwhile. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  List<Candidate> find(Collection<String> names, @Nullable String kind) {
    var found = found(names, kind);
    var opened = identities.read(found.stream().map(Candidate::party).toList());
    return found.stream()
        .filter(c -> opened.containsKey(c.party()))
        .map(c -> c.with(opened.getOrDefault(c.party(), "")))
        .toList();
  }

  /** With no identity yet. */
  private List<Candidate> found(Collection<String> names, @Nullable String kind) {
    var found = new ArrayList<Candidate>();
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(FIND)) {
      select.setArray(1, connection.createArrayOf("int4", tokens.of(names).toArray()));
      select.setString(2, kind);
      select.setString(3, kind);
      select.setInt(4, MAX);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(
              new Candidate(
                  rows.getObject(1, UUID.class),
                  rows.getString(2),
                  rows.getString(3),
                  rows.getString(4),
                  rows.getObject(5, UUID.class),
                  ""));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return found;
  }
}
