package org.tnregistry.access.limit;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tnregistry.cases.casefile.CaseBuilder.aCaseOfItsOwnerAlone;
import static org.tnregistry.cases.casefile.CaseBuilder.member;
import static org.tnregistry.cases.casefile.CaseBuilder.openedBy;
import static org.tnregistry.contract.Refusal.assertRefused;
import static org.tnregistry.incident.IncidentBuilder.anIncident;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.Api;
import org.tnregistry.contract.RawHttp;
import org.tnregistry.contract.RawHttp.Answer;

@QuarkusTest
@TestProfile(TightLimits.class)
class RateLimitTest {
  private static final String LIST = "/v1/agencies";
  private static final String REQUEST = "X-Request-Id: the-same-for-all";

  @Inject AgencyFixture agencies;

  private TestAgency agency;

  @BeforeEach
  void anAgency() {
    agency = agencies.agency();
  }

  @Test
  void everyAnswerToACredentialTellsWhatRemains() {
    Api.as(agency.first())
        .get(LIST)
        .then()
        .statusCode(200)
        .header("RateLimit-Policy", "\"default\";q=5;w=60")
        .header("RateLimit", matchesPattern("\"default\";r=4;t=\\d+"));
    Api.as(agency.first())
        .get(LIST + "/" + UUID.randomUUID())
        .then()
        .statusCode(404)
        .header("RateLimit", matchesPattern("\"default\";r=3;t=\\d+"));
    var clerk = agencies.token(agency.id(), "clerk", List.of("incident:write"));
    Api.as(clerk)
        .get(LIST)
        .then()
        .statusCode(403)
        .header("RateLimit", matchesPattern("\"default\";r=4;t=\\d+"));
  }

  @Test
  void whoAsksTooMuchIsToldWhenToComeBack() {
    var answer = exhausted(agency.first());
    assertRefused(answer, 429, "too-many-requests");
    assertTrue(Integer.parseInt(answer.header("Retry-After").orElseThrow()) >= 1);
    assertEquals("\"default\";q=5;w=60", answer.header("RateLimit-Policy").orElseThrow());
  }

  @Test
  void aSecondCredentialIsNoSecondLimit() {
    exhausted(agency.first());
    var again = agencies.token(agency.id(), "first-officer");
    assertRefused(RawHttp.get(again, LIST), 429, "too-many-requests");
    assertEquals(200, RawHttp.get(agency.second(), LIST).status());
    assertEquals(200, RawHttp.get(agencies.agency().first(), LIST).status());
  }

  @Test
  void theRefusalIsTheSameForWhatIsThereIsHiddenAndIsNot() {
    var own = "/v1/incidents/" + anIncident().postedBy(agency);
    var hidden = "/v1/incidents/" + anIncident().postedBy(agencies.agency());
    exhausted(agency.first());
    var refused = RawHttp.get(agency.first(), own, REQUEST);
    assertEquals(429, refused.status());
    for (var path : List.of(hidden, "/v1/incidents/" + UUID.randomUUID())) {
      var answer = RawHttp.get(agency.first(), path, REQUEST);
      assertEquals(refused.body(), answer.body());
      assertEquals(withoutTimes(refused), withoutTimes(answer));
    }
  }

  @Test
  void anAddressWithoutACredentialIsLimitedToo() {
    var answer = new Answer(0, "", "");
    for (int i = 0; i < 12; i++) {
      answer = RawHttp.from("127.0.0.3", "", "/v1/taxonomies");
    }
    assertRefused(answer, 429, "too-many-requests");
    assertEquals(200, RawHttp.from("127.0.0.4", "", "/v1/taxonomies").status());
  }

  @Test
  void anAddressThatKeepsFailingToSignInIsHeardNoMore() {
    for (int i = 0; i < 5; i++) {
      assertEquals(401, RawHttp.from("127.0.0.2", "tnr_guess", LIST).status());
    }
    var answer = RawHttp.from("127.0.0.2", agency.first(), LIST);
    assertRefused(answer, 429, "too-many-requests");
    assertTrue(Integer.parseInt(answer.header("Retry-After").orElseThrow()) >= 1);
    assertEquals(200, RawHttp.from("127.0.0.5", agency.first(), LIST).status());
  }

  @Test
  void recordsAreCountedByTheDayInListsAndOneByOne() {
    for (int i = 0; i < 8; i++) {
      var poster = agencies.token(agency.id(), "poster-" + i);
      anIncident().postedBy(new TestAgency(agency.id(), agency.handle(), poster, poster));
    }
    var reader = agencies.token(agency.id(), "reader", List.of("incident:read"));
    // Ten in a day, and eight in each list: the second is given, and the third is too much.
    for (int i = 0; i < 2; i++) {
      Api.as(reader).get("/v1/incidents").then().statusCode(200);
    }
    var refused = RawHttp.get(reader, "/v1/incidents", REQUEST);
    assertRefused(refused, 429, "too-many-requests");
    assertTrue(refused.header("RateLimit").orElse("").contains("\"records\";r=0;"), refused::head);
    var unknown = RawHttp.get(reader, "/v1/incidents/" + UUID.randomUUID(), REQUEST);
    assertEquals(refused.body(), unknown.body());
    Api.as(agency.first()).get("/v1/incidents").then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"disputes", "contributions", "members"})
  void whatIsSaidBesideRecordsIsCountedByTheDayToo(String kind) {
    var file = openedBy(agency, aCaseOfItsOwnerAlone());
    var record = "/v1/incidents/" + anIncident().sharedWith(agency).recordedBy(agencies.agency());
    var path = (kind.equals("members") ? file : record) + "/" + kind;
    for (int i = 0; i < 5; i++) {
      var json =
          switch (kind) {
            case "disputes" -> "{\"kind\":\"factual-error\",\"statement\":{\"en\":\"No.\"}}";
            case "contributions" -> "{\"counterView\":{\"en\":\"No.\"},\"reason\":\"Seen.\"}";
            default -> member(anIncident().sharedWith(agency).recordedBy(agencies.agency()));
          };
      var poster = agencies.token(agency.id(), "poster-" + i);
      Api.sending(poster, json).post(path).then().statusCode(201);
    }
    var reader = agencies.token(agency.id(), "reader", List.of("incident:read"));
    // Ten in a day, and five in each list: the third is too much.
    for (int i = 0; i < 2; i++) {
      Api.as(reader).get(path).then().statusCode(200);
    }
    assertRefused(RawHttp.get(reader, path), 429, "too-many-requests");
    var other = agencies.token(agency.id(), "other-reader", List.of("incident:read"));
    String one = Api.as(other).get(path).path("items[0].self");
    Api.as(other).get(one).then().header("RateLimit", containsString("\"records\";r=4;"));
  }

  private static Answer exhausted(String token) {
    var answer = new Answer(0, "", "");
    // One more than the limit, and those that come back meanwhile.
    for (int i = 0; i < TightLimits.REQUESTS + 10 && answer.status() != 429; i++) {
      answer = RawHttp.get(token, LIST);
    }
    return answer;
  }

  private static String withoutTimes(Answer answer) {
    return answer.head().replaceAll("t=\\d+", "t=").replaceAll("(?i)retry-after: \\d+", "");
  }
}
