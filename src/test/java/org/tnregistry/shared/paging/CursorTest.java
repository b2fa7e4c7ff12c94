package org.tnregistry.shared.paging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Base64;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;

class CursorTest {
  private static final String LIST = "incidents:-updated";

  @Test
  void aCursorIsReadAsItWasWritten() {
    var cursor = new Cursor(LIST, List.of("2017-11-13 10:00:00+00", "id"));
    assertEquals(cursor, Cursor.decode(LIST, 2, cursor.encode()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {LIST, LIST + "\u001fa", LIST + "\u001fa\u001fb\u001fc", "x\u001fa\u001fb", ""})
  void anotherListOrShapeIsRefused(String text) {
    refused(Base64.getUrlEncoder().encodeToString(text.getBytes(UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "%", "\u00e9", "a b", "===="})
  void whatIsNoBase64IsRefused(String text) {
    refused(text);
  }

  @Test
  void aLimitIsOneToTwoHundred() {
    assertEquals(OptionalInt.of(50), Page.limit(null));
    assertEquals(OptionalInt.of(200), Page.limit("200"));
    for (var text : List.of("0", "201", "", "-1", "1000", "1e2", "\u0661", " 1")) {
      assertEquals(OptionalInt.empty(), Page.limit(text));
    }
  }

  private static void refused(String text) {
    var problem = assertThrows(ProblemException.class, () -> Cursor.decode(LIST, 2, text));
    assertEquals(StandardProblem.INVALID_CURSOR, problem.type());
  }
}
