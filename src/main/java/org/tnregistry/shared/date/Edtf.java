package org.tnregistry.shared.date;

import java.time.LocalDate;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.date.EdtfException.Reason;

/**
 * A date or an interval in the Extended Date/Time Format, level 1 (ISO 8601-2:2019, annex A), as a
 * source gives it, with the earliest and the latest day it can mean.
 *
 * <p>Accepted are years, months, days, seasons (21 to 24), the qualifiers {@code ? ~ %} at the end,
 * digits left unspecified from the right ({@code 201X}, {@code 2004-XX}, {@code 1985-04-XX}), and
 * intervals of those with at most one end open ({@code ..}) or unknown (empty). Times of day and
 * level 2 are refused, and so is every year outside 0001 to 9999, although level 1 can write it
 * ({@code Y170000002}, {@code -1985}).
 *
 * <p>The bounds are those of what is written:
 *
 * <ul>
 *   <li>a qualifier does not widen them: {@code 2019~} is bounded by 2019;
 *   <li>a season is bounded by its whole calendar year, because the standard ties these codes to no
 *       hemisphere and no months;
 *   <li>an interval runs from the earliest day of its start to the latest day of its end.
 * </ul>
 *
 * <p>Two values are equal when their texts are: {@code 2004} and {@code 2004-XX} are not, although
 * their bounds are.
 */
public final class Edtf {
  /** The most characters an expression may have. */
  public static final int MAX_LENGTH = 64;

  /** The first day that can be written here; it stands for an open or unknown beginning. */
  public static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

  /** The last day that can be written here; it stands for an open or unknown end. */
  public static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

  private static final String OPEN = "..";

  private final String text;
  private final @Nullable EdtfDate start;
  private final @Nullable EdtfDate end;
  private final boolean interval;
  private final boolean ongoing;

  private Edtf(
      String text,
      @Nullable EdtfDate start,
      @Nullable EdtfDate end,
      boolean interval,
      boolean ongoing) {
    this.text = text;
    this.start = start;
    this.end = end;
    this.interval = interval;
    this.ongoing = ongoing;
  }

  /**
   * Reads an expression as it stands: surrounding blanks and lower-case letters are refused.
   *
   * <p>An interval is reversed when it ends before it starts however it is read, that is when the
   * latest day of its end is before the earliest day of its start; {@code 2020-06/2020} is not.
   *
   * @throws EdtfException if the text is no such expression
   */
  public static Edtf parse(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new EdtfException(Reason.TOO_LONG, "A date has at most " + MAX_LENGTH + " characters.");
    }
    int slash = text.indexOf('/');
    if (slash < 0) {
      EdtfDate date = EdtfDate.parse(text);
      return new Edtf(text, date, date, false, false);
    }
    String to = text.substring(slash + 1);
    EdtfDate start = end(text.substring(0, slash));
    EdtfDate end = end(to);
    if (start == null && end == null) {
      throw EdtfDate.syntax();
    }
    if (start != null && end != null && end.latest().isBefore(start.earliest())) {
      throw new EdtfException(Reason.REVERSED, "The interval ends before it starts.");
    }
    return new Edtf(text, start, end, true, to.equals(OPEN));
  }

  private static @Nullable EdtfDate end(String text) {
    return text.isEmpty() || text.equals(OPEN) ? null : EdtfDate.parse(text);
  }

  /** The expression as it was parsed. */
  public String text() {
    return text;
  }

  /** The first day this can mean, or null when the interval's start is open or unknown. */
  public @Nullable LocalDate earliest() {
    return start == null ? null : start.earliest();
  }

  /** The last day this can mean, or null when the interval's end is open or unknown. */
  public @Nullable LocalDate latest() {
    return end == null ? null : end.latest();
  }

  /** The first day, or for what has only an end, the last: what to put in order by. */
  public @Nullable LocalDate day() {
    return earliest() == null ? latest() : earliest();
  }

  /** Whether an interval's end is open ({@code 2016/..}); an unknown end ({@code 2016/}) is not. */
  public boolean ongoing() {
    return ongoing;
  }

  /** Whether the date, or either end of the interval, is marked {@code ~} or {@code %}. */
  public boolean approximate() {
    return (start != null && start.approximate()) || (end != null && end.approximate());
  }

  /** Whether the date, or either end of the interval, is marked {@code ?} or {@code %}. */
  public boolean uncertain() {
    return (start != null && start.uncertain()) || (end != null && end.uncertain());
  }

  public boolean isInterval() {
    return interval;
  }

  /**
   * The year to count this under: that of the date or of the interval's start, qualified or not.
   * Empty when the start is open or unknown, and when it names several years ({@code 201X}), which
   * would otherwise all be counted under the first of them.
   */
  public OptionalInt year() {
    return start != null && start.yearKnown()
        ? OptionalInt.of(start.earliest().getYear())
        : OptionalInt.empty();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Edtf that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
