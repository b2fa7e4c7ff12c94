package org.tnregistry.classification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.tnregistry.classification.AssessmentBuilder.anAssessment;
import static org.tnregistry.contract.Refusal.assertRefused;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.Api;
import org.tnregistry.contract.RawHttp;

/** However much one agency says beside a record, others can read it, and say what they have to. */
@QuarkusTest
class WordsBesideARecordTest {
  private static final int MAX_BYTES = 4 * 1024 * 1024;

  @Inject AgencyFixture agencies;

  private TestAgency talker;
  private TestAgency other;
  private String record = "";

  @BeforeEach
  void aSharedRecord() {
    talker = agencies.agency();
    other = agencies.agency();
    record =
        "/v1/incidents/" + anIncident().sharedWith(talker, other).recordedBy(agencies.agency());
  }

  @ParameterizedTest
  @CsvSource({"disputes, 50", "contributions, 100", "assessments, 100"})
  void anAgencySaysSoOftenAndNotOnceMore(String kind, int most) {
    var words = words(kind, "{\"en\":\"No.\"}");
    var list = "/" + kind;
    for (int i = 0; i < most; i++) {
      posted(talker, list, words);
    }
    assertFull(kind, words);
    posted(other, list, words);
  }

  @Test
  void anAgencySaysSoMuchAndNoMore() {
    var longest = "\u5b57".repeat(5_000);
    var text =
        Stream.of(Locale.getISOLanguages())
            .filter(language -> !language.equals("bh"))
            .limit(50)
            .map(language -> "\"" + language + "\":\"" + longest + "\"")
            .collect(Collectors.joining(",", "{", "}"));
    for (var kind : new String[] {"disputes", "contributions", "assessments"}) {
      var words = words(kind, text);
      for (int bytes = 0; bytes < MAX_BYTES; bytes += text.getBytes(UTF_8).length) {
        posted(talker, "/" + kind, words);
      }
      assertFull(kind, words);
      posted(other, "/" + kind, words);
    }
  }

  private static String words(String kind, String text) {
    return switch (kind) {
      case "disputes" -> "{\"kind\":\"factual-error\",\"statement\":" + text + "}";
      case "contributions" -> "{\"counterView\":" + text + ",\"reason\":\"Seen.\"}";
      default ->
          anAssessment()
              .answering("state-nexus", "state-ordered")
              .json()
              .replace("{\"en\":\"As the sources say.\"}", text);
    };
  }

  private void posted(TestAgency by, String list, String words) {
    Api.sending(by.first(), words).post(record + list).then().statusCode(201);
  }

  private void assertFull(String kind, String words) {
    var slug = kind.substring(0, kind.length() - 1) + "-full";
    assertRefused(RawHttp.post(talker.first(), record + "/" + kind, words), 409, slug);
  }
}
