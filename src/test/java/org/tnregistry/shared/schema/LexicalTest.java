package org.tnregistry.shared.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexicalTest {
  @ParameterizedTest
  @EnumSource
  void aMegabyteOfAnythingIsJudgedAtOnce(Lexical form) {
    for (var piece : new String[] {"a", "/", "~0", "~", "-", "%41", "1", " ", "\ud800"}) {
      var text = "/" + piece.repeat(1_000_000 / piece.length());
      assertTimeout(Duration.ofSeconds(5), () -> form.accepts(text));
      assertTimeout(Duration.ofSeconds(5), () -> form.accepts("https://a/" + text));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-31T12:00:00Z, true",
    "2026-01-31T12:00:00.123456789Z, true",
    "0001-01-01T00:00:00Z, true",
    "9999-12-31T23:59:59Z, true",
    "2026-02-30T12:00:00Z, false",
    "2026-01-31T12:00:00+01:00, false",
    "2026-01-31t12:00:00z, false",
    "2026-01-31T12:00Z, false",
    "+1000000000-12-31T23:59:59Z, false",
    "-999999999-01-01T00:00:00Z, false",
    "0000-01-01T00:00:00Z, false",
    "2026-01-31T25:00:00Z, false"
  })
  void anInstantIsOneThatEveryReaderKnows(String text, boolean accepted) {
    assertEquals(accepted, Lexical.INSTANT.accepts(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a", "/", "//", "/a~0b/~1", "/\u00e9"})
  void pointersAreThoseOfTheRfc(String text) {
    assertTrue(Lexical.POINTER.accepts(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "#/a", "/~", "/~2", "/a~"})
  void otherPointersAreNone(String text) {
    assertFalse(Lexical.POINTER.accepts(text));
  }

  @Test
  void anAddressNamesNoUser() {
    assertTrue(Lexical.WEB_ADDRESS.accepts("https://example.org/a?b#c"));
    assertFalse(Lexical.WEB_ADDRESS.accepts("https://user:secret@example.org/"));
    assertFalse(Lexical.WEB_ADDRESS.accepts("javascript:alert(1)"));
  }
}
