package org.tnregistry.cases.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.tnregistry.cases.casefile.CaseList.Place;
import org.tnregistry.shared.paging.Page;

/**
 * Reads what is in case files; the policies show what its reader sees, and no trace of the rest.
 */
@ApplicationScoped
class CaseMemberQueries {
  private static final String LIST = "case-members";

  private static final String MEMBERS =
      """
      SELECT m.id, m.incident, i.reference, i.status, a.handle, m.reason, m.added_at,
        r.handle, m.removal_reason, m.removed_at
      FROM case_member m JOIN incident i ON i.id = m.incident JOIN agency a ON a.id = m.owner
      LEFT JOIN agency r ON r.id = m.remover
      WHERE m.case_file = :file
      """;

  private static final String INCIDENTS =
      """
      SELECT m.incident FROM case_member m
      WHERE m.case_file = ?1 AND m.removed_at IS NULL
      GROUP BY m.incident ORDER BY min(m.added_at), m.incident LIMIT ?2
      """;

  private final Session database;

  CaseMemberQueries(Session database) {
    this.database = database;
  }

  /** Oldest first. */
  @Transactional
  Page<MemberView> page(UUID file, int limit, @Nullable String cursor) {
    var place = cursor == null ? null : Place.of(LIST, cursor);
    var query =
        database
            .createNativeQuery(
                MEMBERS
                    + (place == null ? "" : " AND (m.added_at, m.id) > (:at, :after)")
                    + " ORDER BY m.added_at, m.id LIMIT :limit",
                Tuple.class)
            .setParameter("file", file)
            .setParameter("limit", limit + 1);
    if (place != null) {
      query.setParameter("at", place.at()).setParameter("after", place.id());
    }
    var items = query.getResultStream().map(row -> view(file, row)).toList();
    return Page.of(items, limit, m -> new Place(m.addedAt(), m.id()).cursor(LIST), null);
  }

  @Transactional
  Optional<MemberView> find(UUID file, UUID id) {
    return database
        .createNativeQuery(MEMBERS + " AND m.id = :id", Tuple.class)
        .setParameter("file", file)
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .map(row -> view(file, row));
  }

  /** The incidents that are in it now, in the order in which they came. */
  @Transactional
  List<UUID> incidents(UUID file, int limit) {
    return database
        .createNativeQuery(INCIDENTS, UUID.class)
        .setParameter(1, file)
        .setParameter(2, limit)
        .getResultList();
  }

  private static MemberView view(UUID file, Tuple row) {
    var id = row.get(0, UUID.class);
    var removedAt = row.get(9, Instant.class);
    return new MemberView(
        id,
        row.get(1, UUID.class),
        row.get(2, String.class),
        row.get(3, String.class).toLowerCase(Locale.ROOT),
        row.get(4, String.class),
        row.get(5, String.class),
        row.get(6, Instant.class),
        removedAt == null
            ? null
            : new MemberView.Removal(row.get(7, String.class), row.get(8, String.class), removedAt),
        CaseFileRegistry.self(file) + "/members/" + id);
  }
}
