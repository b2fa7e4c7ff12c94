package org.tnregistry.cases.pattern;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.date.Edtf;

/** The chronological order of EDTF dates. */
final class Days {
  private Days() {}

  private record Span(@Nullable LocalDate first, @Nullable LocalDate last) {
    private static final Span UNKNOWN = new Span(null, null);
    private static final Comparator<Span> ORDER =
        Days.<Span>byDay(Span::first).thenComparing(Days.byDay(Span::last));

    static Span of(String date) {
      var edtf = Edtf.parse(date);
      return new Span(edtf.day(), edtf.latest());
    }
  }

  /**
   * By the first day a date can lie on, then by the last one; what has no date comes last. It keeps
   * what it has read, because a sort asks often: make one for each sort.
   */
  static <T> Comparator<T> chronological(Function<T, @Nullable String> date) {
    var known = new HashMap<String, Span>();
    return comparing(
        item -> {
          var written = date.apply(item);
          return written == null ? Span.UNKNOWN : known.computeIfAbsent(written, Span::of);
        },
        Span.ORDER);
  }

  static @Nullable LocalDate of(@Nullable String date) {
    return date == null ? null : Edtf.parse(date).day();
  }

  static <T> Comparator<T> byDay(Function<T, @Nullable LocalDate> day) {
    return comparing(day, nullsLast(naturalOrder()));
  }
}
