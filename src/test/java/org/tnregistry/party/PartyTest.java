package org.tnregistry.party;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.access.Permission;
import org.tnregistry.contract.Api;
import org.tnregistry.incident.IncidentBuilder;
import org.tnregistry.shared.json.StrictJson;

@QuarkusTest
class PartyTest {
  private static final String EVERY_MEMBER =
      """
      {
        "kind": "organisation", "organisationKind": "bank", "state": "KZ",
        "relations": [{"type": "owned-by", "party": "@owner"}],
        "handling": {"marking": "TLP:AMBER", "audience": {"jurisdictions": ["FR"]}},
        "identity": {
          "names": [
            {"text": "БТА Банк", "language": "kk-Cyrl", "script": "Cyrl", "kind": "primary"},
            {"text": "BTA Bank", "language": "en", "script": "Latn", "kind": "transliteration"},
            {"text": "بنك", "language": "ar", "script": "Arab", "kind": "alias"},
            {"text": "銀行", "language": "zh-Hant", "script": "Hant", "kind": "former"}
          ],
          "birth": {"date": "1997", "country": "KZ", "place": {"en": "Almaty"}},
          "nationalities": ["KZ"],
          "documents": [{"type": "registration-number", "number": "3903-1900-AO", "state": "KZ", "validity": "1997/.."}],
          "contacts": [{"type": "website", "value": "https://bank.example.org"}],
          "note": {"en": "A note.", "ru": "Примечание."}
        }
      }
      """;

  @Inject AgencyFixture agencies;

  @Test
  void aPartyComesBackAsItWasSentInEveryScript() throws Exception {
    var agency = agencies.agency();
    var sent = EVERY_MEMBER.replace("@owner", person(agency, "Владелец"));
    var registered = register(agency, sent);
    registered
        .then()
        .statusCode(201)
        .header("Location", matchesPattern(".*/v1/parties/[0-9a-f-]{36}"))
        .header("ETag", matchesPattern("\"[A-Za-z0-9_-]{22}\""))
        .body("registry.reference", matchesPattern("TNP-.{4}-.{4}-."))
        .body("registry.revision", equalTo(1));
    var read = (ObjectNode) StrictJson.mapper().readTree(read(agency, id(registered)).asString());
    read.remove("registry");
    assertEquals(StrictJson.mapper().readTree(sent), read);
  }

  @Test
  void anAmendedPartyHasANewRevisionAndTag() {
    var agency = agencies.agency();
    var id = id(register(agency, company("Before")));
    var before = read(agency, id);
    amend(agency, id, before.header("ETag"), company("After"))
        .then()
        .statusCode(200)
        .header("ETag", not(equalTo(before.header("ETag"))))
        .body("registry.revision", equalTo(2))
        .body("registry.reference", equalTo(before.path("registry.reference")))
        .body("identity.names.text", contains("After"));
    read(agency, id).then().body("identity.names.text", contains("After"));
    amend(agency, id, before.header("ETag"), company("Late")).then().statusCode(412);
  }

  @Test
  void whatWasReadCanBeSentBack() {
    var agency = agencies.agency();
    var id = id(register(agency, company("Same")));
    var read = read(agency, id);
    amend(agency, id, read.header("ETag"), read.asString())
        .then()
        .statusCode(200)
        .body("identity.names.text", contains("Same"));
  }

  @Test
  void theIdentityOfAPersonIsInNoAnswerButThatOfItsReading() {
    var agency = agencies.agency();
    var registered = register(agency, named("Unseen"));
    var id = id(registered);
    var amended = amend(agency, id, "*", named("Unseen too"));
    for (var answer :
        List.of(
            registered,
            amended,
            read(agency, id),
            Api.as(agency.first()).get("/v1/parties?limit=200"))) {
      assertEquals(false, answer.asString().contains("Unseen"), answer.asString());
    }
  }

  @Test
  void theListNamesOrganisationsAndNoPersons() {
    var agency = agencies.agency();
    register(agency, company("Visible")).then().statusCode(201);
    person(agency, "Hidden");
    Api.as(agency.first())
        .get("/v1/parties")
        .then()
        .body("items.identity.names.flatten().text", contains("Visible"))
        .body("items.kind", contains("organisation", "person"));
  }

  @Test
  void whoeverAmendsWithoutTheIdentityLeavesItAsItWas() {
    var agency = agencies.agency();
    var id = person(agency, "Kept");
    var read = read(agency, id);
    amend(agency, id, read.header("ETag"), read.asString()).then().statusCode(200);
    Persons.identity(agency.first(), id).then().body("identity.names.text", contains("Kept"));
  }

  @Test
  void aPersonCanBeRegisteredWithoutAnIdentity() {
    var agency = agencies.agency();
    var id =
        id(
            register(
                agency,
                "{\"kind\":\"person\",\"consent\":{\"recording\":{\"state\":\"refused\"}}}"));
    Persons.identity(agency.first(), id)
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/party-without-identity"));
  }

  @Test
  void ofTwoAmendmentsAtOnceOneIsToldItIsStale() throws Exception {
    var agency = agencies.agency();
    var workers = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 10; round++) {
        var id = person(agency, "Before");
        var tag = read(agency, id).header("ETag");
        Callable<Integer> amendment = () -> amend(agency, id, tag, named("After")).statusCode();
        var answers = workers.invokeAll(List.of(amendment, amendment));
        assertEquals(612, answers.get(0).get() + answers.get(1).get(), "200 and 412");
        read(agency, id).then().body("registry.revision", equalTo(2));
      }
    } finally {
      workers.shutdown();
    }
  }

  @Test
  void readingAgainWithTheTagGivesNotModified() {
    var agency = agencies.agency();
    var id = person(agency, "Same");
    Api.as(agency.first())
        .header("If-None-Match", read(agency, id).header("ETag"))
        .get("/v1/parties/" + id)
        .then()
        .statusCode(304);
  }

  @Test
  void aRelationLeadsToAPartyOfOnesOwn() {
    var agency = agencies.agency();
    var foreign = person(agencies.agency(), "Foreign");
    for (var unknown : List.of(foreign, UUID.randomUUID().toString())) {
      register(agency, related(unknown))
          .then()
          .statusCode(422)
          .body("errors.code", contains("unknown-party"))
          .body("errors.pointer", contains("#/relations/0/party"));
    }
    var brother = person(agency, "Brother");
    register(agency, related(brother))
        .then()
        .statusCode(201)
        .body("relations[0].party", equalTo(brother));
  }

  @Test
  void aPartyIsNotRelatedToItself() {
    var agency = agencies.agency();
    var id = person(agency, "Self");
    amend(agency, id, "*", related(id))
        .then()
        .statusCode(422)
        .body("errors.code", contains("self-reference"));
  }

  @Test
  void anotherAgencyFindsNoPartyToReadAmendOrName() {
    var id = person(agencies.agency(), "Hidden");
    var other = agencies.agency();
    Api.as(other.first()).get("/v1/parties/" + id).then().statusCode(404);
    amend(other, id, "*", named("Mine")).then().statusCode(404);
    Api.sending(
            other.first(),
            IncidentBuilder.anEmptyDraft()
                .with(
                    d ->
                        d.withArrayProperty("targets")
                            .addObject()
                            .put("id", "t")
                            .put("role", "direct")
                            .put("party", id))
                .json())
        .post("/v1/incidents")
        .then()
        .statusCode(422)
        .body("errors.code", contains("unknown-party"));
  }

  @Test
  void partiesTakeTheirOwnPermissions() {
    var agency = agencies.agency();
    var id = person(agency, "Somebody");
    var reader = agencies.token(agency.id(), "reader", List.of(Permission.PARTY_READ));
    var analyst = agencies.token(agency.id(), "analyst", List.of(Permission.INCIDENT_READ));
    Api.as(reader).get("/v1/parties/" + id).then().statusCode(200);
    Api.sending(reader, named("New")).post("/v1/parties").then().statusCode(403);
    Api.as(analyst).get("/v1/parties/" + id).then().statusCode(403);
  }

  private static String named(String name) {
    return Persons.named(name);
  }

  private static String company(String name) {
    return named(name).replace("person", "organisation");
  }

  private static String related(String party) {
    return named("Sister")
        .replace(
            "\"identity\"",
            "\"relations\":[{\"type\":\"sibling\",\"party\":\"" + party + "\"}],\"identity\"");
  }

  private static String person(TestAgency agency, String name) {
    return id(register(agency, named(name)));
  }

  private static String id(Response registered) {
    return registered.then().statusCode(201).extract().path("registry.id");
  }

  private static Response register(TestAgency agency, String json) {
    return Api.sending(agency.first(), json).post("/v1/parties");
  }

  private static Response read(TestAgency agency, String id) {
    return Api.as(agency.first()).get("/v1/parties/" + id);
  }

  private static Response amend(TestAgency agency, String id, String tag, String json) {
    return Api.sending(agency.first(), json).header("If-Match", tag).put("/v1/parties/" + id);
  }
}
