package org.tnregistry.shared.date;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.time.api.Dates;
import org.tnregistry.shared.date.EdtfException.Reason;

class EdtfPropertiesTest {
  @Property
  void anyTextIsReadOrRefusedForAReason(@ForAll String text) {
    assertReadOrRefused(text);
  }

  @Property(tries = 5000)
  void anyTextOfTheAlphabetIsReadOrRefusedForAReason(
      @ForAll
          @Chars({'0', '1', '2', '9', 'X', 'Y', '-', '/', '.', '?', '~', '%', 'T'})
          @StringLength(max = 14)
          String text) {
    assertReadOrRefused(text);
  }

  private static void assertReadOrRefused(String text) {
    try {
      Edtf edtf = Edtf.parse(text);
      LocalDate earliest = edtf.earliest();
      LocalDate latest = edtf.latest();
      assertTrue(earliest == null || latest == null || !earliest.isAfter(latest));
      assertTrue(earliest != null || latest != null);
    } catch (EdtfException e) {
      assertTrue(text.length() < 5 || !e.detail().contains(text));
      assertTrue(e.detail().endsWith("."));
    }
  }

  @Property
  void theEarliestDayIsNeverAfterTheLatest(@ForAll("dates") String text) {
    Edtf edtf = Edtf.parse(text);
    assertFalse(earliest(edtf).isAfter(latest(edtf)));
  }

  @Property
  void whatIsReadIsReadAgainAsEqual(@ForAll("expressions") String text) {
    Edtf edtf = Edtf.parse(text);
    assertEquals(text, edtf.text());
    assertEquals(edtf, Edtf.parse(edtf.text()));
  }

  @Property
  void aDayIsBothItsBounds(@ForAll("days") LocalDate day) {
    Edtf edtf = Edtf.parse(day.toString());
    assertEquals(day, edtf.earliest());
    assertEquals(day, edtf.latest());
    assertEquals(day.getYear(), edtf.year().orElseThrow());
  }

  @Property
  void everyLossOfPrecisionWidensTheBounds(@ForAll("days") LocalDate day) {
    String iso = day.toString();
    assertContains(iso.substring(0, 7), iso);
    assertContains(iso.substring(0, 7) + "-XX", iso.substring(0, 7));
    assertContains(iso.substring(0, 4), iso.substring(0, 7));
    assertContains(iso.substring(0, 4), iso.substring(0, 4) + "-21");
    if (day.getYear() >= 100) {
      assertContains(iso.substring(0, 3) + "X", iso.substring(0, 4));
      assertContains(iso.substring(0, 2) + "XX", iso.substring(0, 3) + "X");
    }
  }

  private static void assertContains(String wide, String narrow) {
    Edtf outer = Edtf.parse(wide);
    Edtf inner = Edtf.parse(narrow);
    assertFalse(earliest(outer).isAfter(earliest(inner)));
    assertFalse(latest(outer).isBefore(latest(inner)));
  }

  @Property
  void anIntervalRunsFromTheEarliestOfItsStartToTheLatestOfItsEnd(
      @ForAll("dates") String start, @ForAll("dates") String end) {
    LocalDate first = earliest(Edtf.parse(start));
    LocalDate last = latest(Edtf.parse(end));
    try {
      Edtf interval = Edtf.parse(start + "/" + end);
      assertEquals(first, interval.earliest());
      assertEquals(last, interval.latest());
      assertFalse(last.isBefore(first));
    } catch (EdtfException e) {
      assertEquals(Reason.REVERSED, e.reason());
      assertTrue(last.isBefore(first));
    }
  }

  @Property
  void aQualifierChangesNothingButTheQualification(@ForAll("dates") String date) {
    String plain = date.replaceAll("[?~%]$", "");
    assertEquals(Edtf.parse(plain).earliest(), Edtf.parse(date).earliest());
    assertEquals(Edtf.parse(plain).latest(), Edtf.parse(date).latest());
    assertEquals(Edtf.parse(plain).year(), Edtf.parse(date).year());
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Dates.dates().between(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));
  }

  @Provide
  Arbitrary<String> dates() {
    Arbitrary<String> forms =
        Dates.dates()
            .between(LocalDate.of(1000, 1, 1), LocalDate.of(9999, 12, 31))
            .map(LocalDate::toString)
            .flatMap(
                iso ->
                    Arbitraries.of(
                        iso,
                        iso.substring(0, 7),
                        iso.substring(0, 4),
                        iso.substring(0, 3) + "X",
                        iso.substring(0, 2) + "XX",
                        iso.substring(0, 7) + "-XX",
                        iso.substring(0, 4) + "-XX",
                        iso.substring(0, 4) + "-XX-XX",
                        iso.substring(0, 4) + "-22"));
    return Combinators.combine(forms, Arbitraries.of("", "?", "~", "%")).as(String::concat);
  }

  @Provide
  Arbitrary<String> expressions() {
    Arbitrary<String> dates = dates();
    return Arbitraries.oneOf(
        dates,
        dates.map(date -> date + "/.."),
        dates.map(date -> date + "/"),
        dates.map(date -> "../" + date),
        dates.map(date -> "/" + date),
        dates.map(date -> date + "/" + date));
  }

  private static LocalDate earliest(Edtf edtf) {
    return requireNonNull(edtf.earliest());
  }

  private static LocalDate latest(Edtf edtf) {
    return requireNonNull(edtf.latest());
  }
}
