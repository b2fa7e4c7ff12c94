package org.tnregistry.access.membership;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.Viewer;
import org.tnregistry.ledger.Journal;
import org.tnregistry.ledger.Journal.Stored;
import org.tnregistry.ledger.StoredContent;
import org.tnregistry.shared.json.StoredJson;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

/** Creates sharing groups and says who belongs to them. Every change is kept with its reason. */
@ApplicationScoped
class GroupService {
  private static final StoredContent CHANGES = new GroupContent();
  static final int MAX_REASON = 1_000;

  private static final String GROUPS =
      """
      SELECT g.handle, g.name::text, g.created_at, COALESCE(string_agg(a.handle, ' ' ORDER BY a.handle), '')
      FROM sharing_group g
      LEFT JOIN sharing_group_member m ON m.sharing_group = g.handle
      LEFT JOIN agency a ON a.id = m.agency
      """;
  private static final String IN_ORDER = " GROUP BY g.handle ORDER BY g.handle";

  private final Session database;
  private final Journal journal;
  private final Sights sights;
  private final Clock clock;

  GroupService(Session database, Journal journal, Sights sights, Clock clock) {
    this.database = database;
    this.journal = journal;
    this.sights = sights;
    this.clock = clock;
  }

  @Transactional
  List<GroupView> all() {
    return views(database.createNativeQuery(GROUPS + IN_ORDER, Tuple.class).getResultList());
  }

  @Transactional
  List<GroupView> of(UUID agency) {
    return views(
        database
            .createNativeQuery(
                GROUPS
                    + " WHERE g.handle IN (SELECT sharing_group FROM sharing_group_member"
                    + " WHERE agency = ?1)"
                    + IN_ORDER,
                Tuple.class)
            .setParameter(1, agency)
            .getResultList());
  }

  @Transactional
  GroupView create(CreateGroup command, Viewer operator) {
    int created =
        database
            .createNativeMutationQuery(
                """
                INSERT INTO sharing_group (handle, name, created_at)
                VALUES (?1, CAST(?2 AS jsonb), ?3) ON CONFLICT DO NOTHING
                """)
            .setParameter(1, command.handle())
            .setParameter(2, StoredJson.write(command.name()))
            .setParameter(3, clock.instant())
            .executeUpdate();
    if (created == 0) {
      throw new ProblemException(MembershipProblem.GROUP_HANDLE_TAKEN);
    }
    keep("group-created", command.handle(), null, null, operator);
    return require(command.handle());
  }

  /** To join twice changes nothing. */
  @Transactional
  GroupView join(String handle, String agency, String reason, Viewer operator) {
    require(handle);
    var member = agency(agency);
    var before = sights.of(member);
    int joined =
        database
            .createNativeMutationQuery(
                """
                INSERT INTO sharing_group_member (sharing_group, agency, since)
                VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING
                """)
            .setParameter(1, handle)
            .setParameter(2, member)
            .setParameter(3, clock.instant())
            .executeUpdate();
    if (joined > 0) {
      keep("group-joined", handle, member, reason, operator);
      sights.tellChange(member, before, operator.actor(), "group-joined");
    }
    return require(handle);
  }

  /**
   * @return whether it was a member
   */
  @Transactional
  boolean leave(String handle, String agency, String reason, Viewer operator) {
    require(handle);
    var member = agency(agency);
    var before = sights.of(member);
    int left =
        database
            .createNativeMutationQuery(
                "DELETE FROM sharing_group_member WHERE sharing_group = ?1 AND agency = ?2")
            .setParameter(1, handle)
            .setParameter(2, member)
            .executeUpdate();
    if (left > 0) {
      keep("group-left", handle, member, reason, operator);
      sights.tellChange(member, before, operator.actor(), "group-left");
    }
    return left > 0;
  }

  private GroupView require(String handle) {
    return views(
            database
                .createNativeQuery(GROUPS + " WHERE g.handle = ?1" + IN_ORDER, Tuple.class)
                .setParameter(1, handle)
                .getResultList())
        .stream()
        .findFirst()
        .orElseThrow(() -> new ProblemException(StandardProblem.NOT_FOUND));
  }

  /** Locked, so that of two changes to one agency each sees what the other did. */
  private UUID agency(String handle) {
    return database
        .createNativeQuery("SELECT id FROM agency WHERE handle = ?1 FOR UPDATE", UUID.class)
        .setParameter(1, handle)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new ProblemException(StandardProblem.NOT_FOUND));
  }

  private void keep(
      String act, String group, @Nullable UUID member, @Nullable String reason, Viewer operator) {
    var id = UUID.randomUUID();
    database
        .createNativeMutationQuery(
            """
            INSERT INTO sharing_group_change (id, sharing_group, act, agency, reason, at, actor)
            VALUES (?1, ?2, ?3, CAST(?4 AS uuid), ?5, ?6, ?7)
            """)
        .setParameter(1, id)
        .setParameter(2, group)
        .setParameter(3, act)
        .setParameter(4, member == null ? null : member.toString())
        .setParameter(5, reason)
        .setParameter(6, clock.instant())
        .setParameter(7, operator.actor())
        .executeUpdate();
    journal.appendBound(operator.agency(), operator.actor(), act, new Stored(CHANGES, id, 1));
  }

  private static List<GroupView> views(List<Tuple> rows) {
    return rows.stream().map(GroupService::view).toList();
  }

  private static GroupView view(Tuple row) {
    var members = row.get(3, String.class);
    return new GroupView(
        row.get(0, String.class),
        StoredJson.read(row.get(1, String.class), new TypeReference<Map<String, String>>() {}),
        row.get(2, Instant.class),
        members.isEmpty() ? List.of() : Arrays.asList(members.split(" ", -1)));
  }
}
