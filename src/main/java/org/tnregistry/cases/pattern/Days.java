package org.tnregistry.cases.pattern;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.date.Edtf;

/** The chronological order of EDTF dates. */
final class Days {
  private Days() {}

  /** By the first day a date can lie on, then by the last one; what has no date comes last. */
  static <T> Comparator<T> chronological(Function<T, @Nullable String> date) {
    return Comparator.<T, @Nullable LocalDate>comparing(
            item -> of(date.apply(item)), nullsLast(naturalOrder()))
        .thenComparing(item -> end(date.apply(item)), nullsLast(naturalOrder()));
  }

  static @Nullable LocalDate of(@Nullable String date) {
    return date == null ? null : Edtf.parse(date).day();
  }

  private static @Nullable LocalDate end(@Nullable String date) {
    return date == null ? null : Edtf.parse(date).latest();
  }

  static <T> Comparator<T> byDay(Function<T, @Nullable LocalDate> day) {
    return comparing(day, nullsLast(naturalOrder()));
  }
}
