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
  static Bounds of(@Nullable String period) {
    if (period == null) {
      return new Bounds(null, null, false);
    }
    var edtf = Edtf.parse(period);
    return new Bounds(edtf.earliest(), edtf.latest(), edtf.ongoing());
  }

  LocalDate earliestOrPast() {
    return earliest == null ? Edtf.FIRST_DAY : earliest;
  }

  LocalDate latestOrFuture() {
    return latest == null ? Edtf.LAST_DAY : latest;
  }
}
