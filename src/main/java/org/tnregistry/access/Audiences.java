package org.tnregistry.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import org.hibernate.Session;
import org.tnregistry.ledger.Visibility;

/**
 * Gives audiences and bars the numbers that rows carry and policies compare. Equal ones share a
 * number, which never changes its meaning.
 */
@ApplicationScoped
public class Audiences {
  /** The same for a group that is not there and for one of others. */
  public static final String NO_SUCH_GROUP = "Your agency is in no group with this handle.";

  private static final String KNOWN_REACHES = "SELECT key, id FROM reach WHERE key = ANY (?)";
  private static final String NEW_REACH =
      "INSERT INTO reach (key, clauses) VALUES (?, ?) ON CONFLICT (key) DO NOTHING RETURNING id";
  private static final String PRINCIPALS =
      "INSERT INTO reach_principal (principal, reach, clause) SELECT p, ?, ? FROM unnest(?) AS p";
  private static final String KNOWN_BARS = "SELECT key, id FROM bar_set WHERE key = ANY (?)";
  private static final String NEW_BARS =
      "INSERT INTO bar_set (key) VALUES (?) ON CONFLICT (key) DO NOTHING RETURNING id";
  private static final String BARRED =
      "INSERT INTO bar_principal (principal, bar_set) SELECT p, ? FROM unnest(?) AS p";

  private final EntityManager database;

  Audiences(EntityManager database) {
    this.database = database;
  }

  /**
   * Those of the handles that no sharing group of the viewer's agency has. Whether there is such a
   * group of others is not told. One statement, none for no handles.
   *
   * @param named which its record names already: whoever left a group can still amend
   */
  @Transactional
  public Set<String> unknownGroupsAmong(Collection<String> handles, Set<String> named) {
    var unknown = new HashSet<>(handles);
    unknown.removeAll(named);
    if (!unknown.isEmpty()) {
      database
          .unwrap(Session.class)
          .createNativeQuery(
              "SELECT sharing_group FROM sharing_group_member"
                  + " WHERE agency = viewer_agency() AND sharing_group IN (:handles)",
              String.class)
          .setParameterList("handles", List.copyOf(unknown))
          .getResultList()
          .forEach(unknown::remove);
    }
    return unknown;
  }

  /** The number of each reach; one statement when all are known. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Map<Reach, Integer> numbersOf(Collection<Reach> reaches) {
    var numbers = new HashMap<Reach, Integer>();
    // In one order, so that two transactions wait for each other and do not deadlock.
    var wanted = new TreeMap<String, Reach>();
    for (var reach : reaches) {
      if (reach.isNobody()) {
        numbers.put(reach, Visibility.NOBODY);
      } else {
        wanted.put(reach.key(), reach);
      }
    }
    if (!wanted.isEmpty()) {
      work(
          connection -> {
            var known = known(connection, KNOWN_REACHES, wanted.keySet());
            for (var reach : wanted.entrySet()) {
              var number = known.get(reach.getKey());
              numbers.put(
                  reach.getValue(), number == null ? add(connection, reach.getValue()) : number);
            }
          });
    }
    return numbers;
  }

  /** The number of one reach. */
  @Transactional(Transactional.TxType.MANDATORY)
  public int numberOf(Reach reach) {
    return Objects.requireNonNull(numbersOf(List.of(reach)).get(reach));
  }

  /** The number of a set of barred principals. */
  @Transactional(Transactional.TxType.MANDATORY)
  public int numberOf(SortedSet<String> barred) {
    if (barred.isEmpty()) {
      return Visibility.NO_BARS;
    }
    var key = String.join(" ", barred);
    var number = new int[1];
    work(
        connection -> {
          var known = known(connection, KNOWN_BARS, Set.of(key)).get(key);
          number[0] = known == null ? addBars(connection, key, barred) : known;
        });
    return number[0];
  }

  private interface Work {
    void on(Connection connection) throws SQLException;
  }

  private void work(Work work) {
    database.unwrap(Session.class).doWork(work::on);
  }

  private static Map<String, Integer> known(
      Connection connection, String sql, Collection<String> keys) throws SQLException {
    var known = new HashMap<String, Integer>();
    try (var select = connection.prepareStatement(sql)) {
      select.setArray(1, connection.createArrayOf("text", keys.toArray()));
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          known.put(rows.getString(1), rows.getInt(2));
        }
      }
    }
    return known;
  }

  private static int add(Connection connection, Reach reach) throws SQLException {
    try (var insert = connection.prepareStatement(NEW_REACH)) {
      insert.setString(1, reach.key());
      insert.setInt(2, reach.clauses().size());
      int id = inserted(insert);
      if (id == Visibility.NOBODY) {
        // Another transaction came first, and has committed by now.
        return Objects.requireNonNull(
            known(connection, KNOWN_REACHES, List.of(reach.key())).get(reach.key()));
      }
      for (int clause = 0; clause < reach.clauses().size(); clause++) {
        try (var principals = connection.prepareStatement(PRINCIPALS)) {
          principals.setInt(1, id);
          principals.setInt(2, clause);
          principals.setArray(
              3, connection.createArrayOf("text", reach.clauses().get(clause).toArray()));
          principals.executeUpdate();
        }
      }
      return id;
    }
  }

  private static int addBars(Connection connection, String key, SortedSet<String> barred)
      throws SQLException {
    try (var insert = connection.prepareStatement(NEW_BARS)) {
      insert.setString(1, key);
      int id = inserted(insert);
      if (id == Visibility.NO_BARS) {
        return Objects.requireNonNull(known(connection, KNOWN_BARS, List.of(key)).get(key));
      }
      try (var principals = connection.prepareStatement(BARRED)) {
        principals.setInt(1, id);
        principals.setArray(2, connection.createArrayOf("text", barred.toArray()));
        principals.executeUpdate();
      }
      return id;
    }
  }

  /** 0 when there was one already: numbers begin at 1. */
  private static int inserted(PreparedStatement insert) throws SQLException {
    try (var row = insert.executeQuery()) {
      return row.next() ? row.getInt(1) : 0;
    }
  }
}
