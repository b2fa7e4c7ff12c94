package org.tnregistry.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.tnregistry.classification.AssessmentBuilder.aQualifyingAssessment;
import static org.tnregistry.incident.FirewallWorld.word;
import static org.tnregistry.incident.IncidentBuilder.anEmptyDraft;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.tnregistry.incident.FirewallWorld.Reader;

/** What can be asked of an incident, and what the answer may and must hold. */
final class FirewallOperations {
  private FirewallOperations() {}

  /** Asks for many and looks whether the one is among them. */
  record Finding(
      String name,
      boolean isPublic,
      boolean needsParties,
      String accept,
      BiFunction<FirewallWorld, String, String> path,
      BiFunction<Response, String, Boolean> among) {
    Response ask(FirewallWorld world, Reader reader, String marking) {
      return world.as(reader).accept(accept).get(path.apply(world, marking));
    }

    boolean holds(Response answer, FirewallWorld world, String marking) {
      return among.apply(answer, world.incident(marking));
    }

    /** The public reads no parties, and so may not ask by one. */
    boolean isForbiddenTo(Reader reader) {
      return needsParties && reader == Reader.PUBLIC;
    }

    @Override
    public String toString() {
      return name;
    }
  }

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

  static List<Finding> finding() {
    var operations = new ArrayList<Finding>();
    for (var filter :
        List.of(
            "state=KZ",
            "origin=KZ",
            "requesting=UA",
            "host=BE",
            "placeOfAct=BE",
            "transit=AT",
            "coOperating=RU",
            "tactic=spyware",
            "tactic=digital",
            "completion=completed",
            "tactic=spyware&completion=completed",
            "targetCategory=lawyer",
            "protectionStatus=refugee",
            "actorKind=bank",
            "proceedingType=mutual-legal-assistance-request",
            "proceedingStatus=open",
            "sourceType=ngo-report",
            "sourcePublisher=Open publisher",
            "period=2019",
            "period=2019&periodMatch=within",
            "ongoing=false",
            "verification=credible",
            "status=recorded",
            "updatedSince=2020-01-01T00:00:00Z",
            "q=firewall",
            "sort=occurrence",
            "sort=-occurrence",
            "sort=recorded",
            "sort=-recorded",
            "sort=updated",
            "limit=200")) {
      operations.add(search(filter, (w, m) -> filter));
    }
    operations.add(
        search("reference", (w, m) -> "reference=" + w.registry(m).get("reference").asText()));
    operations.add(search("externalId", (w, m) -> "externalId=file-" + word(m)));
    operations.add(search("caseNumber", (w, m) -> "caseNumber=FW-" + word(m)));
    operations.add(search("sourceUrl", (w, m) -> "sourceUrl=https://example.org/" + word(m)));
    operations.add(search("owner", (w, m) -> "owner=" + w.registry(m).get("owner").asText()));
    for (var role : List.of("target", "actor")) {
      operations.add(
          new Finding(
              role,
              true,
              true,
              "application/json",
              (w, m) -> "/v1/incidents?limit=200&" + role + "=" + w.party(),
              FirewallOperations::isListed));
    }
    for (var format : List.of("text/csv", "application/x-ndjson", "application/geo+json")) {
      operations.add(
          new Finding(
              format,
              true,
              false,
              format,
              (w, m) -> "/v1/incidents?limit=200",
              (answer, id) -> answer.asString().contains(id)));
    }
    operations.add(
        new Finding(
            "count",
            true,
            false,
            "application/json",
            (w, m) -> "/v1/incidents?count=exact&caseNumber=FW-" + word(m),
            (answer, id) -> answer.<Integer>path("count") == 1));
    operations.addAll(proceedings());
    operations.add(statistics("origin"));
    operations.add(statistics("target-category&groupBy=year"));
    operations.add(
        new Finding(
            "changes",
            false,
            false,
            "application/json",
            (w, m) -> "/v1/changes?limit=200",
            (answer, id) -> answer.<List<String>>path("items.incident").contains(id)));
    return operations;
  }

  private static Finding search(String name, BiFunction<FirewallWorld, String, String> query) {
    return new Finding(
        name,
        true,
        false,
        "application/json",
        (w, m) -> {
          var asked = query.apply(w, m);
          return "/v1/incidents?" + asked + (asked.startsWith("limit") ? "" : "&limit=200");
        },
        FirewallOperations::isListed);
  }

  private static List<Finding> proceedings() {
    var operations = new ArrayList<Finding>();
    for (var filter :
        List.of(
            "sort=openSince",
            "sort=-openSince",
            "sort=nextHearing",
            "type=mutual-legal-assistance-request",
            "requestingState=UA",
            "requestedState=BE",
            "requestedState=BE&type=mutual-legal-assistance-request&status=open",
            "status=open",
            "openForDays=1000",
            "hearingFrom=2998-12-31&hearingTo=2999-01-02")) {
      operations.add(proceedings(filter, false, (w, m) -> filter));
    }
    operations.add(proceedings("case number", false, (w, m) -> "caseNumber=fw " + word(m)));
    operations.add(
        proceedings("owner", false, (w, m) -> "owner=" + w.registry(m).get("owner").asText()));
    operations.add(proceedings("target", true, (w, m) -> "target=" + w.party()));
    operations.add(
        new Finding(
            "count of proceedings",
            true,
            false,
            "application/json",
            (w, m) -> "/v1/proceedings?count=exact&caseNumber=FW-" + word(m),
            (answer, id) -> answer.<Integer>path("count") == 1));
    return operations;
  }

  private static Finding proceedings(
      String name, boolean needsParties, BiFunction<FirewallWorld, String, String> query) {
    return new Finding(
        "proceedings by " + name,
        true,
        needsParties,
        "application/json",
        (w, m) -> "/v1/proceedings?limit=200&" + query.apply(w, m),
        (answer, id) -> answer.<List<String>>path("items.incident.id").contains(id));
  }

  private static Finding statistics(String dimensions) {
    return new Finding(
        "statistics by " + dimensions,
        false,
        false,
        "application/json",
        (w, m) -> "/v1/statistics/incidents?groupBy=" + dimensions + "&caseNumber=FW-" + word(m),
        (answer, id) -> {
          assertEquals(answer.<Integer>path("total") > 0, !answer.<List<?>>path("cells").isEmpty());
          return answer.<Integer>path("total") == 1;
        });
  }

  private static boolean isListed(Response answer, String id) {
    return answer.<List<String>>path("items.id").contains(id);
  }

  static List<Reaching> reaching() {
    return List.of(
        get("read", id -> "/v1/incidents/" + id, FirewallOperations::view),
        get(
            "asOf",
            id -> "/v1/incidents/" + id + "?asOf=" + Instant.now().plusSeconds(1),
            FirewallOperations::view),
        get("history", id -> "/v1/incidents/" + id + "/history", FirewallOperations::history),
        get("revision", id -> "/v1/incidents/" + id + "/history/1", FirewallOperations::revision),
        get("no such revision", id -> "/v1/incidents/" + id + "/history/99", 404),
        get("proceedings", id -> "/v1/incidents/" + id + "/proceedings", (a, w, r, m) -> {}),
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
        new Reaching(
            "dispute",
            false,
            409,
            201,
            404,
            (w, r, id) ->
                w.as(r)
                    .contentType(ContentType.JSON)
                    .body("{\"kind\":\"other\",\"statement\":{\"en\":\"No.\"}}")
                    .post("/v1/incidents/" + id + "/disputes"),
            (a, w, r, m) -> {}),
        get(
            "assessments",
            id -> "/v1/incidents/" + id + "/assessments",
            FirewallOperations::citing),
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
            FirewallOperations::citing),
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

  /** The first assessment cites a source that is marked by itself. */
  private static void citing(Response answer, FirewallWorld world, Reader reader, String marking) {
    var first =
        answer.<Object>path("items") == null ? "" : answer.asString().split("\"ruling\"", 2)[0];
    assertEquals(!first.isEmpty() && world.seesParts(reader), first.contains("\"s2\""), first);
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
