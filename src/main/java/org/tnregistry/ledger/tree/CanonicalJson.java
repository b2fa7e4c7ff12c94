package org.tnregistry.ledger.tree;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import org.erdtman.jcs.NumberToJSON;
import org.tnregistry.shared.json.StoredJson;

/**
 * One sequence of bytes for one JSON value, however it is spaced and ordered (RFC 8785). Of a
 * number with more digits than tell its nearest double from others, RFC 8785 would change or drop
 * some, and a change to them could not be seen: such a number keeps them all, without an exponent.
 */
final class CanonicalJson {
  private static final String SHORT_ESCAPES = "\b\t\n\f\r\"\\";
  private static final String ESCAPED_AS = "btnfr\"\\";

  private CanonicalJson() {}

  static byte[] of(String json) {
    return of(StoredJson.parse(json));
  }

  static byte[] of(JsonNode value) {
    var text = new StringBuilder();
    write(value, text);
    return text.toString().getBytes(UTF_8);
  }

  private static void write(JsonNode value, StringBuilder text) {
    if (value.isObject()) {
      object(value, text);
    } else if (value.isArray()) {
      text.append('[');
      for (int i = 0; i < value.size(); i++) {
        text.append(i == 0 ? "" : ",");
        write(value.get(i), text);
      }
      text.append(']');
    } else if (value.isTextual()) {
      string(value.textValue(), text);
    } else if (value.isNumber()) {
      text.append(number(value.decimalValue()));
    } else {
      text.append(value.asText());
    }
  }

  /** Members in the order of their UTF-16 code units, which is that of {@link String}. */
  private static void object(JsonNode object, StringBuilder text) {
    var names = new ArrayList<String>();
    object.fieldNames().forEachRemaining(names::add);
    Collections.sort(names);
    text.append('{');
    for (int i = 0; i < names.size(); i++) {
      text.append(i == 0 ? "" : ",");
      string(names.get(i), text);
      text.append(':');
      write(object.get(names.get(i)), text);
    }
    text.append('}');
  }

  private static void string(String value, StringBuilder text) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      int escape = SHORT_ESCAPES.indexOf(c);
      if (escape >= 0) {
        text.append('\\').append(ESCAPED_AS.charAt(escape));
      } else if (c < ' ') {
        text.append("\\u00").append(Character.forDigit(c >> 4, 16));
        text.append(Character.forDigit(c & 15, 16));
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }

  private static String number(BigDecimal number) {
    double nearest = number.doubleValue();
    if (Double.isFinite(nearest)) {
      var text = asDouble(nearest);
      if (new BigDecimal(text).compareTo(number) == 0) {
        return text;
      }
    }
    return number.stripTrailingZeros().toPlainString();
  }

  private static String asDouble(double number) {
    try {
      return NumberToJSON.serializeNumber(number);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
