package org.tnregistry.incident.contribution;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tnregistry.shared.json.Pointers;

/**
 * Where a JSON Pointer leads after a record was amended: to the same thing, not to the same number
 * in a list. Pure.
 */
final class MovedPointer {
  /** What tells an item of a list from the others; the actor of a link of a chain among them. */
  private static final List<String> NAMES = List.of("id", "actor");

  private final JsonNode before;
  private final JsonNode now;

  /**
   * @param before the record that its owner saw when the pointer was written
   * @param now the record that its owner sees
   */
  MovedPointer(JsonNode before, JsonNode now) {
    this.before = before;
    this.now = now;
  }

  /**
   * Which items of lists a pointer leads through, in order: by local id or by their text; empty
   * text for one that has neither. What is hidden from a reader shifts the numbers only of lists
   * whose items have them.
   *
   * @param record as whoever wrote the pointer sees it; it leads somewhere there
   */
  static List<String> anchors(JsonNode record, String pointer) {
    var anchors = new ArrayList<String>();
    var node = record;
    for (var step : steps(pointer)) {
      var next = step(node, step);
      if (node.isArray()) {
        anchors.add(anchor(next));
      }
      node = next;
    }
    return anchors;
  }

  /**
   * Items are recognised by their anchors, and those that have none by what they say.
   *
   * @param pointer RFC 6901, as whoever wrote it saw the record
   * @param anchors of the pointer there
   * @return empty when the record no longer holds what the pointer led to
   */
  Optional<String> of(String pointer, List<String> anchors) {
    var moved = new StringBuilder();
    var left = anchors.iterator();
    var was = before;
    var is = now;
    for (var step : steps(pointer)) {
      var place = step;
      if (was.isArray()) {
        var anchor = left.next();
        was = anchor.isEmpty() ? step(was, step) : item(was, anchor);
        place = place(is, was, step);
      } else {
        was = step(was, step);
      }
      is = step(is, place);
      moved.append('/').append(place);
    }
    return Pointers.resolve(now, moved.toString()).map(found -> moved.toString());
  }

  private static List<String> steps(String pointer) {
    var steps = List.of(pointer.split("/", -1));
    return steps.subList(1, steps.size());
  }

  private static JsonNode step(JsonNode node, String step) {
    return node.at(JsonPointer.compile("/" + step));
  }

  private static String anchor(JsonNode item) {
    return NAMES.stream()
        .map(item::path)
        .filter(JsonNode::isTextual)
        .findFirst()
        .orElse(item)
        .asText();
  }

  private static JsonNode item(JsonNode list, String anchor) {
    for (var item : list) {
      if (anchor(item).equals(anchor)) {
        return item;
      }
    }
    throw new IllegalStateException("The owner sees whatever another one sees");
  }

  /** "-" leads nowhere. */
  private static String place(JsonNode list, JsonNode item, String first) {
    var anchor = anchor(item);
    return IntStream.concat(IntStream.of(Integer.parseInt(first)), IntStream.range(0, list.size()))
        .filter(i -> list.has(i))
        .filter(
            i -> anchor.isEmpty() ? list.get(i).equals(item) : anchor(list.get(i)).equals(anchor))
        .mapToObj(String::valueOf)
        .findFirst()
        .orElse("-");
  }
}
