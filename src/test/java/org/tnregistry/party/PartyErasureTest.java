package org.tnregistry.party;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.access.Permission;
import org.tnregistry.contract.Api;
import org.tnregistry.incident.IncidentBuilder;
import org.tnregistry.shared.crypto.CryptoException;
import org.tnregistry.shared.crypto.Envelope;
import org.tnregistry.shared.crypto.Place;
import org.tnregistry.shared.crypto.Sealed;
import org.tnregistry.shared.crypto.WrappedKey;

@QuarkusTest
class PartyErasureTest {
  @Inject AgencyFixture agencies;
  @Inject Envelope envelope;

  @Test
  void anErasedPartyLeavesATombstoneToItsOwner() {
    var agency = agencies.agency();
    var id = Persons.registered(agency, Persons.named("Erased"));
    var reference = read(agency, id).<String>path("registry.reference");
    Persons.erased(agency.first(), id)
        .then()
        .statusCode(200)
        .body("registry.erasureReason", equalTo("request-of-the-person"));
    read(agency, id)
        .then()
        .statusCode(200)
        .body("registry.id", equalTo(id))
        .body("registry.reference", equalTo(reference))
        .body("registry.erasedAt", notNullValue())
        .body("kind", equalTo("person"))
        .body("relations", nullValue())
        .body("state", nullValue());
  }

  @Test
  void itCanBeNeitherAmendedNorReadNorErasedAgainNorFound() {
    var agency = agencies.agency();
    var id = Persons.registered(agency, Persons.named("Gone Forever"));
    Persons.erased(agency.first(), id).then().statusCode(200);
    Api.sending(agency.first(), Persons.named("Back"))
        .header("If-Match", "*")
        .put("/v1/parties/" + id)
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/party-erased"));
    Persons.identity(agency.first(), id).then().statusCode(409);
    Persons.erased(agency.first(), id).then().statusCode(409);
    Api.sending(agency.first(), "{\"names\":[\"Gone Forever\"]}")
        .post("/v1/parties/search")
        .then()
        .body("items", empty());
  }

  @Test
  void othersWhoSawItAreToldOnceAndThenFindNothing() throws Exception {
    assumeTrue(EveryByte.canBeRead(), "only a superuser reads the journal of all");
    var agency = agencies.agency("law-enforcement", "MT");
    var other = agencies.agency("asylum-authority", "MT");
    var shared =
        Persons.named("Shared")
            .replace("\"identity\"", "\"handling\":{\"marking\":\"TLP:AMBER\"},\"identity\"");
    var id = Persons.registered(agency, shared);
    read(other, id).then().statusCode(200);
    Persons.erased(agency.first(), id).then().statusCode(200);
    read(other, id).then().statusCode(404);
    assertEquals("retract audience-narrowed", Persons.changes(other.first(), id, 2).get(1));
    var entry =
        rows(
            "SELECT reach_before, reach_after, bars_after FROM journal WHERE act = 'party-erased'"
                + " AND subject = '"
                + id
                + "'");
    assertNotEquals("0", entry.get(0));
    assertEquals(List.of("0", "0"), entry.subList(1, 3));
  }

  @Test
  void theTextOfAnErasureMustNotNameTheParty() {
    var agency = agencies.agency();
    var id = Persons.registered(agency, Persons.named("Джардемали Ботагоз"));
    Api.sending(
            agency.first(),
            "{\"reason\":\"request-of-the-person\",\"text\":\"Ms Jardemalie asked for it.\"}")
        .post("/v1/parties/" + id + "/erasure")
        .then()
        .statusCode(422)
        .body("errors.code", contains("names-the-party"));
    Persons.identity(agency.first(), id).then().statusCode(200);
  }

  @Test
  void erasingTakesAPermissionOfItsOwn() {
    var agency = agencies.agency();
    var id = Persons.registered(agency, Persons.named("Kept"));
    var writer = agencies.token(agency.id(), "writer", List.of(Permission.PARTY_WRITE));
    Persons.erased(writer, id).then().statusCode(403);
    Persons.erased(agencies.agency().first(), id).then().statusCode(404);
  }

  @Test
  void anIncidentKeepsThePseudonymOfAnErasedPartyAndCanBeAmended() {
    var agency = agencies.agency();
    var party = Persons.registered(agency, Persons.named("Target"));
    var incident =
        IncidentBuilder.anEmptyDraft()
            .with(
                d ->
                    d.withArrayProperty("targets")
                        .addObject()
                        .put("id", "t")
                        .put("role", "direct")
                        .put("party", party));
    var id = incident.postedBy(agency);
    Persons.erased(agency.first(), party).then().statusCode(200);
    Api.sending(agency.first(), incident.titled("fr", "Titre").json())
        .header("If-Match", "*")
        .put("/v1/incidents/" + id)
        .then()
        .statusCode(200)
        .body("targets[0].party", equalTo(party));
  }

  @Test
  void afterwardsNoTableTellsWhoItWasAndNoKeyOpensTheCiphertext() throws Exception {
    assumeTrue(EveryByte.canBeRead(), "only a superuser can dump all tables");
    var agency = agencies.agency();
    var name = "Ephemerastor Quillwhistle";
    var created =
        Api.sending(agency.first(), Persons.named(name))
            .header("Idempotency-Key", "erased")
            .post("/v1/parties");
    var id = created.<String>path("registry.id");
    Api.sending(agency.first(), "{\"purpose\":\"About " + name + "\",\"legalBasis\":\"consent\"}")
        .post("/v1/parties/" + id + "/identity-readings")
        .then()
        .statusCode(200);
    var stolen =
        rows(
            "SELECT master_key, encode(wrapped_key, 'hex'), encode(ciphertext, 'hex')"
                + " FROM party_identity WHERE party = '"
                + id
                + "'");
    Persons.erased(agency.first(), id).then().statusCode(200);
    assertEquals(List.of(), EveryByte.inTables(List.of("Ephemerastor", "Quillwhistle")));
    for (var table : List.of("party_identity", "party_name_token")) {
      assertEquals(
          List.of("0"), rows("SELECT count(*) FROM " + table + " WHERE party = '" + id + "'"));
    }
    for (var left :
        List.of(
            "identity_reading WHERE wrapped_key IS NOT NULL AND party = '" + id + "'",
            "idempotent_answer WHERE location = '/v1/parties/" + id + "'",
            "ledger_salt l JOIN journal j ON j.id = l.journal WHERE j.act <> 'party-erased'"
                + " AND l.subject = '"
                + id
                + "'")) {
      assertEquals(List.of("0"), rows("SELECT count(*) FROM " + left), left);
    }
    // A copy of the ciphertext, from a backup without keys, with any key there is but its own.
    var hex = HexFormat.of();
    var ciphertext = hex.parseHex(stolen.get(2));
    var place = new Place("party_identity", "ciphertext", id);
    for (var key : keysLeft()) {
      assertThrows(CryptoException.class, () -> envelope.open(place, new Sealed(key, ciphertext)));
    }
  }

  private static List<WrappedKey> keysLeft() throws SQLException {
    var keys = new ArrayList<WrappedKey>();
    try (var connection = EveryByte.superuser();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                SELECT master_key, wrapped_key FROM party_identity
                UNION ALL SELECT master_key, wrapped_key FROM identity_reading
                  WHERE wrapped_key IS NOT NULL
                UNION ALL SELECT master_key, wrapped_key FROM idempotent_answer
                  WHERE wrapped_key IS NOT NULL
                """)) {
      while (rows.next()) {
        keys.add(new WrappedKey(rows.getString(1), rows.getBytes(2)));
      }
    }
    return keys;
  }

  private static List<String> rows(String sql) throws SQLException {
    var values = new ArrayList<String>();
    try (var connection = EveryByte.superuser();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          values.add(rows.getString(i));
        }
      }
    }
    return values;
  }

  private static Response read(TestAgency agency, String id) {
    return Api.as(agency.first()).get("/v1/parties/" + id);
  }
}
