package org.tnregistry.incident.search;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tnregistry.incident.search.IncidentFilter.FacetFilter;

/**
 * The condition of a filter as SQL. Every value is a parameter; facets compare by plain equality,
 * which is leak-proof, so that their index is used below the row-level policy.
 *
 * <p>Own incidents and those of others are asked for apart: each side has its indexes. That is for
 * speed alone; what may be seen is the policy's to say.
 */
final class IncidentSql {
  /** Whose incidents are asked for; sub-selects, so that who asks is found out once, not by row. */
  enum Side {
    OWN("%1$s.owner = (SELECT viewer_agency())", "i.updated_at"),
    SHARED(
        "%1$s.reach = ANY ((SELECT viewer_reaches())::int[]) AND %1$s.reach > 0"
            + " AND %1$s.owner IS DISTINCT FROM (SELECT viewer_agency())",
        "i.shared_at");

    private final String condition;
    private final String updated;

    Side(String condition, String updated) {
      this.condition = condition;
      this.updated = updated;
    }

    /** The condition on a row of incidents or facets. */
    String of(String alias) {
      return String.format(condition, alias);
    }

    /** When an incident last changed for who is asking. */
    String updated() {
      return updated;
    }
  }

  /** Shared incidents of the one reach {@code r.reach}. */
  private static final String IN_ONE_REACH =
      "i.reach = r.reach AND i.reach > 0 AND i.owner IS DISTINCT FROM (SELECT viewer_agency())";

  private final Side side;
  private final List<FacetFilter> facets;
  private final StringBuilder ownConditions = new StringBuilder();
  private final List<Object> ownParameters = new ArrayList<>();

  private IncidentSql(Side side, List<FacetFilter> facets) {
    this.side = side;
    this.facets = facets;
  }

  static IncidentSql of(IncidentFilter filter, Side side) {
    var sql = new IncidentSql(side, filter.facets());
    var period = filter.period();
    if (period != null && period.within()) {
      // What ends by a day begins by it: the second bound keeps the range of an index short.
      sql.and(
          "i.earliest BETWEEN ? AND ? AND i.latest <= ?",
          period.earliest(),
          period.latest(),
          period.latest());
    } else if (period != null) {
      sql.and("i.earliest <= ? AND i.latest >= ?", period.latest(), period.earliest());
    }
    var updatedSince = filter.updatedSince();
    if (updatedSince != null) {
      sql.and(side.updated() + " >= ?", Timestamp.from(updatedSince));
    }
    if (!filter.owners().isEmpty()) {
      // As an array it bounds the index; as a join it would be asked of every incident on the way.
      sql.and(
          "i.owner = ANY (ARRAY(SELECT a.id FROM agency a WHERE a.handle = ANY (?)))",
          (Object) filter.owners().toArray(String[]::new));
    }
    return sql;
  }

  /** How many incidents of either side match. */
  static Query count(IncidentFilter filter) {
    return Query.sum(of(filter, Side.OWN).count(), of(filter, Side.SHARED).count());
  }

  /** One more condition on incidents, which are called {@code i}. */
  IncidentSql and(String condition, Object... values) {
    ownConditions.append(" AND ").append(condition);
    ownParameters.addAll(List.of(values));
    return this;
  }

  /** The condition on incidents, which are called {@code i}. */
  String where() {
    return side.of("i") + among("i.id", facets.size()) + ownConditions;
  }

  /**
   * The first incidents in an order, as a query of {@code id} and {@code key}, with {@link
   * #parameters} and the limit. Without facets the shared ones are taken from the front of each
   * reach, which an index keeps in order; facets would have to be asked for each reach anew.
   */
  String front(String key, String orderBy) {
    var select = "SELECT i.id, " + key + " AS key FROM incident i WHERE ";
    var end = " ORDER BY " + orderBy + " LIMIT ?";
    return side == Side.OWN || !facets.isEmpty()
        ? select + where() + end
        : "SELECT front.id, front.key FROM unnest(viewer_reaches()) AS r (reach) CROSS JOIN LATERAL ("
            + select
            + IN_ONE_REACH
            + ownConditions
            + end
            + ") front";
  }

  /** Those of {@link #where}, in its order. */
  List<Object> parameters() {
    return Stream.concat(values(facets), ownParameters.stream()).toList();
  }

  /**
   * How many incidents match. Where facets alone decide, they alone are counted, for a facet is
   * seen by whom its incident is seen; that takes a fraction of the time.
   */
  Query count() {
    if (facets.isEmpty() || !ownParameters.isEmpty() || !ownConditions.isEmpty()) {
      return new Query("SELECT count(*) FROM incident i WHERE " + where(), parameters());
    }
    // With several values one incident may have more than one of them.
    var counted = facets.get(0).values().size() == 1 ? "*" : "DISTINCT f.incident";
    return new Query(
        "SELECT count("
            + counted
            + ") FROM incident_facet f WHERE "
            + facet()
            + among("f.incident", facets.size() - 1),
        values(facets).toList());
  }

  private String facet() {
    return side.of("f") + " AND f.facet = ? AND f.value = ANY (?)";
  }

  private String among(String incident, int facets) {
    return (" AND "
            + incident
            + " IN (SELECT f.incident FROM incident_facet f WHERE "
            + facet()
            + ")")
        .repeat(facets);
  }

  private static Stream<Object> values(List<FacetFilter> facets) {
    return facets.stream().flatMap(f -> Stream.of(f.facet(), f.values().toArray(String[]::new)));
  }
}
