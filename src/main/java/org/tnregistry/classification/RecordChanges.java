package org.tnregistry.classification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Which parts of a record differ between two states, as one reader sees both. Sources are named one
 * by one, since answers cite them. Pure.
 */
final class RecordChanges {
  /** Who sees a record and what its agency calls it says nothing of what happened. */
  private static final List<String> NO_FACTS =
      List.of("handling", "narrativeHandling", "externalIds");

  private static final String SOURCES = "sources";

  private RecordChanges() {}

  /** JSON Pointers, but that a source is named by its id: {@code /acts}, {@code /sources/s1}. */
  static List<String> between(JsonNode before, JsonNode now) {
    var then = parts(before);
    var parts = parts(now);
    var all = new TreeSet<>(then.keySet());
    all.addAll(parts.keySet());
    return all.stream().filter(p -> !Objects.equals(then.get(p), parts.get(p))).toList();
  }

  private static Map<String, JsonNode> parts(JsonNode document) {
    var parts = new LinkedHashMap<String, JsonNode>();
    for (var member : facts(document).properties()) {
      if (member.getKey().equals(SOURCES)) {
        member.getValue().forEach(s -> parts.put("/sources/" + s.path("id").asText(), s));
      } else {
        parts.put("/" + member.getKey(), member.getValue());
      }
    }
    return parts;
  }

  private static ObjectNode facts(JsonNode document) {
    ObjectNode facts = document.deepCopy();
    facts.remove(NO_FACTS);
    for (var list : facts) {
      for (var item : list) {
        if (item instanceof ObjectNode object) {
          object.remove(NO_FACTS);
        }
      }
    }
    return facts;
  }
}
