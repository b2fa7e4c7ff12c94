package org.tnregistry.ledger;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;
import org.tnregistry.ledger.tree.Commitment;

/** Where every accepted write leaves its entry, in its own transaction. */
@ApplicationScoped
public class Journal {
  @ApplicationScoped
  static class Repository implements PanacheRepositoryBase<JournalEntry, UUID> {}

  @ApplicationScoped
  static class Salts implements PanacheRepositoryBase<Salt, UUID> {}

  private static final String SHIFTS =
      """
      INSERT INTO journal (id, at, agency, actor, act, subject_kind, subject, subject_revision,
        reach_before, bars_before, reach_after, bars_after)
      SELECT gen_random_uuid(), ?, agency, ?, ?, ?, subject, revision,
        reach_before, bars, reach_after, bars
      FROM unnest(?::uuid[], ?::uuid[], ?::int[], ?::int[], ?::int[], ?::int[])
        AS shift (agency, subject, revision, reach_before, reach_after, bars)
      """;

  private final Repository entries;
  private final Salts salts;
  private final Clock clock;

  Journal(Repository entries, Salts salts, Clock clock) {
    this.entries = entries;
    this.salts = salts;
    this.clock = clock;
  }

  /** Appends in the transaction of the write, so that neither exists without the other. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void append(Accepted write) {
    var entry = new JournalEntry();
    entry.id = UUID.randomUUID();
    entry.at = clock.instant();
    entry.agency = write.agency();
    entry.actor = write.actor();
    entry.act = write.act();
    entry.subjectKind = write.subjectKind();
    entry.subject = write.subject();
    entry.subjectRevision = write.revision();
    var before = write.before();
    if (before != null) {
      entry.reachBefore = before.reach();
      entry.barsBefore = before.bars();
      entry.audienceBefore = before.audience();
    }
    var after = write.after();
    if (after != null) {
      entry.reachAfter = after.reach();
      entry.barsAfter = after.bars();
      entry.audienceAfter = after.audience();
    }
    var content = write.content();
    if (content == null) {
      entries.persist(entry);
    } else {
      var commitment = Commitment.to(content);
      entry.commitment = commitment.hash();
      entries.persist(entry);
      salts.persist(Salt.of(entry, commitment));
    }
  }

  /**
   * One state of a subject, in the table that keeps it.
   *
   * @param revision as the query of the table numbers it
   */
  public record Stored(StoredContent table, UUID subject, int revision) {}

  /**
   * Appends an entry without an audience that is bound to what the transaction has stored.
   *
   * @throws IllegalStateException when the table holds nothing of that revision that the viewer may
   *     see
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void appendBound(UUID agency, String actor, String act, Stored stored) {
    append(
        new Accepted(
            agency,
            actor,
            act,
            stored.table().subjectKind(),
            stored.subject(),
            stored.revision(),
            null,
            null,
            content(stored)));
  }

  private String content(Stored stored) {
    var session = entries.getEntityManager().unwrap(Session.class);
    session.flush();
    return session.doReturningWork(
        connection -> {
          try (var select =
              connection.prepareStatement(
                  "SELECT content FROM ("
                      + stored.table().query()
                      + ") AS stored WHERE subject = ? AND revision = ?")) {
            select.setObject(1, stored.subject());
            select.setInt(2, stored.revision());
            try (var row = select.executeQuery()) {
              if (!row.next()) {
                throw new IllegalStateException("nothing is stored in " + stored.table().table());
              }
              return row.getString(1);
            }
          }
        });
  }

  /**
   * Destroys what ties the entries about a subject to what was written of it: they stay, and prove
   * nothing of it any more. For the agency whose subject it is, or the administering registry.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void forgetContent(UUID subject) {
    salts.delete("subject", subject);
  }

  /**
   * Appends an entry for every subject that one act showed to somebody or took from somebody, in
   * the transaction of the act. In bulk: an agency may have hundreds of thousands of records.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void appendAll(String actor, String act, String subjectKind, List<Shift> shifts) {
    if (shifts.isEmpty()) {
      return;
    }
    var session = entries.getEntityManager().unwrap(Session.class);
    session.flush();
    var at = Timestamp.from(clock.instant());
    session.doWork(
        connection -> {
          try (var insert = connection.prepareStatement(SHIFTS)) {
            insert.setTimestamp(1, at);
            insert.setString(2, actor);
            insert.setString(3, act);
            insert.setString(4, subjectKind);
            array(insert, 5, "uuid", shifts, Shift::agency);
            array(insert, 6, "uuid", shifts, Shift::subject);
            array(insert, 7, "int", shifts, Shift::revision);
            array(insert, 8, "int", shifts, Shift::reachBefore);
            array(insert, 9, "int", shifts, Shift::reachAfter);
            array(insert, 10, "int", shifts, Shift::bars);
            insert.executeUpdate();
          }
        });
  }

  private static void array(
      PreparedStatement insert,
      int parameter,
      String type,
      List<Shift> shifts,
      Function<Shift, Object> member)
      throws SQLException {
    insert.setArray(
        parameter,
        insert.getConnection().createArrayOf(type, shifts.stream().map(member).toArray()));
  }
}
