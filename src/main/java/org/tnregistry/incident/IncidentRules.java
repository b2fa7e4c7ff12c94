package org.tnregistry.incident;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tnregistry.shared.json.Pointers;
import org.tnregistry.shared.place.Countries;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.schema.Lexical;

/**
 * The rules of the standard that reach across members: local ids are unique and lead somewhere,
 * proxy victims stand for somebody, actor chains end, claims point at something. Works on unbound
 * JSON and passes over what the schema refuses anyway, so that a sender hears of both at once.
 * Pure.
 */
final class IncidentRules {
  private static final List<String> LISTS_WITH_IDS =
      List.of(
          "targets", "actors", "acts", "proceedings", "sources", "claims", "responses", "findings");

  /** The longest of the lists; what is beyond, the schema refuses, and it must not cost time. */
  private static final int MAX_ITEMS = 2_000;

  /** The most actors a chain is followed over: the search is quadratic. */
  private static final int MAX_ACTORS = 500;

  private final JsonNode document;
  private final List<Fault> faults = new ArrayList<>();
  private final Map<String, Set<String>> ids = new HashMap<>();

  private IncidentRules(JsonNode document) {
    this.document = document;
  }

  static List<Fault> check(JsonNode document) {
    var rules = new IncidentRules(document);
    LISTS_WITH_IDS.forEach(rules::collectIds);
    rules.sourcesOf(document, "#", 0);
    rules.places();
    rules.acts();
    rules.targets();
    rules.actors();
    rules.proceedings();
    rules.each("findings", rules::namedProceedings);
    rules.claims();
    return rules.faults;
  }

  /** What a record must hold before it can be submitted for recording. */
  static List<Fault> incompleteness(JsonNode document) {
    var missing = new ArrayList<Fault>();
    boolean hasOrigin = false;
    for (var role : document.path("stateRoles")) {
      hasOrigin |= role.path("role").asText().equals("origin");
    }
    if (!hasOrigin) {
      missing.add(incomplete("#/stateRoles", "a state with the role origin"));
    }
    for (var list : List.of("targets", "acts", "sources")) {
      if (document.path(list).isEmpty()) {
        missing.add(incomplete("#/" + list, "at least one"));
      }
    }
    return missing;
  }

  private static Fault incomplete(String pointer, String what) {
    return new Fault(
        "incomplete", pointer, "To be submitted, an incident needs " + what + " here.");
  }

  private void collectIds(String list) {
    var seen = new HashSet<String>();
    var items = document.path(list);
    for (int i = 0; i < items.size(); i++) {
      var id = items.path(i).path("id").asText();
      if (!id.isEmpty() && !seen.add(id)) {
        add(
            "duplicate-id",
            "#/" + list + "/" + i + "/id",
            "Another item of this list has the same id.");
      }
    }
    ids.put(list, seen);
  }

  /**
   * Any part may name its sources, so the walk goes everywhere but into the free values of claims.
   */
  private void sourcesOf(JsonNode node, String pointer, int depth) {
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        sourcesOf(node.get(i), pointer + "/" + i, depth + 1);
      }
    } else {
      for (var member : node.properties()) {
        var at = Pointers.child(pointer, member.getKey());
        if (depth > 0 && member.getKey().equals("sources")) {
          references(member.getValue(), at, "sources", "unknown-source");
        } else if (!member.getKey().equals("value")) {
          sourcesOf(member.getValue(), at, depth + 1);
        }
      }
    }
  }

  private void places() {
    each("places", this::place);
    each("acts", (act, at) -> place(act.path("place"), at + "/place"));
  }

  private void place(JsonNode place, String at) {
    var country = place.path("country").asText();
    var subdivision = place.path("subdivision").asText();
    if (Countries.isKnown(country)
        && Lexical.SUBDIVISION.accepts(subdivision)
        && !Countries.isSubdivisionOf(subdivision, country)) {
      add("foreign-subdivision", at + "/subdivision", "The subdivision is one of another country.");
    }
  }

  private void acts() {
    each(
        "acts",
        (act, at) -> {
          references(act.path("targets"), at + "/targets", "targets", "unknown-target");
          references(act.path("actors"), at + "/actors", "actors", "unknown-actor");
          namedProceedings(act, at);
        });
  }

  private void namedProceedings(JsonNode part, String at) {
    references(part.path("proceedings"), at + "/proceedings", "proceedings", "unknown-proceeding");
  }

  private void proceedings() {
    each(
        "proceedings",
        (p, at) -> references(p.path("targets"), at + "/targets", "targets", "unknown-target"));
  }

  private void targets() {
    each(
        "targets",
        (target, at) -> {
          var standsFor = target.path("standsFor");
          if (target.path("role").asText().equals("proxy-victim") && standsFor.isEmpty()) {
            add(
                "stands-for-missing",
                at + "/standsFor",
                "A proxy victim needs whom it stands for.");
          }
          references(standsFor, at + "/standsFor", "targets", "unknown-target");
          for (int i = 0; i < standsFor.size(); i++) {
            if (standsFor.path(i).equals(target.path("id"))) {
              add("self-reference", at + "/standsFor/" + i, "Nobody stands for themselves.");
            }
          }
        });
  }

  private void actors() {
    var next = new HashMap<String, List<String>>();
    each(
        "actors",
        (actor, at) -> {
          var links = actor.path("actsFor");
          for (int i = 0; i < links.size(); i++) {
            var link = links.path(i).path("actor");
            reference(link, at + "/actsFor/" + i + "/actor", "actors", "unknown-actor");
            next.computeIfAbsent(actor.path("id").asText(), id -> new ArrayList<>())
                .add(link.asText());
          }
        });
    if (next.size() > MAX_ACTORS) {
      return;
    }
    each(
        "actors",
        (actor, at) -> {
          if (reaches(actor.path("id").asText(), next)) {
            add(
                "actor-cycle",
                at + "/actsFor",
                "The chain of those acted for leads back to this actor.");
          }
        });
  }

  private static boolean reaches(String start, Map<String, List<String>> next) {
    var open = new ArrayDeque<>(next.getOrDefault(start, List.of()));
    var seen = new HashSet<String>();
    while (!open.isEmpty()) {
      var id = open.pop();
      if (id.equals(start)) {
        return true;
      }
      if (seen.add(id)) {
        open.addAll(next.getOrDefault(id, List.of()));
      }
    }
    return false;
  }

  private void claims() {
    each(
        "claims",
        (claim, at) -> {
          var pointer = claim.path("pointer");
          if (pointer.isTextual() && Pointers.resolve(document, pointer.textValue()).isEmpty()) {
            add(
                "pointer-leads-nowhere",
                at + "/pointer",
                "The document has nothing at this pointer.");
          }
          if (claim.has("source")) {
            reference(claim.path("source"), at + "/source", "sources", "unknown-source");
          }
        });
  }

  private interface Item {
    void check(JsonNode item, String pointer);
  }

  private void each(String list, Item check) {
    var items = document.path(list);
    for (int i = 0; i < Math.min(items.size(), MAX_ITEMS); i++) {
      check.check(items.path(i), "#/" + list + "/" + i);
    }
  }

  private void references(JsonNode references, String at, String list, String code) {
    for (int i = 0; i < references.size(); i++) {
      reference(references.path(i), at + "/" + i, list, code);
    }
  }

  private void reference(JsonNode reference, String at, String list, String code) {
    if (reference.isTextual()
        && !ids.getOrDefault(list, Set.of()).contains(reference.textValue())) {
      add(code, at, "No item of " + list + " has this id.");
    }
  }

  private void add(String code, String pointer, String detail) {
    faults.add(new Fault(code, pointer, detail));
  }
}
