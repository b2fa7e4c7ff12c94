package org.tnregistry.cases.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.tnregistry.access.Agencies;
import org.tnregistry.shared.paging.Cursor;
import org.tnregistry.shared.paging.Page;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;
import org.tnregistry.shared.schema.Lexical;

/** Lists case files, the oldest first; the policies leave those that the viewer sees. */
@ApplicationScoped
class CaseList {
  private static final String LIST = "cases";
  private static final String KIND = " AND c.kind = :kind";

  /** Of what is in it, the policies show what the viewer sees. */
  private static final String WITH_INCIDENT =
      """
       AND EXISTS (SELECT FROM case_member m
         WHERE m.case_file = c.id AND m.incident = :incident AND m.removed_at IS NULL)
      """;

  private static final String AFTER = " AND (c.created_at, c.id) > (:at, :after)";

  private final Session database;
  private final CaseService cases;
  private final Agencies agencies;

  CaseList(Session database, CaseService cases, Agencies agencies) {
    this.database = database;
    this.cases = cases;
    this.agencies = agencies;
  }

  /**
   * A page of case files, each as JSON.
   *
   * @param incident one that is in them, as far as the viewer may know
   */
  @Transactional
  Page<String> page(
      int limit, @Nullable String cursor, @Nullable String kind, @Nullable UUID incident) {
    var key = cursor == null ? null : Place.of(cursor);
    var sql = new StringBuilder("SELECT c.* FROM case_file c WHERE true");
    var bindings = new ArrayList<Consumer<NativeQuery<CaseFileEntity>>>();
    if (kind != null) {
      sql.append(KIND);
      bindings.add(q -> q.setParameter("kind", kind));
    }
    if (incident != null) {
      sql.append(WITH_INCIDENT);
      bindings.add(q -> q.setParameter("incident", incident));
    }
    if (key != null) {
      sql.append(AFTER);
      bindings.add(q -> q.setParameter("at", key.at()).setParameter("after", key.id()));
    }
    var query =
        database.createNativeQuery(
            sql.append(" ORDER BY c.created_at, c.id LIMIT :limit").toString(),
            CaseFileEntity.class);
    bindings.forEach(b -> b.accept(query));
    var page =
        Page.of(
            query.setParameter("limit", limit + 1).getResultList(),
            limit,
            c -> new Place(c.createdAt, c.id).cursor(LIST),
            null);
    var handles =
        agencies.handlesOf(page.items().stream().map(c -> c.owner).collect(Collectors.toSet()));
    return new Page<>(
        page.items().stream().map(c -> cases.view(c, handles.getOrDefault(c.owner, ""))).toList(),
        page.next(),
        null);
  }

  /** A place in a list that is ordered by time. */
  record Place(Instant at, UUID id) {
    Cursor cursor(String list) {
      return new Cursor(list, List.of(at.toString(), id.toString()));
    }

    static Place of(String cursor) {
      return of(LIST, cursor);
    }

    /**
     * @throws ProblemException 400 for what is no cursor of this list
     */
    static Place of(String list, String cursor) {
      var key = Cursor.decode(list, 2, cursor).key();
      if (Lexical.INSTANT.accepts(key.get(0)) && Lexical.UUID.accepts(key.get(1))) {
        try {
          return new Place(Instant.parse(key.get(0)), UUID.fromString(key.get(1)));
        } catch (DateTimeParseException e) {
          throw new ProblemException(StandardProblem.INVALID_CURSOR);
        }
      }
      throw new ProblemException(StandardProblem.INVALID_CURSOR);
    }
  }
}
