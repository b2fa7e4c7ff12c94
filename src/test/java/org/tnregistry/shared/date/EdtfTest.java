package org.tnregistry.shared.date;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tnregistry.shared.date.EdtfException.Reason;

class EdtfTest {
  @ParameterizedTest
  @CsvSource({
    "2019, 2019-01-01, 2019-12-31",
    "2019-06, 2019-06-01, 2019-06-30",
    "2019-06-14, 2019-06-14, 2019-06-14",
    "0001, 0001-01-01, 0001-12-31",
    "9999-12-31, 9999-12-31, 9999-12-31",
    "2020-02-29, 2020-02-29, 2020-02-29",
    "2020-02-XX, 2020-02-01, 2020-02-29",
    "2021-02-XX, 2021-02-01, 2021-02-28",
    "201X, 2010-01-01, 2019-12-31",
    "20XX, 2000-01-01, 2099-12-31",
    "2004-XX, 2004-01-01, 2004-12-31",
    "1985-04-XX, 1985-04-01, 1985-04-30",
    "1985-XX-XX, 1985-01-01, 1985-12-31",
    "2001-21, 2001-01-01, 2001-12-31",
    "2001-24, 2001-01-01, 2001-12-31",
    "2004-06-11%/2004-06~, 2004-06-11, 2004-06-30",
    "2004-XX/2006-02, 2004-01-01, 2006-02-28",
    "201X/2021, 2010-01-01, 2021-12-31"
  })
  void boundsAreTheFirstAndLastDayWritten(String text, LocalDate earliest, LocalDate latest) {
    Edtf edtf = Edtf.parse(text);
    assertEquals(earliest, edtf.earliest());
    assertEquals(latest, edtf.latest());
  }

  @ParameterizedTest
  @CsvSource({
    "2019, false, false",
    "2019?, true, false",
    "2019~, false, true",
    "2019-06%, true, true",
    "2019-06-14?, true, false",
    "201X~, false, true",
    "2019-22~, false, true",
    "2004-XX?, true, false",
    "2019/2020~, false, true",
    "2019?/2020, true, false",
    "2019?/2020~, true, true",
    "../2020%, true, true",
    "2020%/, true, true"
  })
  void aQualifierAtEitherEndQualifiesTheWhole(String text, boolean uncertain, boolean approximate) {
    Edtf edtf = Edtf.parse(text);
    assertEquals(uncertain, edtf.uncertain());
    assertEquals(approximate, edtf.approximate());
  }

  @Test
  void aQualifierDoesNotWidenTheBounds() {
    assertEquals(LocalDate.of(2019, 6, 14), Edtf.parse("2019-06-14%").earliest());
    assertEquals(LocalDate.of(2019, 6, 14), Edtf.parse("2019-06-14%").latest());
  }

  @Test
  void anOpenEndIsOngoing() {
    Edtf edtf = Edtf.parse("2016-11-03/..");
    assertEquals(LocalDate.of(2016, 11, 3), edtf.earliest());
    assertNull(edtf.latest());
    assertTrue(edtf.ongoing());
    assertTrue(edtf.isInterval());
  }

  @Test
  void anUnknownEndIsNotOngoing() {
    Edtf edtf = Edtf.parse("2016-11-03/");
    assertNull(edtf.latest());
    assertFalse(edtf.ongoing());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/2024-02-13", "../2024-02-13"})
  void anOpenOrUnknownStartHasNoEarliestDayAndNoYear(String text) {
    Edtf edtf = Edtf.parse(text);
    assertNull(edtf.earliest());
    assertEquals(LocalDate.of(2024, 2, 13), edtf.latest());
    assertFalse(edtf.ongoing());
    assertEquals(OptionalInt.empty(), edtf.year());
  }

  @Test
  void aDateIsNoInterval() {
    assertFalse(Edtf.parse("2019").isInterval());
    assertFalse(Edtf.parse("2019").ongoing());
    assertTrue(Edtf.parse("2019/2019").isInterval());
  }

  @ParameterizedTest
  @CsvSource({
    "2019, 2019",
    "2019-06~, 2019",
    "2004-XX, 2004",
    "2016-11-03/.., 2016",
    "2016/, 2016"
  })
  void theYearToCountIsThatOfTheStart(String text, int year) {
    assertEquals(OptionalInt.of(year), Edtf.parse(text).year());
  }

  @ParameterizedTest
  @ValueSource(strings = {"201X", "20XX", "201X/2021"})
  void aStartOfSeveralYearsHasNoYearToCount(String text) {
    assertEquals(OptionalInt.empty(), Edtf.parse(text).year());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2020/2019", "2020-06-15/2020-06-14", "2020-06/2020-05-31", "2020/201X"})
  void aReversedIntervalIsRefused(String text) {
    assertRefused(Reason.REVERSED, text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2020-06/2020", "2020-06-15/2020-06", "2020/2020", "2019-12-31/201X"})
  void anIntervalThatMayEndAfterItStartsIsAccepted(String text) {
    assertEquals(text, Edtf.parse(text).text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2019-02-29",
        "2019-04-31",
        "2019-06-00",
        "2019-06-32",
        "2019-00",
        "2019-13",
        "2019-20",
        "2019-25",
        "2019-41",
        "2019-21-03",
        "2019-13-XX",
        "2019/2019-02-30"
      })
  void aDayMonthOrSeasonThatDoesNotExistIsRefused(String text) {
    assertRefused(Reason.IMPOSSIBLE_DATE, text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000",
        "0000-01-01",
        "000X",
        "00XX",
        "-0001",
        "-1985-04",
        "-1985-04-12?",
        "Y10000",
        "Y170000002",
        "Y-170000002",
        "Y170000002~",
        "../Y10000"
      })
  void aYearOfLevelOneOutsideTheRangeIsRefused(String text) {
    assertRefused(Reason.OUT_OF_RANGE, text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2019-06-14T10:00",
        "2019-06-14T10:00:00Z",
        "2019-06-14T10:00:00+01:00",
        "2019-06-14T",
        "2019-06-14T10:00/.."
      })
  void aTimeOfDayIsRefused(String text) {
    assertRefused(Reason.TIME_OF_DAY, text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "19",
        "195",
        "20191",
        " 2019",
        "2019 ",
        "2019\n",
        "2019-6",
        "2019-06-1",
        "20190614",
        "2019/06/14",
        "14.06.2019",
        "June 2019",
        "201x",
        "2019-xx",
        "2XXX",
        "XXXX",
        "201X-06",
        "2019-XX-14",
        "2019-1X",
        "2019-06-1X",
        "2019-~",
        "2019?~",
        "?2019",
        "2019~-06",
        "Y2019",
        "Y02019",
        "Y17E7",
        "1950S2",
        "[2019,2020]",
        "{2019,2020}",
        "2019..2020",
        "..",
        "/",
        "../",
        "/..",
        "../..",
        "//",
        "2019/2020/2021",
        "2019//2020",
        "2019/.",
        "2019/...",
        "../..~",
        "２０１９",
        "٢٠١٩",
        "2019‐06"
      })
  void whatIsNotLevelOneIsRefused(String text) {
    assertRefused(Reason.SYNTAX, text);
  }

  @Test
  void theLongestExpressionAcceptedHasSixtyFourCharacters() {
    assertRefused(Reason.OUT_OF_RANGE, "Y" + "9".repeat(63));
    assertRefused(Reason.TOO_LONG, "Y" + "9".repeat(64));
  }

  @Test
  void equalityIsThatOfTheText() {
    assertEquals(Edtf.parse("2004-XX"), Edtf.parse("2004-XX"));
    assertEquals(Edtf.parse("2004-XX").hashCode(), Edtf.parse("2004-XX").hashCode());
    assertNotEquals(Edtf.parse("2004"), Edtf.parse("2004-XX"));
    assertEquals("2004-XX", Edtf.parse("2004-XX").toString());
  }

  private static void assertRefused(Reason reason, String text) {
    EdtfException refusal = assertThrows(EdtfException.class, () -> Edtf.parse(text));
    assertEquals(reason, refusal.reason());
  }
}
