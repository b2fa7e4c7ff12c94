package org.tnregistry.incident;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tnregistry.contract.Refusal.MARKER;
import static org.tnregistry.contract.Refusal.assertRefused;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.StoredRows;
import org.tnregistry.contract.RawHttp;

@QuarkusTest
class MalformedBodyTest {
  private static final String PATH = "/v1/incidents";
  private static final String JSON = "Content-Type: application/json";
  private static final String TITLED = "{\"title\":{\"en\":\"" + MARKER + "\"}";

  @Inject AgencyFixture agencies;
  @Inject StoredRows rows;

  static Stream<Arguments> bodies() {
    return Stream.of(
        Arguments.of("nothing", "", "empty-body #"),
        Arguments.of("blanks", " \n ", "empty-body #"),
        Arguments.of("a word", MARKER, "syntax #"),
        Arguments.of("an open object", TITLED, "syntax #"),
        Arguments.of("a word behind", TITLED + "}" + MARKER, "syntax #"),
        Arguments.of("a second value", TITLED + "}" + TITLED + "}", "syntax #"),
        Arguments.of("a comment", TITLED + "/*" + MARKER + "*/}", "syntax #"),
        Arguments.of("no number", TITLED + ",\"period\":NaN}", "syntax #"),
        Arguments.of("a raw NUL", "{\"title\":\"\u0000" + MARKER + "\"}", "syntax #"),
        Arguments.of("a byte order mark", "\ufeff" + TITLED + "}", "syntax #"),
        Arguments.of(
            "a member twice",
            TITLED + ",\"title\":{\"en\":\"" + MARKER + "\"}}",
            "duplicate-member #"),
        Arguments.of("1,000 lists in lists", "[".repeat(1_000), "beyond-limits #"),
        Arguments.of("10,000 digits", claiming("9".repeat(10_000)), "beyond-limits #"),
        Arguments.of("a million digits to be", claiming("1e999999"), "beyond-limits #"),
        Arguments.of("too many digits to count", claiming("1e99999999999"), "beyond-limits #"),
        Arguments.of("a million zeros to be", claiming("-1e-999999"), "beyond-limits #"),
        Arguments.of("a long name", "{\"" + "n".repeat(300) + "\":1}", "beyond-limits #"),
        Arguments.of("200,000 values", "[" + "0,".repeat(200_000) + "0]", "beyond-limits #"));
  }

  private static String claiming(String number) {
    return TITLED + ",\"claims\":[{\"value\":" + number + "}]}";
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void isRefusedAsMalformed(String name, String body, String fault) {
    refused(body.getBytes(UTF_8), fault);
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    refused(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}, "invalid-utf8 #");
    refused(new byte[] {'"', (byte) 0xc0, (byte) 0x80, '"'}, "invalid-utf8 #");
    refused((TITLED + "}").getBytes(UTF_16), "invalid-utf8 #");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "3", "\"x\"", "true"})
  void aDocumentIsAnObject(String body) {
    var agency = agencies.agency();
    assertRefused(
        RawHttp.post(agency.first(), PATH, body), 422, "invalid-document", "wrong-type #");
  }

  private void refused(byte[] body, String fault) {
    var agency = agencies.agency();
    var before = rows.of(agency);
    assertRefused(
        RawHttp.send("POST", agency.first(), PATH, body, JSON), 400, "malformed-json", fault);
    assertEquals(before, rows.of(agency));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-No: content type",
        "Content-Type: text/plain",
        "Content-Type: application/xml",
        "Content-Type: */*",
        "Content-Type: application/*",
        "Content-Type: " + MARKER,
        "Content-Type: application/merge-patch+json",
        "Content-Type: application/json; charset=utf-16",
        "Content-Type: application/json; charset=" + MARKER,
        "Content-Type: application/json\r\nContent-Encoding: gzip",
        "Content-Type: application/json\r\nContent-Encoding: " + MARKER
      })
  void onlyPlainJsonIsRead(String header) {
    var agency = agencies.agency();
    var before = rows.of(agency);
    var body = anIncident().json().getBytes(UTF_8);
    assertRefused(
        RawHttp.send("POST", agency.first(), PATH, body, header), 415, "unsupported-media-type");
    assertEquals(before, rows.of(agency));
  }

  @Test
  void compressedBodiesAreRefused() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(anIncident().json().getBytes(UTF_8));
    }
    assertRefused(
        RawHttp.send(
            "POST",
            agencies.agency().first(),
            PATH,
            bytes.toByteArray(),
            JSON,
            "Content-Encoding: gzip"),
        415,
        "unsupported-media-type");
  }

  @ParameterizedTest
  @ValueSource(strings = {JSON, "Content-Type: application/json; charset=\"UTF-8\""})
  void jsonInUtf8IsRead(String header) {
    var body = anIncident().json().getBytes(UTF_8);
    assertEquals(201, RawHttp.send("POST", agencies.agency().first(), PATH, body, header).status());
  }

  @Test
  void aClientMayWaitToBeToldToGoOn() {
    var answer =
        RawHttp.send(
            "POST",
            agencies.agency().first(),
            PATH,
            anIncident().json().getBytes(UTF_8),
            JSON,
            "Expect: 100-continue");
    assertEquals(100, answer.status());
    assertEquals("HTTP/1.1 201 Created", answer.body().lines().findFirst().orElse(""));
  }

  @Test
  void twoMegabytesAreTooMuchHoweverTheyAreSent() {
    var agency = agencies.agency();
    var before = rows.of(agency);
    var body =
        anIncident()
            .with(d -> d.putObject("narrative").put("en", MARKER.repeat(220_000)))
            .json()
            .getBytes(UTF_8);
    assertRefused(RawHttp.send("POST", agency.first(), PATH, body, JSON), 413, "too-large");
    assertRefused(RawHttp.postChunked(agency.first(), PATH, body), 413, "too-large");
    assertEquals(before, rows.of(agency));
  }

  @Test
  void tenThousandActsAreTooMany() {
    var agency = agencies.agency();
    var before = rows.of(agency);
    var document = anIncident();
    for (int i = 0; i < 10_000; i++) {
      document.act("b" + i, "spyware", "completed");
    }
    assertRefused(
        RawHttp.post(agency.first(), PATH, document.json()),
        422,
        "invalid-document",
        "too-many #/acts");
    assertEquals(before, rows.of(agency));
  }

  @Test
  void aNumberThatIsStoredCanBeAmendedLater() {
    var agency = agencies.agency();
    var id =
        anIncident()
            .with(
                d ->
                    d.putArray("claims")
                        .addObject()
                        .put("id", "c1")
                        .put("pointer", "/title")
                        .put("value", new java.math.BigDecimal("1.5e-70"))
                        .put("source", "s1"))
            .postedBy(agency);
    var patch = "{\"period\":\"2017\"}".getBytes(UTF_8);
    assertEquals(
        200,
        RawHttp.send(
                "PATCH",
                agency.first(),
                PATH + "/" + id,
                patch,
                "Content-Type: application/merge-patch+json",
                "If-Match: *")
            .status());
  }
}
