package org.tnregistry.shared.date;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tnregistry.shared.date.EdtfException.Reason;

/** One date, or one end of an interval: never open, never empty. */
record EdtfDate(
    LocalDate earliest,
    LocalDate latest,
    boolean yearKnown,
    boolean uncertain,
    boolean approximate) {

  private static final Pattern DATE =
      Pattern.compile(
          "(?<sign>-)?"
              + "(?:(?<span>\\d{3}X|\\d{2}XX)"
              + "|(?<year>\\d{4})"
              + "(?:-(?:2[1-4]|XX(?:-XX)?|(?<month>\\d{2})(?:-(?:XX|(?<day>\\d{2})))?))?)"
              + "(?<qualifier>[?~%])?");
  private static final Pattern LONG_YEAR = Pattern.compile("Y-?[1-9]\\d{4,}[?~%]?");
  private static final Pattern DATE_TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.*");

  static EdtfDate parse(String text) {
    if (DATE_TIME.matcher(text).matches()) {
      throw new EdtfException(
          Reason.TIME_OF_DAY, "A time of day is not accepted; give the date alone.");
    }
    if (LONG_YEAR.matcher(text).matches()) {
      throw outOfRange();
    }
    Matcher parts = DATE.matcher(text);
    if (!parts.matches()) {
      throw syntax();
    }
    String year = parts.group("year");
    String span = year == null ? parts.group("span") : year;
    int first = Integer.parseInt(span.replace('X', '0'));
    int last = Integer.parseInt(span.replace('X', '9'));
    if (parts.group("sign") != null || first == 0) {
      throw outOfRange();
    }
    LocalDate earliest = YearMonth.of(first, 1).atDay(1);
    LocalDate latest = YearMonth.of(last, 12).atEndOfMonth();
    if (parts.group("month") != null) {
      YearMonth month = month(first, Integer.parseInt(parts.group("month")));
      String day = parts.group("day");
      earliest = day == null ? month.atDay(1) : day(month, Integer.parseInt(day));
      latest = day == null ? month.atEndOfMonth() : earliest;
    }
    String qualifier = parts.group("qualifier");
    return new EdtfDate(
        earliest, latest, year != null, isOneOf("?%", qualifier), isOneOf("~%", qualifier));
  }

  private static YearMonth month(int year, int number) {
    if (number < 1 || number > 12) {
      throw new EdtfException(
          Reason.IMPOSSIBLE_DATE, "No month (01 to 12) and no season (21 to 24) has this number.");
    }
    return YearMonth.of(year, number);
  }

  private static LocalDate day(YearMonth month, int number) {
    if (!month.isValidDay(number)) {
      throw new EdtfException(
          Reason.IMPOSSIBLE_DATE, "This month of this year has no day with this number.");
    }
    return month.atDay(number);
  }

  private static boolean isOneOf(String qualifiers, @Nullable String qualifier) {
    return qualifier != null && qualifiers.contains(qualifier);
  }

  private static EdtfException outOfRange() {
    return new EdtfException(
        Reason.OUT_OF_RANGE, "The registry keeps dates in the years 0001 to 9999 only.");
  }

  static EdtfException syntax() {
    return new EdtfException(
        Reason.SYNTAX,
        "This is not an EDTF level 1 date or interval;"
            + " examples are 2019-06-14, 2019-06, 2019~, 201X and 2016-11-03/.. .");
  }
}
