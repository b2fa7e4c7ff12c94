package org.tnregistry.party;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.access.Permission;
import org.tnregistry.contract.Api;
import org.tnregistry.contract.RawHttp;

@QuarkusTest
class IdentityReadingTest {
  @Inject AgencyFixture agencies;
  @Inject EntityManager database;

  @Test
  void anIdentityIsReadForAPurposeAsItWasSent() {
    var agency = agencies.agency();
    var id = Persons.registered(agency, Persons.named("Ботагөз", "Botagoz"));
    Persons.identity(agency.first(), id)
        .then()
        .statusCode(200)
        .header("Cache-Control", equalTo("no-store"))
        .body("party", equalTo(id))
        .body("identity.names.text", contains("Ботагөз", "Botagoz"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|missing-member",
        "{'purpose':'','legalBasis':'consent'}|empty",
        "{'purpose':'   ','legalBasis':'consent'}|empty",
        "{'purpose':'To know.'}|missing-member",
        "{'purpose':'To know.','legalBasis':'curiosity'}|unknown-code"
      })
  void withoutAPurposeAndALegalBasisNothingIsRead(String request, String fault) {
    var agency = agencies.agency();
    var id = Persons.registered(agency, Persons.named("Closed"));
    Api.sending(agency.first(), request.replace('\'', '"'))
        .post("/v1/parties/" + id + "/identity-readings")
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo(fault));
    assertEquals(0, entries(agency, id));
  }

  @Test
  void readingTakesAPermissionOfItsOwn() {
    var agency = agencies.agency();
    var id = Persons.registered(agency, Persons.named("Closed"));
    var reader = agencies.token(agency.id(), "reader", List.of(Permission.PARTY_READ));
    Persons.identity(reader, id).then().statusCode(403);
  }

  @Test
  void aHiddenAndAMissingPartyAreAnsweredAlike() {
    var hidden = Persons.registered(agencies.agency(), Persons.named("Hidden"));
    var other = agencies.agency().first();
    var missing = UUID.randomUUID().toString();
    assertEquals(read(other, missing), read(other, hidden));
  }

  private static String read(String token, String id) {
    var answer = RawHttp.post(token, "/v1/parties/" + id + "/identity-readings", Persons.PURPOSE);
    assertEquals(404, answer.status());
    return answer.body().replaceAll("\"requestId\":\"[^\"]*\"", "");
  }

  /** The ciphertext is damaged, so that the answer fails after the reading was noted. */
  @Test
  void theLedgerNotesAReadingWhoseAnswerFails() {
    var agency = agencies.agency();
    var id = Persons.registered(agency, Persons.named("Damaged"));
    acting(
        agency,
        () ->
            database
                .createNativeQuery(
                    "UPDATE party_identity SET ciphertext = '\\x00'::bytea WHERE party = :id")
                .setParameter("id", UUID.fromString(id))
                .executeUpdate());
    Api.failing(agency.first(), Persons.PURPOSE)
        .post("/v1/parties/" + id + "/identity-readings")
        .then()
        .statusCode(500);
    assertEquals(1, entries(agency, id));
    readings(agency.first(), id).then().body("items", hasSize(1));
  }

  @Test
  void aReadingIsNoChangeOfTheParty() throws Exception {
    var agency = agencies.agency();
    var id = Persons.registered(agency, Persons.named("Read"));
    Persons.identity(agency.first(), id).then().statusCode(200);
    Persons.erased(agency.first(), id).then().statusCode(200);
    assertEquals(
        List.of("upsert party-registered", "retract party-erased"),
        Persons.changes(agency.first(), id, 2));
  }

  @Test
  void theOwnerAccountsForEveryReading() {
    var owner = agencies.agency("law-enforcement", "MT");
    var reader = agencies.agency("asylum-authority", "MT");
    var id =
        Persons.registered(
            owner,
            Persons.named("Shared")
                .replace("\"identity\"", "\"handling\":{\"marking\":\"TLP:AMBER\"},\"identity\""));
    Persons.identity(owner.first(), id).then().statusCode(200);
    Api.sending(
            reader.first(),
            "{\"purpose\":\"To decide.\",\"legalBasis\":\"legal-obligation\",\"caseReference\":\"17/3\"}")
        .post("/v1/parties/" + id + "/identity-readings")
        .then()
        .statusCode(200);
    readings(owner.first(), id)
        .then()
        .statusCode(200)
        .body("items.agency", contains(reader.handle(), owner.handle()))
        .body("items.purpose", contains("To decide.", "To warn them."))
        .body("items.legalBasis", contains("legal-obligation", "vital-interests"))
        .body("items[0].caseReference", equalTo("17/3"))
        .body("items[0].person", nullValue())
        .body("items[1].person", equalTo("first-officer"));
    readings(reader.first(), id)
        .then()
        .body("items.agency", contains(reader.handle()))
        .body("items.person", contains("first-officer"));
    readings(agencies.agency("law-enforcement", "KZ").first(), id).then().statusCode(404);
  }

  @Test
  void readingsAreListedPageByPage() {
    var agency = agencies.agency();
    var id = Persons.registered(agency, Persons.named("Often"));
    for (int i = 0; i < 3; i++) {
      Persons.identity(agency.first(), id).then().statusCode(200);
    }
    var path = "/v1/parties/" + id + "/identity-readings?limit=2";
    var first = Api.as(agency.first()).get(path);
    first.then().body("items", hasSize(2));
    Api.as(agency.first())
        .get(path + "&cursor=" + first.path("next"))
        .then()
        .body("items", hasSize(1))
        .body("next", nullValue());
    Api.as(agency.first()).get(path + "&cursor=x").then().statusCode(400);
  }

  private static Response readings(String token, String id) {
    return Api.as(token).get("/v1/parties/" + id + "/identity-readings");
  }

  private long entries(TestAgency agency, String id) {
    return acting(
        agency,
        () ->
            (Long)
                database
                    .createNativeQuery(
                        "SELECT count(*) FROM journal WHERE act = 'identity-read' AND subject = :id",
                        Long.class)
                    .setParameter("id", UUID.fromString(id))
                    .getSingleResult());
  }

  private <T> T acting(TestAgency agency, Callable<T> work) {
    return agencies
        .context()
        .as(
            agencies.viewer(agency, "first-officer"),
            () -> QuarkusTransaction.requiringNew().call(work));
  }
}
