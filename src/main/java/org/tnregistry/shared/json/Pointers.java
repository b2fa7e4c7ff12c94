package org.tnregistry.shared.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** RFC 6901 JSON Pointers, written in URI fragment form ({@code #/acts/0}) in faults. */
public final class Pointers {
  /** Member names come from the sender: beyond this they are cut, so that answers stay small. */
  private static final int MAX_ECHO = 40;

  private Pointers() {}

  /**
   * The pointer of a member, its name escaped and, when it is no plain identifier, replaced by '*'.
   */
  public static String child(String pointer, String member) {
    return pointer + "/" + plain(member);
  }

  /** A name that a sender gave, when it is a short word; else '*'. */
  public static String plain(String name) {
    return name.length() <= MAX_ECHO && name.matches("[A-Za-z0-9-]+") ? name : "*";
  }

  /**
   * What the pointer ({@code /acts/0/period}, RFC 6901, section 5) leads to; empty when nowhere.
   */
  public static Optional<JsonNode> resolve(JsonNode document, String pointer) {
    try {
      var found = document.at(JsonPointer.compile(pointer));
      return found.isMissingNode() ? Optional.empty() : Optional.of(found);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The reference tokens of a pointer, escaped as they are in it. */
  public static List<String> steps(String pointer) {
    var steps = List.of(pointer.split("/", -1));
    return steps.subList(1, steps.size());
  }

  /** What one reference token leads to; a missing node when to nothing. */
  public static JsonNode step(JsonNode node, String step) {
    return node.at(JsonPointer.compile("/" + step));
  }
}
