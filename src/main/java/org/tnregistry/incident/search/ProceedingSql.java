package org.tnregistry.incident.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tnregistry.incident.IncidentFacets;
import org.tnregistry.incident.ProceedingState;
import org.tnregistry.incident.search.IncidentSql.Side;
import org.tnregistry.shared.date.Edtf;

/**
 * The condition of a filter on proceedings, which are called {@code p}, as SQL. Every value is a
 * parameter, and every comparison is leak-proof, so that indexes are used below the row-level
 * policy. Own proceedings and those of others are asked for apart, as incidents are.
 */
final class ProceedingSql {
  /** Shared proceedings of the one reach {@code r.reach}. */
  private static final String IN_ONE_REACH =
      "p.reach = r.reach AND p.reach > 0 AND p.owner IS DISTINCT FROM (SELECT viewer_agency())";

  private final Side side;
  private final StringBuilder conditions = new StringBuilder();
  private final List<Object> parameters = new ArrayList<>();

  /** Whether a key leads to few proceedings, which are then put in order. */
  private boolean keyed;

  private ProceedingSql(Side side) {
    this.side = side;
  }

  static ProceedingSql of(ProceedingFilter filter, Side side, LocalDate today) {
    var sql = new ProceedingSql(side);
    sql.any("p.requested_state", filter.requestedStates());
    sql.any("p.requesting_state", filter.requestingStates());
    sql.any("p.type", filter.types());
    sql.any("p.status", filter.statuses());
    var openForDays = filter.openForDays();
    if (openForDays != null) {
      sql.any("p.status", ProceedingState.OPEN_STATUSES);
      // What begins tomorrow is open for no day, as what begins today is.
      sql.and(
          "p.open_since <= ?",
          openForDays == 0 ? Edtf.LAST_DAY.minusDays(1) : today.minusDays(openForDays));
    }
    var hearing = filter.hearing();
    if (hearing != null) {
      sql.and(
          "p.hearing BETWEEN ? AND ?",
          hearing.from().isBefore(today) ? today : hearing.from(),
          hearing.to());
    }
    if (!filter.owners().isEmpty()) {
      sql.and(
          "p.owner = ANY (ARRAY(SELECT a.id FROM agency a WHERE a.handle = ANY (?)))",
          (Object) filter.owners().toArray(String[]::new));
    }
    sql.key(IncidentFacets.CASE_NUMBER, filter.caseNumbers());
    sql.key(IncidentFacets.TARGET, filter.targets());
    return sql;
  }

  private void any(String column, List<String> values) {
    if (values.size() == 1) {
      // One value keeps the order of an index behind it; an array would not.
      and(column + " = ?", values.get(0));
    } else if (!values.isEmpty()) {
      and(column + " = ANY (?)", (Object) values.toArray(String[]::new));
    }
  }

  private void key(String facet, List<String> values) {
    if (!values.isEmpty()) {
      keyed = true;
      and(
          "(p.incident, p.proceeding) IN (SELECT k.incident, k.proceeding"
              + " FROM incident_proceeding_key k WHERE "
              + side.of("k")
              + " AND k.facet = ? AND k.value = ANY (?))",
          facet,
          values.toArray(String[]::new));
    }
  }

  ProceedingSql and(String condition, Object... values) {
    conditions.append(" AND ").append(condition);
    parameters.addAll(List.of(values));
    return this;
  }

  List<Object> parameters() {
    return parameters;
  }

  /**
   * The first proceedings in an order, as a query of {@code incident}, {@code proceeding} and
   * {@code key}, with {@link #parameters} and the limit. The shared ones are taken from the front
   * of each reach, which an index keeps in order.
   */
  String front(ProceedingSort sort) {
    var select =
        "SELECT p.incident, p.proceeding, "
            + sort.key()
            + " AS key FROM incident_proceeding p WHERE ";
    var end = conditions + " ORDER BY " + sort.orderBy(sort.key(), "p") + " LIMIT ?";
    return side == Side.OWN || keyed
        ? select + side.of("p") + end
        : "SELECT front.* FROM unnest(viewer_reaches()) AS r (reach) CROSS JOIN LATERAL ("
            + select
            + IN_ONE_REACH
            + end
            + ") front";
  }

  Query count() {
    return new Query(
        "SELECT count(*) FROM incident_proceeding p WHERE " + side.of("p") + conditions,
        List.copyOf(parameters));
  }
}
