package org.tnregistry.party.retention;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.access.Permission;
import org.tnregistry.contract.Api;
import org.tnregistry.party.Persons;

@QuarkusTest
class RetentionTest {
  private static final String YEAR = "{\"identitiesAfterLastUse\":\"P1Y\"}";

  @Inject AgencyFixture agencies;
  @Inject Retention retention;
  @Inject Clock clock;

  @Test
  void anAgencySetsItsOwnRule() {
    var agency = agencies.agency();
    var none = read(agency);
    none.then().statusCode(200).body("identitiesAfterLastUse", nullValue());
    put(
            agency,
            none.header("ETag"),
            "{\"identitiesAfterLastUse\":\"P5Y\",\"readingsAfter\":\"P10Y\"}")
        .then()
        .statusCode(200);
    read(agency)
        .then()
        .body("identitiesAfterLastUse", equalTo("P5Y"))
        .body("readingsAfter", equalTo("P10Y"));
    put(agency, none.header("ETag"), YEAR).then().statusCode(412);
    Api.as(agency.first())
        .header("If-None-Match", read(agency).header("ETag"))
        .get(path(agency))
        .then()
        .statusCode(304);
  }

  @Test
  void theRuleOfAnotherAgencyIsNotThere() {
    var other = agencies.agency();
    var agency = agencies.agency();
    Api.as(agency.first()).get(path(other)).then().statusCode(404);
    var manager = agencies.token(agency.id(), "third", List.of(Permission.AGENCY_READ));
    Api.as(manager).get(path(agency)).then().statusCode(403);
  }

  @ParameterizedTest
  @CsvSource({
    "P29D, out-of-range", "P101Y, out-of-range", "P9999Y, out-of-range", "5 years, invalid-format",
    "P, invalid-format", "P1YT1H, invalid-format", "-P1Y, invalid-format", "P00001Y, invalid-format"
  })
  void aPeriodHasItsFormAndItsBounds(String period, String fault) {
    put(agencies.agency(), "*", "{\"readingsAfter\":\"" + period + "\"}")
        .then()
        .statusCode(422)
        .body("errors.code", contains(fault))
        .body("errors.pointer", contains("#/readingsAfter"));
  }

  @Test
  void anIdentityIsErasedWhenNobodyUsedItForThePeriod() {
    var agency = agencies.agency();
    var id = Persons.registered(agency, Persons.named("Kept Long"));
    var company =
        Persons.registered(agency, Persons.named("Company").replace("person", "organisation"));
    put(agency, "*", YEAR).then().statusCode(200);
    retention.apply(clock.instant().plus(Duration.ofDays(360)));
    Persons.identity(agency.first(), id).then().statusCode(200);
    assertTrue(retention.apply(clock.instant().plus(Duration.ofDays(370))) >= 1);
    party(agency, id).then().body("registry.erasureReason", equalTo("retention-expired"));
    party(agency, company).then().body("registry.erasureReason", nullValue());
    assertEquals(0, retention.apply(clock.instant().plus(Duration.ofDays(371))));
  }

  @Test
  void anAgencyWithoutARuleKeepsEverything() {
    var agency = agencies.agency();
    var id = Persons.registered(agency, Persons.named("Kept"));
    retention.apply(clock.instant().plus(Duration.ofDays(365 * 90)));
    party(agency, id).then().body("registry.erasedAt", nullValue());
  }

  @Test
  void whatReadersWroteIsDestroyedAfterItsPeriodAndTheReadingStays() {
    var agency = agencies.agency();
    var id = Persons.registered(agency, Persons.named("Read"));
    Persons.identity(agency.first(), id).then().statusCode(200);
    put(agency, "*", "{\"readingsAfter\":\"P30D\"}").then().statusCode(200);
    retention.apply(clock.instant().plus(Duration.ofDays(31)));
    Api.as(agency.first())
        .get("/v1/parties/" + id + "/identity-readings")
        .then()
        .body("items.agency", contains(agency.handle()))
        .body("items[0].purpose", nullValue());
    Persons.identity(agency.first(), id).then().statusCode(200);
  }

  private static Response party(TestAgency agency, String id) {
    return Api.as(agency.first()).get("/v1/parties/" + id);
  }

  private static String path(TestAgency agency) {
    return "/v1/agencies/" + agency.id() + "/retention";
  }

  private static Response read(TestAgency agency) {
    return Api.as(agency.first()).get(path(agency));
  }

  private static Response put(TestAgency agency, String tag, String rule) {
    return Api.sending(agency.first(), rule).header("If-Match", tag).put(path(agency));
  }
}
