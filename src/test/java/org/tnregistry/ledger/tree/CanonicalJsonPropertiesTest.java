package org.tnregistry.ledger.tree;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.erdtman.jcs.JsonCanonicalizer;
import org.erdtman.jcs.NumberToJSON;

/** One value, one sequence of bytes; another value, other bytes. */
class CanonicalJsonPropertiesTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static String canonical(String json) {
    return new String(CanonicalJson.of(json), UTF_8);
  }

  @Example
  void membersAreSortedByTheirUtf16UnitsAndNumbersAreShort() {
    assertEquals(
        "{\"\\r\":1,\"1\":[1e+30,4.5,0.002,1e-27,333333333.3333333],"
            + "\"\u20ac\":null,\"\ud83d\ude00\":true,\"\ufb33\":\"\\u000f\\n\\\"\\\\/\"}",
        canonical(
            """
            { "\\ufb33": "\\u000F\\n\\"\\\\\\/", "\\u20ac": null, "\\r": 1.0, "\\ud83d\\ude00": true,
              "1": [1E30, 4.50, 2e-3, 0.000000000000000000000000001, 333333333.3333333] }
            """));
  }

  @Example
  void aNumberThatNoDoubleStandsForKeepsItsDigits() {
    assertEquals("[12345678901234567890123]", canonical("[12345678901234567890123]"));
    assertEquals("[0.12345678901234567891]", canonical("[0.12345678901234567891000]"));
    assertEquals("[1e+70]", canonical("[1" + "0".repeat(70) + "]"));
  }

  @Property
  void itIsWhatTheReferenceImplementationSays(@ForAll("documents") JsonNode document)
      throws IOException {
    assertEquals(
        new JsonCanonicalizer("[" + document + "]").getEncodedString(),
        canonical("[" + document + "]"));
  }

  @Property
  void itIsItsOwnCanonicalForm(@ForAll("documents") JsonNode document) {
    var once = canonical(document.toString());
    assertEquals(once, canonical(once));
  }

  @Property
  void numbersThatDifferAreTold(@ForAll BigInteger digits, @ForAll("scales") int scale) {
    var number = new BigDecimal(digits, scale);
    var next = number.add(new BigDecimal(BigInteger.ONE, scale));
    assertNotEquals(canonical("[" + number + "]"), canonical("[" + next + "]"));
    assertEquals(canonical("[" + number + "]"), canonical("[" + number.toPlainString() + "]"));
  }

  @Provide
  Arbitrary<Integer> scales() {
    return Arbitraries.integers().between(0, 40);
  }

  @Provide
  Arbitrary<JsonNode> documents() {
    return Arbitraries.lazyOf(
        () -> Arbitraries.strings().ofMaxLength(5).map(JSON::textNode),
        () -> Arbitraries.doubles().map(CanonicalJsonPropertiesTest::shortest),
        () -> Arbitraries.of(true, false).map(JSON::booleanNode),
        this::objects);
  }

  private static JsonNode shortest(double number) {
    try {
      return JSON.numberNode(new BigDecimal(NumberToJSON.serializeNumber(number)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Arbitrary<JsonNode> objects() {
    return Arbitraries.maps(Arbitraries.strings().ofMaxLength(4), documents())
        .ofMaxSize(4)
        .map(members -> JSON.objectNode().setAll(members));
  }
}
