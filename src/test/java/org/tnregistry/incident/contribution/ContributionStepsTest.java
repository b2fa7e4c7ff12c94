package org.tnregistry.incident.contribution;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tnregistry.incident.IncidentBuilder.anIncident;
import static org.tnregistry.incident.IncidentBuilder.step;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.Api;

/** Who takes which step from where, and that whatever was contributed stays to be read. */
@QuarkusTest
class ContributionStepsTest {
  private static final String GIVEN =
      "{\"sources\":[{\"id\":\"n1\",\"type\":\"official-document\",\"title\":\"A list\"}],"
          + "\"reason\":\"Seen.\"}";

  private enum Act {
    ACCEPTANCE("accepted"),
    DECLINATION("declined"),
    STANDING("standing"),
    WITHDRAWAL("withdrawn");

    private final String status;

    Act(String status) {
      this.status = status;
    }
  }

  @Inject AgencyFixture agencies;

  private TestAgency owner;
  private TestAgency author;
  private TestAgency reader;
  private String id = "";
  private String record = "";

  @BeforeEach
  void aSharedRecord() {
    owner = agencies.agency("law-enforcement", "FR");
    author = agencies.agency("ngo", null);
    reader = agencies.agency("law-enforcement", "DE");
    id = anIncident().sharedWith(author, reader).recordedBy(owner);
    record = "/v1/incidents/" + id;
  }

  @ParameterizedTest
  @CsvSource({
    "ACCEPTANCE, 409, 409, 409, 409",
    "DECLINATION, 409, 409, 409, 409",
    "STANDING, 200, 200, 409, 200",
    "WITHDRAWAL, 409, 409, 409, 409"
  })
  void afterAStepOthersAreAllowedOrRefused(
      Act first, int acceptance, int declination, int standing, int withdrawal) {
    var then = List.of(acceptance, declination, standing, withdrawal).iterator();
    for (var act : Act.values()) {
      var self = filed();
      taken(first, self, "First.").statusCode(200).body("status", equalTo(first.status));
      int status = then.next();
      var answer = taken(act, self, "Then.").statusCode(status);
      if (status == 409) {
        answer.body("type", equalTo("/problems/contribution-settled"));
      }
      var acts =
          Stream.concat(Stream.of(first), status == 200 ? Stream.of(act) : Stream.empty())
              .map(a -> a.status)
              .toList();
      Api.as(reader.first())
          .get(self)
          .then()
          .statusCode(200)
          .body("status", equalTo(acts.get(acts.size() - 1)))
          .body("acts.act", equalTo(acts))
          .body("acts.reason", equalTo(List.of("First.", "Then.").subList(0, acts.size())))
          .body("reason", equalTo("Seen."))
          .body("sources.title", contains("A list"));
    }
  }

  @ParameterizedTest
  @CsvSource({"DECLINATION", "WITHDRAWAL"})
  void aSecondStepIsTheLast(Act second) {
    var self = filed();
    taken(Act.STANDING, self, "First.").statusCode(200);
    taken(second, self, "Then.").statusCode(200);
    for (var act : Act.values()) {
      taken(act, self, "After.").statusCode(409);
    }
    Api.as(reader.first()).get(self).then().body("acts.act", contains("standing", second.status));
  }

  @Test
  void onlyTheOwnerDecidesAndOnlyTheAuthorWithdraws() {
    var self = filed();
    for (var act : Act.values()) {
      var others = act == Act.WITHDRAWAL ? List.of(owner, reader) : List.of(author, reader);
      for (var other : others) {
        taken(other, act, self, "Mine.").statusCode(403);
      }
    }
    Api.as(owner.first())
        .get(self)
        .then()
        .body("status", equalTo("open"))
        .body("acts", nullValue());
  }

  @Test
  void whateverBecameOfThemAllAreListedAsTheyWereFiled() {
    var open = filed();
    var all =
        Stream.concat(
                Stream.of(open),
                Stream.of(Act.values())
                    .map(
                        act -> {
                          var self = filed();
                          taken(act, self, "Test.").statusCode(200);
                          return self;
                        }))
            .toList();
    for (var agency : List.of(owner, author, reader)) {
      Api.as(agency.first())
          .get(record + "/contributions")
          .then()
          .statusCode(200)
          .body("items.self", equalTo(all))
          .body("items.status", contains("open", "accepted", "declined", "standing", "withdrawn"))
          .body("items.reason", equalTo(List.of("Seen.", "Seen.", "Seen.", "Seen.", "Seen.")))
          .body("items.author.unique()", contains(author.handle()))
          .body("items.collect { it.sources.size() }.unique()", contains(1));
    }
    step(owner.second(), id, "withdrawn").then().statusCode(200);
    Api.as(reader.first())
        .get(record + "/contributions")
        .then()
        .statusCode(200)
        .body("items.self", equalTo(all));
  }

  @Test
  void whatIsFiledBeforeARecordIsWithdrawnIsNotAcceptedIntoItAndCanBeDeclined() {
    var self = filed();
    step(owner.second(), id, "withdrawn").then().statusCode(200);
    taken(Act.ACCEPTANCE, self, "Late.")
        .statusCode(409)
        .body("type", equalTo("/problems/incident-wrong-status"));
    Api.as(reader.first()).get(self).then().body("status", equalTo("open"));
    taken(Act.DECLINATION, self, "Late.").statusCode(200);
    assertEquals("declined", Api.as(reader.first()).get(self).path("status"));
  }

  private String filed() {
    return Api.sending(author.first(), GIVEN)
        .post(record + "/contributions")
        .then()
        .statusCode(201)
        .extract()
        .path("self");
  }

  private ValidatableResponse taken(Act act, String self, String reason) {
    return taken(act == Act.WITHDRAWAL ? author : owner, act, self, reason);
  }

  private ValidatableResponse taken(TestAgency by, Act act, String self, String reason) {
    var request = Api.sending(by.first(), "{\"reason\":\"" + reason + "\"}");
    if (act == Act.ACCEPTANCE) {
      request.header("If-Match", Api.as(owner.first()).get(record).header("ETag"));
    }
    return request.post(self + "/" + act.name().toLowerCase(Locale.ROOT)).then();
  }
}
