package org.tnregistry.party;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.contract.Api;

/** What an older release stored, found at the start of this one. */
@QuarkusTest
class ClearNamesTest {
  @Inject AgencyFixture agencies;
  @Inject IdentityKeeping keeping;

  @BeforeEach
  void somebodyWhoCanWriteAnything() {
    assumeTrue(EveryByte.canBeRead(), "only a superuser writes past the policies");
  }

  @Test
  void namesInClearAreSealedAndFound() throws Exception {
    var agency = agencies.agency();
    var id = UUID.randomUUID().toString();
    stored(
        agency,
        id,
        "{\"kind\":\"person\",\"state\":\"KZ\",\"names\":[{\"text\":\"Clearwaterine Oldrelease\",\"kind\":\"primary\"}],"
            + "\"note\":{\"en\":\"Clearwaterine.\"}}");
    keeping.keep();
    assertEquals(List.of(), EveryByte.inTables(List.of("Clearwaterine", "Oldrelease")));
    Persons.identity(agency.first(), id)
        .then()
        .statusCode(200)
        .body("identity.names.text", contains("Clearwaterine Oldrelease"))
        .body("identity.note.en", equalTo("Clearwaterine."));
    search(agency).body("items.party", contains(id));
    Api.as(agency.first()).get("/v1/parties/" + id).then().body("state", equalTo("KZ"));
  }

  @Test
  void whatOtherRulesIndexedIsIndexedAgain() throws Exception {
    var agency = agencies.agency();
    var id = Persons.registered(agency, Persons.named("Clearwaterine Oldrelease"));
    execute("DELETE FROM party_name_token WHERE party = '" + id + "'");
    execute("UPDATE party_identity SET index_version = '0/0' WHERE party = '" + id + "'");
    search(agency).body("items", empty());
    keeping.keep();
    search(agency).body("items.party", contains(id));
  }

  private static ValidatableResponse search(TestAgency agency) {
    return Api.sending(agency.first(), "{\"names\":[\"Oldrelease Clearwaterine\"]}")
        .post("/v1/parties/search")
        .then()
        .statusCode(200);
  }

  private static void stored(TestAgency agency, String id, String document) throws Exception {
    execute(
        "INSERT INTO party (id, reference, owner, kind, revision, document, created_at, created_by,"
            + " updated_at) VALUES ('%s', '%s', '%s', 'person', 1, '%s', now(), 'old', now())"
                .formatted(id, id, agency.id(), document));
  }

  private static void execute(String sql) throws Exception {
    try (var connection = EveryByte.superuser();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
