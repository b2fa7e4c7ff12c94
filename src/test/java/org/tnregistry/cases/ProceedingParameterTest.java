package org.tnregistry.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.tnregistry.contract.Refusal.MARKER;
import static org.tnregistry.contract.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.contract.RawHttp;
import org.tnregistry.contract.RawHttp.Answer;

@QuarkusTest
class ProceedingParameterTest {
  private static final String ID = "11111111-1111-4111-8111-111111111111";

  @Inject AgencyFixture agencies;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type=" + MARKER + "|unknown-code type",
        "type=open|unknown-code type",
        "status=" + MARKER + "|unknown-code status",
        "status=recorded|unknown-code status",
        "requestingState=" + MARKER + "|unknown-country requestingState",
        "requestedState=BE&requestedState=XQ|unknown-country requestedState",
        "requestedState=be|unknown-country requestedState",
        "caseNumber=%01|invalid-format caseNumber",
        "target=" + MARKER + "|invalid-format target",
        "owner=" + MARKER + "|invalid-format owner",
        "openForDays=-1|out-of-range openForDays",
        "openForDays=36501|out-of-range openForDays",
        "openForDays=1.5|out-of-range openForDays",
        "openForDays=" + MARKER + "|out-of-range openForDays",
        "openForDays=1&openForDays=2|repeated-parameter openForDays",
        "hearingFrom=" + MARKER + "|invalid-date hearingFrom",
        "hearingFrom=2026|invalid-date hearingFrom",
        "hearingTo=2026-02-30|invalid-date hearingTo",
        "hearingTo=0000-01-01|invalid-date hearingTo",
        "hearingFrom=2026-02-02&hearingTo=2026-02-01|reversed-period hearingTo",
        "sort=" + MARKER + "|unknown-code sort",
        "sort=-nextHearing|unknown-code sort",
        "limit=0|out-of-range limit",
        "count=" + MARKER + "|unknown-code count",
        "status=|invalid-format status",
        "proceedingType=civil-suit|unknown-parameter proceedingType",
        MARKER + "_=1|unknown-parameter *"
      })
  void isRefusedWithItsName(String query, String fault) {
    assertRefused(search(query), 400, "invalid-parameter", fault);
  }

  @Test
  void allFaultsAreToldAtOnce() {
    assertRefused(
        search("type=x&requestedState=x&openForDays=x&hearingFrom=x&sort=x&limit=x&count=x"),
        400,
        "invalid-parameter",
        "invalid-date hearingFrom",
        "out-of-range limit",
        "out-of-range openForDays",
        "unknown-code count",
        "unknown-code sort",
        "unknown-code type",
        "unknown-country requestedState");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "proceedings:openSince",
        "proceedings:openSince\u001f2020-01-01\u001f" + ID,
        "proceedings:openSince\u001f" + MARKER + "\u001f" + ID + "\u001fp1",
        "proceedings:openSince\u001f2020-01-01\u001f" + MARKER + "\u001fp1",
        "proceedings:openSince\u001f2020-01-01\u001f" + ID + "\u001fp\u0000",
        "proceedings:nextHearing\u001f2020-01-01\u001f" + ID + "\u001fp1",
        "incidents:-updated\u001f2020-01-01\u001f" + ID
      })
  void aForgedCursorIsRefused(String text) {
    var forged = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    assertRefused(search("cursor=" + forged), 400, "invalid-cursor");
  }

  private Answer search(String query) {
    return RawHttp.get(agencies.agency().first(), "/v1/proceedings?" + query);
  }
}
