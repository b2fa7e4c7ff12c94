package org.tnregistry.shared.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.problem.ProblemException;

class StrictJsonTest {
  private static final String MARKER = "Zq7Marker";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0.0",
        "1.5e-70",
        "1e79",
        "0.123456789012345",
        "12345678901234567890",
        "1E+2",
        "[1,[2]]"
      })
  void whatIsReadIsReadAgainFromItsPlainForm(String text) {
    var once = StrictJson.parse(text.getBytes(UTF_8));
    var plain = once.isNumber() ? once.decimalValue().toPlainString() : once.toString();
    assertEquals(once.toString(), StrictJson.parse(once.toString().getBytes(UTF_8)).toString());
    StrictJson.parse(plain.getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e80",
        "1e999999",
        "-1e999999",
        "1e-80",
        "1e-2147483647",
        "1e2147483647",
        "1e9999999999"
      })
  void numbersThatAreLongWrittenOutAreRefusedAtOnce(String number) {
    assertTimeout(
        Duration.ofSeconds(2), () -> assertEquals("beyond-limits", refusal("[" + number + "]")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[" + MARKER, "{\"" + MARKER + "\":1,\"" + MARKER + "\":2}", "1 " + MARKER})
  void nothingOfTheBodyIsRepeated(String body) {
    var problem =
        assertThrows(ProblemException.class, () -> StrictJson.parse(body.getBytes(UTF_8)));
    assertFalse(problem.toString().contains(MARKER));
    assertFalse(problem.faults().toString().contains(MARKER));
  }

  @Test
  void thirtyTwoLevelsAreEnough() {
    StrictJson.parse(("[".repeat(32) + "]".repeat(32)).getBytes(UTF_8));
    assertEquals("beyond-limits", refusal("[".repeat(33) + "]".repeat(33)));
  }

  @Test
  void refusedCharactersAreFoundWhereverTheyStand() {
    var document =
        StoredJson.parse("{\"a\":[\"\\u0000\",{\"b\":\"\\u202e\"}],\"c\\u2066\":{\"d\":\"x\"}}");
    assertEquals(
        List.of("#/a/0", "#/a/1/b", "#"),
        StrictJson.textFaults(document).stream().map(Fault::pointer).toList());
  }

  @Test
  void aMemberNameThatMayBeDataIsNotInThePointer() {
    assertEquals("#/*", Pointers.child("#", "someone@example.org"));
    assertEquals("#/*", Pointers.child("#", "a/b"));
    assertEquals("#/*", Pointers.child("#", "n".repeat(41)));
    assertEquals("#/kk-Cyrl", Pointers.child("#", "kk-Cyrl"));
  }

  private static String refusal(String body) {
    return assertThrows(ProblemException.class, () -> StrictJson.parse(body.getBytes(UTF_8)))
        .faults()
        .get(0)
        .code();
  }
}
