package org.tnregistry.shared.schema;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tnregistry.shared.date.Edtf;
import org.tnregistry.shared.date.EdtfException;
import org.tnregistry.shared.language.LanguageTags;
import org.tnregistry.shared.place.Countries;
import org.tnregistry.shared.problem.Fault;

/**
 * The lexical forms of the standard. Each is a {@code format} of the JSON Schema; the sentence is
 * what a sender reads when its text has not that form.
 */
public enum Lexical {
  EDTF(
      "edtf",
      "invalid-date",
      "A date in EDTF level 1 (ISO 8601-2), such as 2017, 2017-11-13 or 2016-11/.."),
  COUNTRY(
      "iso-3166-1",
      "unknown-country",
      "An ISO 3166-1 alpha-2 code, or the four-letter ISO 3166-3 code of a state that no longer exists"),
  SUBDIVISION("iso-3166-2", "invalid-format", "An ISO 3166-2 code such as BE-BRU"),
  LANGUAGE(
      "bcp-47",
      "invalid-language-tag",
      "A BCP 47 language tag in canonical case such as en or kk-Cyrl"),
  INSTANT("date-time", "invalid-format", "An RFC 3339 instant in UTC such as 2026-01-31T12:00:00Z"),
  SCRIPT("iso-15924", "invalid-format", "An ISO 15924 script code such as Cyrl"),
  UUID("uuid", "invalid-format", "A UUID in lower case"),
  LOCAL_ID(
      "local-id",
      "invalid-format",
      "An id of one to 40 lower-case letters, digits and hyphens, beginning with a letter"),
  WEB_ADDRESS(
      "web-address",
      "invalid-format",
      "An absolute http or https address without user information"),
  SHA256("sha-256", "invalid-format", "A SHA-256 digest as 64 lower-case hexadecimal digits"),
  POINTER("json-pointer", "invalid-format", "A JSON Pointer (RFC 6901) such as /acts/0/period"),
  HANDLE(
      "agency-handle",
      "invalid-format",
      "A handle of two to 40 lower-case letters, digits and hyphens, beginning with a letter"),
  PERIOD(
      "iso-8601-period",
      "invalid-format",
      "An ISO 8601 period of years, months, weeks or days such as P5Y or P18M");

  /** Of a text that says something: one character that is no space, control or format character. */
  public static final String NOT_BLANK = "[^\\s\\p{Z}\\p{Cc}\\p{Cf}]";

  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern SCRIPT_TEXT = Pattern.compile("[A-Z][a-z]{3}");
  private static final Pattern LOCAL_ID_TEXT = Pattern.compile("[a-z][a-z0-9-]{0,39}");
  private static final Pattern HANDLE_TEXT = Pattern.compile("[a-z][a-z0-9-]{1,39}");

  /** Up to four digits each, in this order, at least one of them. */
  private static final Pattern PERIOD_TEXT =
      Pattern.compile("P(?=[0-9])([0-9]{1,4}Y)?([0-9]{1,4}M)?([0-9]{1,4}W)?([0-9]{1,4}D)?");

  private static final Pattern SHA256_TEXT = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern SUBDIVISION_TEXT = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");

  /** A tilde that escapes nothing. Sought, because a pattern of the whole text would recurse. */
  private static final Pattern LOOSE_TILDE = Pattern.compile("~(?![01])");

  /** The years that the registry's database and every RFC 3339 reader know. */
  private static final Pattern INSTANT_TEXT =
      Pattern.compile("(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}(\\.[0-9]{1,9})?Z");

  private final String format;
  private final String faultCode;
  private final String sentence;

  Lexical(String format, String faultCode, String sentence) {
    this.format = format;
    this.faultCode = faultCode;
    this.sentence = sentence;
  }

  public String format() {
    return format;
  }

  public String sentence() {
    return sentence;
  }

  public boolean accepts(String text) {
    return switch (this) {
      case EDTF -> edtfFault(text, "").isEmpty();
      case COUNTRY -> Countries.isKnown(text);
      case SUBDIVISION -> SUBDIVISION_TEXT.matcher(text).matches();
      case LANGUAGE -> LanguageTags.isWellFormed(text);
      case INSTANT -> isInstant(text);
      case SCRIPT -> SCRIPT_TEXT.matcher(text).matches();
      case UUID -> UUID_TEXT.matcher(text).matches();
      case LOCAL_ID -> LOCAL_ID_TEXT.matcher(text).matches();
      case WEB_ADDRESS -> isWebAddress(text);
      case SHA256 -> SHA256_TEXT.matcher(text).matches();
      case POINTER -> text.startsWith("/") && !LOOSE_TILDE.matcher(text).find();
      case HANDLE -> HANDLE_TEXT.matcher(text).matches();
      case PERIOD -> PERIOD_TEXT.matcher(text).matches();
    };
  }

  /** The fault of a text that has not this form. */
  Fault fault(String text, String pointer) {
    return this == EDTF
        ? edtfFault(text, pointer).orElseThrow()
        : new Fault(faultCode, pointer, sentence + " is expected.");
  }

  private static Optional<Fault> edtfFault(String text, String pointer) {
    try {
      Edtf.parse(text);
      return Optional.empty();
    } catch (EdtfException e) {
      var code =
          switch (e.reason()) {
            case REVERSED -> "reversed-period";
            case IMPOSSIBLE_DATE -> "impossible-date";
            default -> "invalid-date";
          };
      return Optional.of(new Fault(code, pointer, e.detail()));
    }
  }

  private static boolean isInstant(String text) {
    if (!INSTANT_TEXT.matcher(text).matches()) {
      return false;
    }
    try {
      Instant.parse(text);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static boolean isWebAddress(String text) {
    try {
      var uri = new URI(text);
      return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
          && uri.getHost() != null
          && uri.getUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  static Optional<Lexical> ofFormat(String format) {
    return Arrays.stream(values()).filter(l -> l.format.equals(format)).findFirst();
  }
}
