package org.tnregistry.incident.search;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tnregistry.incident.search.IncidentFilter.FacetFilter;

/**
 * The condition of a filter as SQL. Every value is a parameter; facets compare by plain equality,
 * which is leak-proof, so that their index is used below the row-level policy.
 */
final class IncidentSql {
  private static final String FACET = "f.facet = ? AND f.value = ANY (?)";

  private final List<FacetFilter> facets;
  private final StringBuilder ownConditions = new StringBuilder();
  private final List<Object> ownParameters = new ArrayList<>();

  private IncidentSql(List<FacetFilter> facets) {
    this.facets = facets;
  }

  static IncidentSql of(IncidentFilter filter) {
    var sql = new IncidentSql(filter.facets());
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
      sql.and("i.updated_at >= ?", Timestamp.from(updatedSince));
    }
    if (!filter.owners().isEmpty()) {
      // As an array it bounds the index; as a join it would be asked of every incident on the way.
      sql.and(
          "i.owner = ANY (ARRAY(SELECT a.id FROM agency a WHERE a.handle = ANY (?)))",
          (Object) filter.owners().toArray(String[]::new));
    }
    return sql;
  }

  /** One more condition on incidents, which are called {@code i}. */
  IncidentSql and(String condition, Object... values) {
    ownConditions.append(" AND ").append(condition);
    ownParameters.addAll(List.of(values));
    return this;
  }

  /** The condition on incidents, which are called {@code i}. */
  String where() {
    return "TRUE" + among("i.id", facets.size()) + ownConditions;
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
            + FACET
            + among("f.incident", facets.size() - 1),
        values(facets).toList());
  }

  private static String among(String incident, int facets) {
    return (" AND "
            + incident
            + " IN (SELECT f.incident FROM incident_facet f WHERE "
            + FACET
            + ")")
        .repeat(facets);
  }

  private static Stream<Object> values(List<FacetFilter> facets) {
    return facets.stream().flatMap(f -> Stream.of(f.facet(), f.values().toArray(String[]::new)));
  }
}
