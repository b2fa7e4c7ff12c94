package org.tnregistry.shared.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tnregistry.shared.text.Characters.Forbidden;

class CharactersTest {
  @ParameterizedTest
  @CsvSource({
    "0000, 0000, NUL",
    "0001, 0008, CONTROL",
    "000B, 000C, CONTROL",
    "000E, 001F, CONTROL",
    "007F, 009F, CONTROL",
    "061C, 061C, BIDI_CONTROL",
    "200E, 200F, BIDI_CONTROL",
    "202A, 202E, BIDI_CONTROL",
    "2066, 2069, BIDI_CONTROL",
    "D800, DFFF, LONE_SURROGATE",
    "FDD0, FDEF, NONCHARACTER",
    "FFFE, FFFF, NONCHARACTER",
    "1FFFE, 1FFFF, NONCHARACTER",
    "10FFFE, 10FFFF, NONCHARACTER",
    "E0000, E007F, TAG_CHARACTER"
  })
  void everyCodePointOfAForbiddenRangeIsFound(String first, String last, Forbidden kind) {
    for (int point = hex(first); point <= hex(last); point++) {
      assertEquals(Optional.of(kind), Characters.firstForbidden("a" + Character.toString(point)));
    }
  }

  @Test
  void allOtherCodePointsAreAllowed() {
    long forbidden =
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .filter(point -> Characters.firstForbidden(Character.toString(point)).isPresent())
            .count();
    assertEquals(1 + 61 + 12 + 2048 + 66 + 128, forbidden);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Tab\tline\r\nend",
        "می‌خواهم",
        "ශ්‍රී",
        "ئۇيغۇر",
        "中文，维吾尔",
        "👩‍👩‍👧",
        "é e\u0301",
        "a\u00a0b",
        "\ud83d\ude00"
      })
  void textOfAnyScriptIsAllowed(String text) {
    assertEquals(Optional.empty(), Characters.firstForbidden(text));
  }

  @Test
  void theFirstOfSeveralIsNamed() {
    assertEquals(Optional.of(Forbidden.NUL), Characters.firstForbidden("a\0b\u202e"));
    assertEquals(Optional.of(Forbidden.BIDI_CONTROL), Characters.firstForbidden("a\u202eb\0"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0xD83D, 0xDE00})
  void halfOfAPairIsFoundBetweenLetters(int half) {
    assertEquals(
        Optional.of(Forbidden.LONE_SURROGATE),
        Characters.firstForbidden("a" + Character.toString(half) + "b"));
  }

  private static int hex(String digits) {
    return Integer.parseInt(digits, 16);
  }
}
