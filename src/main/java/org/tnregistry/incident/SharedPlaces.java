package org.tnregistry.incident;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tnregistry.shared.json.Pointers;

/**
 * Places in a record that one reader points others to: one that not all of them see, or that is
 * elsewhere for some, would tell of parts that are hidden from them. Pure.
 */
public final class SharedPlaces {
  private SharedPlaces() {}

  /** What tells an item of a list from the others; the actor of a link of a chain among them. */
  private static final List<String> NAMES = List.of("id", "actor");

  /**
   * @param record as who points sees it
   * @param common what of it everybody sees who sees the record
   */
  public static boolean leadsToTheSame(String pointer, JsonNode record, JsonNode common) {
    return Pointers.resolve(common, pointer).isPresent()
        && items(record, pointer).equals(items(common, pointer));
  }

  /**
   * Which items of lists a pointer leads through, in order, each by its {@link #name}. What is
   * hidden from a reader shifts the numbers only of lists whose items have names.
   */
  public static List<String> items(JsonNode record, String pointer) {
    var items = new ArrayList<String>();
    var node = record;
    for (var step : Pointers.steps(pointer)) {
      var next = Pointers.step(node, step);
      if (node.isArray()) {
        items.add(name(next));
      }
      node = next;
    }
    return items;
  }

  /**
   * Where that stands in another view what a pointer led to. What is hidden there and what is not
   * there any more are the same.
   *
   * @param items that it led through where it was written, as {@link #items} names them
   */
  public static Optional<String> follow(String pointer, List<String> items, JsonNode view) {
    var moved = new StringBuilder();
    var left = items.iterator();
    var node = view;
    for (var step : Pointers.steps(pointer)) {
      var place = step;
      if (node.isArray()) {
        if (!left.hasNext()) {
          return Optional.empty();
        }
        var name = left.next();
        place = name.isEmpty() ? step : place(node, name);
      }
      node = Pointers.step(node, place);
      moved.append('/').append(place);
    }
    return node.isMissingNode() || left.hasNext()
        ? Optional.empty()
        : Optional.of(moved.toString());
  }

  /** "-" leads nowhere. */
  private static String place(JsonNode list, String name) {
    return IntStream.range(0, list.size())
        .filter(i -> name(list.path(i)).equals(name))
        .mapToObj(String::valueOf)
        .findFirst()
        .orElse("-");
  }

  /** Whether two items of a list are one: by name, and those without by what they say. */
  public static boolean isSame(JsonNode one, JsonNode other) {
    var name = name(one);
    return name.isEmpty() ? one.equals(other) : name.equals(name(other));
  }

  /** The local id of an item, or its text; empty for one that has neither. */
  public static String name(JsonNode item) {
    return NAMES.stream()
        .map(item::path)
        .filter(JsonNode::isTextual)
        .findFirst()
        .orElse(item)
        .asText();
  }
}
