package org.tnregistry.incident;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
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

  private final ObjectNode view;
  private final Sight sight;

  /** By list, the new place of each item by its old one; the items that went are absent. */
  private final Map<String, Map<Integer, Integer>> places = new HashMap<>();

  private final Map<String, Set<String>> gone = new HashMap<>();

  private Redaction(JsonNode document, Sight sight) {
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
    redaction.claims();
    redaction.markings();
    return redaction.view;
  }

  private void keep(String list, Predicate<JsonNode> isKept) {
    if (!(view.get(list) instanceof ArrayNode items)) {
      return;
    }
    var kept = new ArrayList<JsonNode>();
    var moved = new HashMap<Integer, Integer>();
    var removed = new HashSet<String>();
    for (int i = 0; i < items.size(); i++) {
      if (isKept.test(items.get(i))) {
        moved.put(i, kept.size());
        kept.add(items.get(i));
      } else {
        removed.add(items.get(i).path("id").asText());
      }
    }
    places.put(list, moved);
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

  /**
   * A claim goes with its source and with what it is about; the pointers of the others are led to
   * where their items are now. What the owner says of handling is for the owner.
   */
  private void claims() {
    if (!(view.get("claims") instanceof ArrayNode claims)) {
      return;
    }
    var kept = new ArrayList<JsonNode>();
    for (var claim : claims) {
      var pointer = moved(claim.path("pointer").asText());
      if (!isGone("sources", claim.path("source").asText())
          && !pointer.contains("/" + HANDLING)
          && !pointer.contains("/" + NARRATIVE_HANDLING)
          && Pointers.resolve(view, pointer).isPresent()) {
        ((ObjectNode) claim).put("pointer", pointer);
        kept.add(claim);
      }
    }
    if (kept.size() < claims.size()) {
      replace(view, "claims", kept);
    }
  }

  /**
   * Leads nowhere when the item is gone, or one of the list or document that is meant as a whole.
   */
  private String moved(String pointer) {
    var steps = pointer.split("/", -1);
    boolean all = steps.length == 1 && gone.values().stream().anyMatch(g -> !g.isEmpty());
    if (all || (steps.length == 2 && !gone.getOrDefault(steps[1], Set.of()).isEmpty())) {
      return "/-";
    }
    if (steps.length < 3 || !places.containsKey(steps[1]) || !steps[2].matches("[0-9]{1,6}")) {
      return pointer;
    }
    var place = places.get(steps[1]).get(Integer.parseInt(steps[2]));
    steps[2] = place == null ? "-" : String.valueOf(place);
    return String.join("/", steps);
  }

  /** A reader learns how to handle what is seen, and not who else sees it. */
  private void markings() {
    markingOnly(view, HANDLING);
    markingOnly(view, NARRATIVE_HANDLING);
    for (var list : MARKABLE_LISTS) {
      for (var item : view.path(list)) {
        markingOnly((ObjectNode) item, HANDLING);
        if (!sight.parties()) {
          ((ObjectNode) item).remove("party");
        }
      }
    }
  }

  private static void markingOnly(ObjectNode node, String member) {
    if (node.get(member) instanceof ObjectNode handling) {
      handling.retain("marking");
    }
  }
}
