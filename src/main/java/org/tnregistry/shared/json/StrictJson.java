package org.tnregistry.shared.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.problem.ProblemException;
import org.tnregistry.shared.problem.StandardProblem;
import org.tnregistry.shared.text.Characters;

/**
 * Reads JSON the way two parsers cannot read it differently (I-JSON, RFC 7493): UTF-8 only, no
 * duplicate members, nothing after the value, bounded depth and numbers.
 */
public final class StrictJson {
  private static final int MAX_DEPTH = 32;
  private static final int MAX_NUMBER_CHARACTERS = 100;

  /** Written out in full, as the database does; fewer, so that what it writes can be read again. */
  private static final int MAX_NUMBER_DIGITS = 80;

  private static final int MAX_NAME_CHARACTERS = 256;

  /** More values than any document of the standard needs; each can be at fault. */
  private static final int MAX_VALUES = 100_000;

  /** 64 Ki, the bound of any one string; longer ones are a fault with a pointer. */
  public static final int MAX_STRING = 65_536;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxNumberLength(MAX_NUMBER_CHARACTERS)
                          .maxNameLength(MAX_NAME_CHARACTERS)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
          .build();

  private StrictJson() {}

  /** The mapper all documents are read and written with. Thread-safe; must not be reconfigured. */
  public static ObjectMapper mapper() {
    return MAPPER;
  }

  /**
   * @throws ProblemException 400 {@code malformed-json} with one fault that says what is wrong
   */
  public static JsonNode parse(byte[] body) {
    var text = decode(body);
    try {
      var node = MAPPER.readTree(text);
      if (node.isMissingNode()) {
        throw malformed("empty-body", "The body is empty.");
      }
      if (!isBounded(node)) {
        throw beyondLimits();
      }
      return node;
    } catch (StreamConstraintsException | NumberFormatException e) {
      throw beyondLimits();
    } catch (JsonParseException e) {
      throw String.valueOf(e.getMessage()).startsWith("Duplicate field")
          ? malformed("duplicate-member", "An object names the same member twice" + at(e))
          : malformed("syntax", "The body is not well-formed JSON" + at(e));
    } catch (JsonProcessingException e) {
      throw malformed("syntax", "The body is not one JSON value" + at(e));
    }
  }

  /**
   * Whether there are not too many values, and no number that a few characters make long: {@code
   * 1e999999} is one that the database cannot hold, or holds with a million digits.
   */
  private static boolean isBounded(JsonNode document) {
    var open = new ArrayDeque<JsonNode>();
    open.add(document);
    int values = 0;
    while (!open.isEmpty()) {
      var node = open.pop();
      if (++values > MAX_VALUES || (node.isNumber() && !isShort(node.decimalValue()))) {
        return false;
      }
      node.forEach(open::push);
    }
    return true;
  }

  private static boolean isShort(BigDecimal number) {
    long fraction = Math.max(number.scale(), 0L);
    long whole = Math.max((long) number.precision() - number.scale(), 1L);
    return whole + fraction <= MAX_NUMBER_DIGITS;
  }

  private static ProblemException beyondLimits() {
    return malformed(
        "beyond-limits",
        "The body is nested too deeply, has too many values, or holds a number or name too long.");
  }

  private static String at(JsonProcessingException e) {
    var location = e.getLocation();
    return location == null
        ? "."
        : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ").";
  }

  private static String decode(byte[] body) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(body))
          .toString();
    } catch (CharacterCodingException e) {
      throw malformed("invalid-utf8", "The body is not valid UTF-8.");
    }
  }

  private static ProblemException malformed(String code, String detail) {
    return new ProblemException(
        StandardProblem.MALFORMED_JSON, List.of(new Fault(code, "#", detail)));
  }

  /**
   * A fault for every string, value or member name, that is too long or holds a refused character.
   */
  public static List<Fault> textFaults(JsonNode node) {
    var faults = new ArrayList<Fault>();
    walk(node, "#", faults);
    return faults;
  }

  private static void walk(JsonNode node, String pointer, List<Fault> faults) {
    if (node.isTextual()) {
      check(node.textValue(), pointer, faults);
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        walk(node.get(i), pointer + "/" + i, faults);
      }
    } else {
      for (var member : node.properties()) {
        // The pointer of a member whose name is refused stops at its parent: it would echo the
        // name.
        if (Characters.firstForbidden(member.getKey()).isPresent()) {
          faults.add(
              new Fault(
                  "forbidden-character", pointer, "A member name holds a refused character."));
        } else {
          walk(member.getValue(), Pointers.child(pointer, member.getKey()), faults);
        }
      }
    }
  }

  private static void check(String text, String pointer, List<Fault> faults) {
    if (text.length() > MAX_STRING) {
      faults.add(new Fault("too-long", pointer, "A string is longer than 65536 characters."));
    }
    Characters.firstForbidden(text)
        .ifPresent(
            kind ->
                faults.add(
                    new Fault(
                        "forbidden-character",
                        pointer,
                        "The text holds a refused character: "
                            + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                            + ".")));
  }
}
