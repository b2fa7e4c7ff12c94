package org.tnregistry.incident;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.tnregistry.access.Handlings;
import org.tnregistry.shared.json.Pointers;

/**
 * The view of an incident document for a reader who is not its owner. What the reader may not see
 * leaves no trace: parts that are marked by themselves go unless they are named as visible, and
 * with them every reference to them and every claim about them. Pure.
 */
final class Redaction {
  static final List<String> MARKABLE_LISTS =
      List.of(
          "sources", "actors", "targets", "acts", "proceedings", "claims", "responses", "findings");

  /** Which members of the items of a list refer to items of another list. */
  private static final Map<String, Map<String, String>> REFERENCES =
      Map.of(
          "acts", Map.of("targets", "targets", "actors", "actors", "proceedings", "proceedings"),
          "targets", Map.of("standsFor", "targets"),
          "proceedings", Map.of("targets", "targets"),
          "findings", Map.of("proceedings", "proceedings"));

  private static final String HANDLING = "handling";
  private static final String NARRATIVE_HANDLING = "narrativeHandling";

  /**
   * What a reader may see of a document beside its unmarked parts.
   *
   * @param parts such as {@code sources/s1}
   * @param links ids of incidents the reader can see
   * @param parties whether the reader may see which party a target or actor is
   */
  record Sight(Predicate<String> parts, Predicate<String> links, boolean parties) {
    /** What everybody sees whom the record reaches. */
    static Sight ofUnmarkedParts() {
      return new Sight(part -> false, link -> true, true);
    }

    /** What nobody lacks whom the record reaches. */
    static Sight ofEverybody() {
      return new Sight(part -> false, link -> false, false);
    }

    static Sight of(Predicate<String> parts) {
      return new Sight(parts, link -> true, true);
    }
  }

  private final JsonNode document;
  private final ObjectNode view;
  private final Sight sight;
  private final Map<String, Set<String>> gone = new HashMap<>();

  private Redaction(JsonNode document, Sight sight) {
    this.document = document;
    this.view = document.deepCopy();
    this.sight = sight;
  }

  static ObjectNode view(JsonNode document, Sight sight) {
    var redaction = new Redaction(document, sight);
    MARKABLE_LISTS.forEach(
        list ->
            redaction.keep(
                list,
                item ->
                    !item.has(HANDLING)
                        || sight.parts().test(list + "/" + item.path("id").asText())));
    redaction.keep("links", link -> sight.links().test(link.path("incident").asText()));
    redaction.narrative();
    redaction.references();
    redaction.sources(redaction.view, 0);
    redaction.parties();
    redaction.claims();
    redaction.markings();
    return redaction.view;
  }

  private void keep(String list, Predicate<JsonNode> isKept) {
    if (!(view.get(list) instanceof ArrayNode items)) {
      return;
    }
    var kept = new ArrayList<JsonNode>();
    var removed = new HashSet<String>();
    for (var item : items) {
      if (isKept.test(item)) {
        kept.add(item);
      } else {
        removed.add(item.path("id").asText());
      }
    }
    gone.put(list, removed);
    replace(view, list, kept);
  }

  private static void replace(ObjectNode parent, String member, List<JsonNode> items) {
    if (items.isEmpty()) {
      parent.remove(member);
    } else {
      parent.putArray(member).addAll(items);
    }
  }

  private void narrative() {
    if (view.has(NARRATIVE_HANDLING) && !sight.parts().test(IncidentAudience.NARRATIVE)) {
      view.remove(List.of(IncidentAudience.NARRATIVE, NARRATIVE_HANDLING));
    }
  }

  private void references() {
    REFERENCES.forEach(
        (list, members) ->
            view.path(list)
                .forEach(
                    item ->
                        members.forEach(
                            (member, other) -> withoutGone((ObjectNode) item, member, other))));
    for (var actor : view.path("actors")) {
      if (actor.get("actsFor") instanceof ArrayNode links) {
        var kept = new ArrayList<JsonNode>();
        links.forEach(
            link -> {
              if (!isGone("actors", link.path("actor").asText())) {
                kept.add(link);
              }
            });
        replace((ObjectNode) actor, "actsFor", kept);
      }
    }
  }

  /** Any part may name its sources. */
  private void sources(JsonNode node, int depth) {
    if (node instanceof ObjectNode object && depth > 0) {
      withoutGone(object, "sources", "sources");
    }
    for (var child : node) {
      sources(child, depth + 1);
    }
  }

  private void withoutGone(ObjectNode item, String member, String list) {
    if (item.get(member) instanceof ArrayNode ids) {
      var kept = new ArrayList<JsonNode>();
      ids.forEach(
          id -> {
            if (!isGone(list, id.asText())) {
              kept.add(id);
            }
          });
      if (kept.size() < ids.size()) {
        replace(item, member, kept);
      }
    }
  }

  private boolean isGone(String list, String id) {
    return gone.getOrDefault(list, Set.of()).contains(id);
  }

  private void parties() {
    if (!sight.parties()) {
      for (var list : MARKABLE_LISTS) {
        view.path(list).forEach(item -> ((ObjectNode) item).remove("party"));
      }
    }
  }

  /**
   * A claim goes with its source, and when the reader does not see all that it is about: what it
   * says of that would tell of the rest. The pointers of the others are led to where that is now.
   */
  private void claims() {
    if (!(view.get("claims") instanceof ArrayNode claims)) {
      return;
    }
    var kept = new ArrayList<Moved>();
    for (var claim : claims) {
      if (!isGone("sources", claim.path("source").asText())) {
        moved(claim.path("pointer").asText()).ifPresent(p -> kept.add(new Moved(claim, p)));
      }
    }
    if (kept.size() < claims.size()) {
      kept.removeIf(moved -> moved.pointer().startsWith("/claims"));
      replace(view, "claims", kept.stream().map(Moved::claim).toList());
    }
    kept.forEach(moved -> ((ObjectNode) moved.claim()).put("pointer", moved.pointer()));
  }

  private record Moved(JsonNode claim, String pointer) {}

  /** Where that is in the view which a pointer into the document leads to; empty when it went. */
  private Optional<String> moved(String pointer) {
    if (pointer.contains("/" + HANDLING) || pointer.contains("/" + NARRATIVE_HANDLING)) {
      return Optional.empty();
    }
    var steps = pointer.split("/", -1);
    var was = document;
    JsonNode is = view;
    for (int i = 1; i < steps.length; i++) {
      var next = Pointers.step(was, steps[i]);
      if (was.isArray()) {
        steps[i] = place(next, steps[i], was.size(), is);
      }
      is = Pointers.step(is, steps[i]);
      was = next;
    }
    return was.equals(is) && !is.isMissingNode()
        ? Optional.of(String.join("/", steps))
        : Optional.empty();
  }

  /** Nothing is ever added: of a list that is as long as before, nothing went. */
  private static String place(JsonNode item, String place, int before, JsonNode list) {
    if (list.size() == before) {
      return place;
    }
    for (int i = 0; i < list.size(); i++) {
      if (SharedPlaces.isSame(item, list.get(i))) {
        return String.valueOf(i);
      }
    }
    return "-";
  }

  /** A reader learns how to handle what is seen, and not who else sees it. */
  private void markings() {
    Handlings.leaveMarkingOnly(view, HANDLING);
    Handlings.leaveMarkingOnly(view, NARRATIVE_HANDLING);
    for (var list : MARKABLE_LISTS) {
      for (var item : view.path(list)) {
        Handlings.leaveMarkingOnly(item, HANDLING);
      }
    }
  }
}
