package org.tnregistry.definition;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tnregistry.definition.DefinitionBuilder.aDefinition;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tnregistry.access.AgencyFixture;
import org.tnregistry.access.AgencyFixture.TestAgency;
import org.tnregistry.access.Operator;
import org.tnregistry.access.Permission;
import org.tnregistry.contract.Api;
import org.tnregistry.contract.RawHttp;

@QuarkusTest
class AgencyDefinitionTest {
  private static final String REQUEST = "X-Request-Id: the-same-for-both";

  @Inject AgencyFixture agencies;
  @Inject Operator operator;
  @Inject EntityManager database;
  @Inject AgencyDefinitions stored;

  private TestAgency publisher;
  private TestAgency other;
  private DefinitionBuilder definition;
  private String path = "";

  @BeforeEach
  void aDefinitionOfAnAgency() {
    publisher = agencies.agency();
    other = agencies.agency("ngo", null);
    definition = aDefinition(publisher, "working");
    path = "/v1/definitions/" + definition.id();
  }

  @Test
  void anybodyReadsWhatAnAgencyPublishedAndByWhom() {
    definition
        .publishedBy(publisher.first())
        .statusCode(201)
        .header("Location", path + "/1.0")
        .body("id", equalTo(definition.id()))
        .body("version", equalTo("1.0"))
        .body("publishedBy", equalTo(publisher.handle()))
        .body("elements", contains("state-nexus"))
        .body("supersededBy", nullValue());
    for (var read : List.of(path, path + "/1.0")) {
      Api.anonymous()
          .get(read)
          .then()
          .statusCode(200)
          .header("Cache-Control", "no-store")
          .body("publishedBy", equalTo(publisher.handle()))
          .body("text.en", equalTo("Ordered by a state."))
          .body("rule.atLeast", equalTo("state-ordered"));
    }
    Api.as(other.first())
        .get("/v1/definitions")
        .then()
        .body("items.self", hasItem(path + "/1.0"))
        .body(
            "items.find { it.id == '" + definition.id() + "' }.publishedBy",
            equalTo(publisher.handle()));
  }

  @Test
  void aVersionIsSupersededAndNeverChanged() {
    definition.publishedBy(publisher.first()).statusCode(201);
    var before = Api.anonymous().get(path + "/1.0").<Map<String, Object>>path("$");
    definition
        .ruling("{'element': 'state-nexus', 'atLeast': 'state-executed'}")
        .supersedingBy(publisher.second())
        .statusCode(201)
        .header("Location", path + "/2.0")
        .body("version", equalTo("2.0"));
    Api.anonymous()
        .get(path + "/1.0")
        .then()
        .statusCode(200)
        .body("findAll { it.key != 'supersededBy' }", equalTo(before))
        .body("supersededBy", equalTo("2.0"));
    Api.anonymous().get(path).then().body("version", equalTo("2.0"));
    Api.anonymous()
        .get("/v1/definitions")
        .then()
        .body("items.self", hasItem(path + "/2.0"))
        .body("items.self", not(hasItem(path + "/1.0")));
    Api.anonymous()
        .get("/v1/definitions?versions=all")
        .then()
        .body("items.self", hasItem(path + "/1.0"))
        .body("items.self", hasItem(path + "/2.0"));
    for (var gone : List.of(path, path + "/1.0")) {
      assertEquals(405, Api.sending(publisher.first(), definition.json()).put(gone).statusCode());
      assertEquals(405, Api.as(publisher.first()).delete(gone).statusCode());
    }
  }

  @Test
  void aTakenIdIsRefusedAndAnUnknownOneHasNoVersions() {
    definition.publishedBy(publisher.first()).statusCode(201);
    definition
        .publishedBy(publisher.first())
        .statusCode(409)
        .body("type", equalTo("/problems/definition-taken"));
    aDefinition(publisher, "unknown").supersedingBy(publisher.first()).statusCode(404);
  }

  @Test
  void anAgencyHasSoManyDefinitionsAndSupersedesThemEvenThen() {
    definition.publishedBy(publisher.first()).statusCode(201);
    for (int i = 1; i < DefinitionService.MOST_DEFINITIONS; i++) {
      aDefinition(publisher, "further-" + i).publishedBy(publisher.first()).statusCode(201);
    }
    aDefinition(publisher, "one-more")
        .publishedBy(publisher.first())
        .statusCode(409)
        .body("type", equalTo("/problems/definitions-full"));
    definition
        .publishedBy(publisher.first())
        .statusCode(409)
        .body("type", equalTo("/problems/definition-taken"));
    definition
        .with(d -> d.put("citation", "Instruction 15"))
        .supersedingBy(publisher.first())
        .statusCode(201);
    aDefinition(other, "working").publishedBy(other.first()).statusCode(201);
  }

  @Test
  void aRuleThatMayNotBePublishedAnyMoreIsStillJudgedBy() {
    definition.publishedBy(publisher.first()).statusCode(201);
    var pair =
        "{'any': [{'element': 'own-national', 'is': 'met'}, {'element': 'state-nexus', 'atLeast': 'state-ordered'}]}";
    var wide = "{'all': [" + String.join(",", Collections.nCopies(6, pair)) + "]}";
    aDefinition(publisher, "wide")
        .ruling(wide)
        .publishedBy(publisher.first())
        .statusCode(422)
        .body("errors[0].detail", containsString("more than 32 ways"));
    var asked =
        asPublisherAndUndone(
            () -> {
              database
                  .createNativeQuery(
                      """
                      INSERT INTO agency_definition
                        (id, definition, version, owner, content, published_at, published_by)
                      SELECT gen_random_uuid(), definition, 2, owner,
                        jsonb_set(content, '{rule}', CAST(?1 AS jsonb)), now(), 'test'
                      FROM agency_definition WHERE definition = ?2
                      """)
                  .setParameter(1, wide.replace('\'', '"'))
                  .setParameter(2, definition.id())
                  .executeUpdate();
              return stored.profile(definition.id(), "2.0").orElseThrow().elements();
            });
    assertEquals(List.of("own-national", "state-nexus"), asked.stream().sorted().toList());
  }

  private <T> T asPublisherAndUndone(Supplier<T> work) {
    return agencies
        .context()
        .as(
            agencies.viewer(publisher, "test"),
            () -> {
              QuarkusTransaction.begin();
              try {
                return work.get();
              } finally {
                QuarkusTransaction.rollback();
              }
            });
  }

  @Test
  void versionsPublishedAtTheSameTimeFollowEachOther() {
    definition.publishedBy(publisher.first()).statusCode(201);
    var published =
        IntStream.range(0, 4)
            .mapToObj(i -> definition.with(d -> d.put("citation", "Instruction 2" + i)).json())
            .toList()
            .stream()
            .map(
                body ->
                    CompletableFuture.supplyAsync(
                        () ->
                            Api.sending(publisher.first(), body)
                                .post(path + "/versions")
                                .then()
                                .statusCode(201)
                                .extract()
                                .<String>path("version")))
            .toList();
    assertEquals(
        List.of("2.0", "3.0", "4.0", "5.0"),
        published.stream().map(CompletableFuture::join).sorted().toList());
  }

  @Test
  void aVersionThatSaysWhatTheCurrentOneSaysIsPublishedOnceHoweverManySendIt() {
    definition.publishedBy(publisher.first()).statusCode(201);
    definition
        .supersedingBy(publisher.first())
        .statusCode(409)
        .body("type", equalTo("/problems/definition-unchanged"));
    var next = definition.with(d -> d.put("citation", "Instruction 15"));
    var answers =
        IntStream.range(0, 4)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> next.supersedingBy(publisher.first()).extract().statusCode()))
            .toList();
    assertEquals(
        List.of(201, 409, 409, 409),
        answers.stream().map(CompletableFuture::join).sorted().toList());
    Api.anonymous().get(path).then().body("version", equalTo("2.0"));
    definition
        .with(d -> d.put("citation", "Instruction 14"))
        .supersedingBy(publisher.first())
        .statusCode(201);
  }

  @Test
  void aRequestThatIsSentAgainPublishesOnce() {
    for (int i = 0; i < 2; i++) {
      Api.sending(publisher.first(), definition.json())
          .header("Idempotency-Key", "once")
          .post("/v1/definitions")
          .then()
          .statusCode(201)
          .body("version", equalTo("1.0"));
    }
    definition.with(d -> d.put("citation", "Instruction 15"));
    for (int i = 0; i < 2; i++) {
      Api.sending(publisher.first(), definition.json())
          .header("Idempotency-Key", "again")
          .post(path + "/versions")
          .then()
          .statusCode(201)
          .body("version", equalTo("2.0"));
    }
  }

  @Test
  void nobodySupersedesWhatAnotherAgencyPublished() {
    definition.publishedBy(publisher.first()).statusCode(201);
    definition.supersedingBy(other.first()).statusCode(403);
    Api.sending(publisher.first(), definition.json())
        .post("/v1/definitions/common/versions")
        .then()
        .statusCode(403);
  }

  @Test
  void notEvenTheServicePublishesUnderTheNameOfAnotherAgency() {
    assertEquals(1, stored(other, aDefinition(other, "working").id()));
    var refused =
        assertThrows(PersistenceException.class, () -> stored(other, definition.id() + "-2"));
    assertTrue(String.valueOf(refused.getMessage()).contains("row-level security"));
  }

  /** Past all that the service checks, and undone. */
  private int stored(TestAgency by, String id) {
    return agencies
        .context()
        .as(
            agencies.viewer(by, "test"),
            () -> {
              QuarkusTransaction.begin();
              try {
                return database
                    .createNativeQuery(
                        """
                        INSERT INTO agency_definition
                          (id, definition, version, owner, content, published_at, published_by)
                        VALUES (gen_random_uuid(), ?1, 1, ?2, '{}', now(), 'test')
                        """)
                    .setParameter(1, id)
                    .setParameter(2, by.id())
                    .executeUpdate();
              } finally {
                QuarkusTransaction.rollback();
              }
            });
  }

  @Test
  void whoMayNotPublishIsRefused() {
    var reader = agencies.token(publisher.id(), "reader", List.of(Permission.INCIDENT_READ));
    definition.publishedBy(reader).statusCode(403);
    definition.supersedingBy(reader).statusCode(403);
    Api.anonymous()
        .contentType("application/json")
        .body(definition.json())
        .post("/v1/definitions")
        .then()
        .statusCode(401);
  }

  @Test
  void whatAQuarantinedAgencyPublishedIsUnknownToAllOthers() {
    definition.publishedBy(publisher.first()).statusCode(201);
    operator.quarantine(publisher, true);
    var absent = "/v1/definitions/" + definition.id() + "-x";
    for (var tail : List.of("", "/1.0")) {
      var hidden = RawHttp.get(other.first(), path + tail, REQUEST);
      assertEquals(404, hidden.status());
      assertEquals(RawHttp.get(other.first(), absent + tail, REQUEST).body(), hidden.body());
    }
    Api.anonymous().get(path).then().statusCode(404);
    definition.supersedingBy(other.first()).statusCode(404);
    Api.anonymous().get("/v1/definitions").then().body("items.id", not(hasItem(definition.id())));
    definition
        .with(d -> d.put("citation", "Instruction 15"))
        .supersedingBy(publisher.first())
        .statusCode(201);
    operator.quarantine(publisher, false);
    Api.anonymous().get(path).then().statusCode(200);
  }

  @Test
  void whatIsNoListOfVersionsIsRefused() {
    Api.anonymous().get("/v1/definitions?versions=old").then().statusCode(400);
  }
}
