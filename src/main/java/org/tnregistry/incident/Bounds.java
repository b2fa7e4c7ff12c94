package org.tnregistry.incident;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.date.Edtf;

/**
 * The days between which a period lies.
 *
 * @param earliest null when open or unknown
 * @param latest null when open or unknown
 */
record Bounds(@Nullable LocalDate earliest, @Nullable LocalDate latest, boolean ongoing) {
  /** What stands for an open bound in the database: the first and last day EDTF can name here. */
  static final LocalDate DISTANT_PAST = LocalDate.of(1, 1, 1);

  static final LocalDate DISTANT_FUTURE = LocalDate.of(9999, 12, 31);

  static Bounds of(@Nullable String period) {
    if (period == null) {
      return new Bounds(null, null, false);
    }
    var edtf = Edtf.parse(period);
    return new Bounds(edtf.earliest(), edtf.latest(), edtf.ongoing());
  }

  LocalDate earliestOrPast() {
    return earliest == null ? DISTANT_PAST : earliest;
  }

  LocalDate latestOrFuture() {
    return latest == null ? DISTANT_FUTURE : latest;
  }
}
