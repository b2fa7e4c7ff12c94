package org.tnregistry.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tnregistry.incident.FirewallWorld.word;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.StreamSupport;
import org.tnregistry.incident.FirewallWorld.Reader;
import org.tnregistry.shared.json.StoredJson;

/** The questions that ask for many, and whether the one is among the answer. */
final class FindingOperations {
  private FindingOperations() {}

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

  static List<Finding> all() {
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
              FindingOperations::isListed));
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
            (answer, id) -> json(answer).path("count").asInt() == 1));
    operations.addAll(proceedings());
    operations.addAll(cases());
    operations.add(statistics("origin"));
    operations.add(statistics("target-category&groupBy=year"));
    operations.add(
        new Finding(
            "changes",
            false,
            false,
            "application/json",
            (w, m) -> "/v1/changes?limit=200",
            (answer, id) -> json(answer).path("items").findValuesAsText("incident").contains(id)));
    return operations;
  }

  private static List<Finding> cases() {
    BiFunction<Response, String, Boolean> named = (answer, id) -> answer.asString().contains(id);
    return List.of(
        ofCase("case members", (w, m) -> w.caseFile() + "/members?limit=200", named),
        ofCase("case pattern", (w, m) -> w.caseFile() + "/pattern", named),
        ofCase(
            "cases of an incident",
            (w, m) -> "/v1/cases?incident=" + w.incident(m),
            (answer, id) -> !json(answer).path("items").isEmpty()));
  }

  private static Finding ofCase(
      String name,
      BiFunction<FirewallWorld, String, String> path,
      BiFunction<Response, String, Boolean> among) {
    return new Finding(name, true, false, "application/json", path, among);
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
        FindingOperations::isListed);
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
            (answer, id) -> json(answer).path("count").asInt() == 1));
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
        (answer, id) -> isListed(answer, "/incident/id", id));
  }

  private static Finding statistics(String dimensions) {
    return new Finding(
        "statistics by " + dimensions,
        false,
        false,
        "application/json",
        (w, m) -> "/v1/statistics/incidents?groupBy=" + dimensions + "&caseNumber=FW-" + word(m),
        (answer, id) -> {
          var told = json(answer);
          assertEquals(told.path("total").asInt() > 0, !told.path("cells").isEmpty());
          return told.path("total").asInt() == 1;
        });
  }

  private static boolean isListed(Response answer, String id) {
    return isListed(answer, "/id", id);
  }

  private static boolean isListed(Response answer, String pointer, String id) {
    return StreamSupport.stream(json(answer).path("items").spliterator(), false)
        .anyMatch(item -> item.at(pointer).asText().equals(id));
  }

  /**
   * REST Assured would compile a script for each path of each answer: half the time of the matrix.
   */
  private static JsonNode json(Response answer) {
    return StoredJson.parse(answer.asString());
  }
}
