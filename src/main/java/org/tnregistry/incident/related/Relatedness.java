package org.tnregistry.incident.related;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.tnregistry.incident.IncidentFacets.Facet;

/**
 * How likely two incidents belong together, and why. Reasons are taken as independent: the score is
 * what is left of 1 when each takes its weight of the doubt. Each kind of reason counts once,
 * however many values are shared. Pure.
 *
 * @param beginTogether whether both are known to begin, within 30 days of each other
 */
record Relatedness(BigDecimal score, List<Shared> reasons, boolean beginTogether) {
  /**
   * From this score on two incidents are called likely duplicates that begin together and share a
   * tactic: the instruments of one case have numbers, targets and actors in common and are not the
   * same event.
   */
  static final BigDecimal LIKELY_DUPLICATE = new BigDecimal("0.60");

  /** Two events may be told with dates that differ by so many days. */
  private static final long CLOSE_DAYS = 30;

  /** What lasted longer is close to everything. */
  private static final long LONGEST_DAYS = 366;

  private static final int PERCENT = 2;

  /**
   * A reason.
   *
   * @param values of the kind that both have; none for time
   */
  record Shared(Kind kind, List<Facet> values) {}

  static Relatedness of(Traits one, Traits other) {
    var reasons = new ArrayList<Shared>();
    var doubt = BigDecimal.ONE;
    for (var kind : Kind.values()) {
      var values = one.facets(kind).stream().filter(other.places()::containsKey).sorted().toList();
      if (kind == Kind.TIME ? areClose(one, other) : !values.isEmpty()) {
        reasons.add(new Shared(kind, values));
        doubt = doubt.multiply(BigDecimal.ONE.subtract(weight(kind)));
      }
    }
    // Down, so that no number of reasons is certainty.
    var score = BigDecimal.ONE.subtract(doubt).setScale(PERCENT, RoundingMode.DOWN);
    return new Relatedness(score, reasons, beginTogether(one, other));
  }

  static BigDecimal weight(Kind kind) {
    return BigDecimal.valueOf(kind.percent(), PERCENT);
  }

  boolean isLikelyDuplicate() {
    return score.compareTo(LIKELY_DUPLICATE) >= 0
        && beginTogether
        && reasons.stream().anyMatch(r -> r.kind() == Kind.TACTIC);
  }

  private static boolean beginTogether(Traits one, Traits other) {
    var begins = one.earliest();
    var otherBegins = other.earliest();
    return begins != null
        && otherBegins != null
        && Math.abs(days(begins, otherBegins)) <= CLOSE_DAYS;
  }

  private static boolean areClose(Traits one, Traits other) {
    var oneBegins = one.earliest();
    var oneEnds = one.latest();
    var otherBegins = other.earliest();
    var otherEnds = other.latest();
    return oneBegins != null
        && oneEnds != null
        && otherBegins != null
        && otherEnds != null
        && days(oneBegins, oneEnds) <= LONGEST_DAYS
        && days(otherBegins, otherEnds) <= LONGEST_DAYS
        && days(oneEnds, otherBegins) <= CLOSE_DAYS
        && days(otherEnds, oneBegins) <= CLOSE_DAYS;
  }

  private static long days(LocalDate from, LocalDate to) {
    return ChronoUnit.DAYS.between(from, to);
  }
}
