package org.tnregistry.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.tnregistry.cases.casefile.CaseBuilder.aCaseOfItsOwnerAlone;
import static org.tnregistry.cases.casefile.CaseBuilder.member;
import static org.tnregistry.classification.AssessmentBuilder.aQualifyingAssessment;
import static org.tnregistry.incident.IncidentBuilder.anEmptyDraft;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.tnregistry.incident.FirewallWorld.Reader;

/** What reaches one incident by its id, and what the answer may and must hold. */
final class ReachingOperations {
  private ReachingOperations() {}

  private interface Request {
    Response send(FirewallWorld world, Reader reader, String id);
  }

  private interface Check {
    void check(Response answer, FirewallWorld world, Reader reader, String marking);
  }

  /** Goes to the one by its id. */
  record Reaching(
      String name,
      boolean isPublic,
      int statusForOwner,
      int statusForReader,
      int statusForMissing,
      Request request,
      Check check) {
    Response ask(FirewallWorld world, Reader reader, String id) {
      return request.send(world, reader, id);
    }

    void check(Response answer, FirewallWorld world, Reader reader, String marking) {
      check.check(answer, world, reader, marking);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Reaching> all() {
    return List.of(
        get("read", id -> "/v1/incidents/" + id, ReachingOperations::view),
        get(
            "asOf",
            id -> "/v1/incidents/" + id + "?asOf=" + Instant.now().plusSeconds(1),
            ReachingOperations::view),
        get("history", id -> "/v1/incidents/" + id + "/history", ReachingOperations::history),
        get("revision", id -> "/v1/incidents/" + id + "/history/1", ReachingOperations::revision),
        get("no such revision", id -> "/v1/incidents/" + id + "/history/99", 404),
        get("proceedings", id -> "/v1/incidents/" + id + "/proceedings", (a, w, r, m) -> {}),
        get("findings", id -> "/v1/incidents/" + id + "/findings", (a, w, r, m) -> {}),
        get(
            "related",
            id -> "/v1/incidents/" + id + "/related?limit=50",
            ReachingOperations::related),
        new Reaching(
            "conditional read",
            true,
            304,
            304,
            404,
            (w, r, id) -> w.as(r).header("If-None-Match", "*").get("/v1/incidents/" + id),
            (a, w, r, m) -> {}),
        new Reaching(
            "amend",
            false,
            412,
            403,
            404,
            (w, r, id) ->
                w.as(r)
                    .contentType(ContentType.JSON)
                    .header("If-Match", "\"other\"")
                    .body(anEmptyDraft().json())
                    .put("/v1/incidents/" + id),
            (a, w, r, m) -> {}),
        new Reaching(
            "patch",
            false,
            412,
            403,
            404,
            (w, r, id) ->
                w.as(r)
                    .contentType("application/merge-patch+json; charset=UTF-8")
                    .header("If-Match", "\"other\"")
                    .body("{}")
                    .patch("/v1/incidents/" + id),
            (a, w, r, m) -> {}),
        post("withdraw", "transitions", "{\"to\":\"submitted\",\"reason\":\"R\"}", 409),
        get("disputes", id -> "/v1/incidents/" + id + "/disputes", (a, w, r, m) -> {}),
        get("contributions", id -> "/v1/incidents/" + id + "/contributions", (a, w, r, m) -> {}),
        dispute(
            "contribute",
            (w, r, id) ->
                w.as(r)
                    .contentType(ContentType.JSON)
                    .body("{\"counterView\":{\"en\":\"No.\"},\"reason\":\"Seen.\"}")
                    .post("/v1/incidents/" + id + "/contributions")),
        dispute("dispute", (w, r, id) -> disputed(w.as(r), id)),
        dispute(
            "dispute, sent again under its key",
            (w, r, id) -> {
              var key = "\"" + UUID.randomUUID() + "\"";
              disputed(w.as(r).header("Idempotency-Key", key), id);
              return disputed(w.as(r).header("Idempotency-Key", key), id);
            }),
        get(
            "assessments",
            id -> "/v1/incidents/" + id + "/assessments",
            ReachingOperations::citing),
        get("classification", id -> "/v1/incidents/" + id + "/classification", (a, w, r, m) -> {}),
        get(
            "proposal",
            id -> "/v1/incidents/" + id + "/assessments/proposal?definition=common",
            (a, w, r, m) -> {}),
        new Reaching(
            "assess",
            false,
            201,
            201,
            404,
            (w, r, id) ->
                w.as(r)
                    .contentType(ContentType.JSON)
                    .body(aQualifyingAssessment().json())
                    .post("/v1/incidents/" + id + "/assessments"),
            (a, w, r, m) -> {}),
        new Reaching(
            "put in a case", false, 201, 201, 422, ReachingOperations::inACase, (a, w, r, m) -> {}),
        post("lift a bar", "bar-liftings", "{\"jurisdiction\":\"KZ\",\"reason\":\"R\"}", 409),
        new Reaching(
            "link",
            false,
            201,
            201,
            422,
            (w, r, id) ->
                w.as(r)
                    .contentType(ContentType.JSON)
                    .body(
                        anEmptyDraft()
                            .with(
                                d ->
                                    d.putArray("links")
                                        .addObject()
                                        .put("type", "related")
                                        .put("incident", id))
                            .json())
                    .post("/v1/incidents"),
            (a, w, r, m) -> {}));
  }

  /** Of the reader's own; nobody else opens one. */
  private static Response inACase(FirewallWorld world, Reader reader, String id) {
    var opened =
        world
            .as(reader)
            .contentType(ContentType.JSON)
            .body(aCaseOfItsOwnerAlone())
            .post("/v1/cases");
    return opened.statusCode() == 201
        ? world
            .as(reader)
            .contentType(ContentType.JSON)
            .body(member(id))
            .post(opened.header("Location") + "/members")
        : opened;
  }

  private static Reaching dispute(String name, Request request) {
    return new Reaching(name, false, 409, 201, 404, request, (a, w, r, m) -> {});
  }

  private static Response disputed(RequestSpecification request, String id) {
    return request
        .contentType(ContentType.JSON)
        .body("{\"kind\":\"other\",\"statement\":{\"en\":\"No.\"}}")
        .post("/v1/incidents/" + id + "/disputes");
  }

  private static Reaching get(String name, Function<String, String> path, Check check) {
    return new Reaching(
        name, true, 200, 200, 404, (w, r, id) -> w.as(r).get(path.apply(id)), check);
  }

  private static Reaching get(String name, Function<String, String> path, int status) {
    return new Reaching(
        name,
        true,
        status,
        status,
        404,
        (w, r, id) -> w.as(r).get(path.apply(id)),
        (a, w, r, m) -> {});
  }

  private static Reaching post(String name, String path, String body, int statusForOwner) {
    return new Reaching(
        name,
        false,
        statusForOwner,
        403,
        404,
        (w, r, id) ->
            w.as(r)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/incidents/" + id + "/" + path),
        (a, w, r, m) -> {});
  }

  /** Marked parts for those alone who may see them, and nothing that leads to them. */
  private static void view(Response answer, FirewallWorld world, Reader reader, String marking) {
    var body = answer.asString();
    assertEquals(world.seesParts(reader), body.contains("Secretnarrative"), body);
    assertEquals(world.seesParts(reader), body.contains("Secretpublisher"), body);
    assertEquals(world.seesParts(reader), body.contains("s2"), body);
    assertEquals(reader != Reader.PUBLIC, body.contains(world.party()), body);
    if (reader != Reader.OWNER) {
      // Who else sees it, and who is barred, is for the owner.
      assertFalse(body.contains("barred"), body);
      assertFalse(body.contains("audience"), body);
      assertFalse(body.contains("first-officer"), body);
      assertEquals(Integer.valueOf(1), answer.path("registry.revision"));
      assertEquals(
          answer.<String>path("registry.recordedAt"), answer.<String>path("registry.createdAt"));
      assertNotEquals("\"" + world.registry(marking).get("id") + "\"", answer.header("ETag"));
    }
  }

  /** All others of the same party, of those that the reader sees; the public reads no parties. */
  private static void related(Response answer, FirewallWorld world, Reader reader, String marking) {
    var expected =
        FirewallWorld.MARKINGS.stream()
            .filter(other -> !other.equals(marking) && reader != Reader.PUBLIC)
            .filter(other -> world.sees(reader, other))
            .map(world::incident)
            .sorted()
            .toList();
    assertEquals(
        expected, answer.<List<String>>path("items.incident.id").stream().sorted().toList());
  }

  /** The first assessment cites a source that is marked by itself. */
  private static void citing(Response answer, FirewallWorld world, Reader reader, String marking) {
    var first = answer.asString().split("\"ruling\"", 2)[0];
    assertEquals(world.seesParts(reader), first.contains("\"s2\""), first);
  }

  private static void history(Response answer, FirewallWorld world, Reader reader, String marking) {
    List<String> acts = answer.path("items.act");
    if (reader == Reader.OWNER) {
      assertEquals(List.of("created", "submitted", "recorded"), acts);
    } else {
      assertEquals(List.of("recorded"), acts);
      assertEquals(
          List.of(world.registry(marking).get("owner").asText()), answer.path("items.actor"));
    }
  }

  private static void revision(
      Response answer, FirewallWorld world, Reader reader, String marking) {
    if (reader == Reader.OWNER) {
      assertEquals("draft", answer.path("registry.status"));
    } else {
      view(answer, world, reader, marking);
    }
  }
}
