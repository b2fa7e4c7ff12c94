package org.tnregistry.incident.contribution;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tnregistry.incident.SharedPlaces;
import org.tnregistry.shared.json.Pointers;

/**
 * Where a JSON Pointer leads after a record was amended: to the same thing, not to the same number
 * in a list. Pure.
 */
final class MovedPointer {
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
   * Items are recognised by their names, and those that have none by what they say.
   *
   * @param pointer RFC 6901, as whoever wrote it saw the record
   * @param items that it leads through there, as {@link SharedPlaces#items} names them
   * @return empty when the record no longer holds what the pointer led to
   */
  Optional<String> of(String pointer, List<String> items) {
    var moved = new StringBuilder();
    var left = items.iterator();
    var was = before;
    var is = now;
    for (var step : Pointers.steps(pointer)) {
      var place = step;
      if (was.isArray()) {
        var name = left.next();
        was = name.isEmpty() ? Pointers.step(was, step) : item(was, name);
        place = place(is, was, step);
      } else {
        was = Pointers.step(was, step);
      }
      is = Pointers.step(is, place);
      moved.append('/').append(place);
    }
    return Pointers.resolve(now, moved.toString()).map(found -> moved.toString());
  }

  private static JsonNode item(JsonNode list, String name) {
    for (var item : list) {
      if (SharedPlaces.name(item).equals(name)) {
        return item;
      }
    }
    throw new IllegalStateException("The owner sees whatever another one sees");
  }

  /** "-" leads nowhere. */
  private static String place(JsonNode list, JsonNode item, String first) {
    return IntStream.concat(IntStream.of(Integer.parseInt(first)), IntStream.range(0, list.size()))
        .filter(i -> list.has(i) && SharedPlaces.isSame(item, list.get(i)))
        .mapToObj(String::valueOf)
        .findFirst()
        .orElse("-");
  }
}
