package org.tnregistry.incident;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.tnregistry.shared.json.Pointers;

/**
 * Places in a record that one reader points others to: one that not all of them see, or that is
 * elsewhere for some, would tell of parts that are hidden from them. Pure.
 */
public final class SharedPlaces {
  private SharedPlaces() {}

  /**
   * @param record as who points sees it
   * @param common what of it everybody sees who sees the record
   */
  public static boolean leadsToTheSame(String pointer, JsonNode record, JsonNode common) {
    return Pointers.resolve(common, pointer).isPresent()
        && item(record, pointer).equals(item(common, pointer));
  }

  /** The local id of the item of a list that the pointer leads into. */
  public static Optional<String> item(JsonNode record, String pointer) {
    var steps = pointer.split("/", -1);
    return steps.length < 3
        ? Optional.empty()
        : Pointers.resolve(record, "/" + steps[1] + "/" + steps[2])
            .map(i -> i.path("id"))
            .filter(JsonNode::isTextual)
            .map(JsonNode::asText);
  }
}
