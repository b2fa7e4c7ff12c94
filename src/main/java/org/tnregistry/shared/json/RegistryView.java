package org.tnregistry.shared.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.tnregistry.shared.problem.Fault;

/**
 * The JSON of a record as it is read: the document as it was sent, with one more member {@code
 * registry} for what the registry adds. The stored document goes out unparsed.
 */
public final class RegistryView {
  public static final String MEMBER = "registry";

  private RegistryView() {}

  /** The fault itself, or what it means when the member at fault is the registry's. */
  public static Fault ownedByTheRegistry(Fault fault) {
    return fault.pointer().equals("#/" + MEMBER) && fault.code().equals("unknown-member")
        ? new Fault(
            "server-owned-member",
            fault.pointer(),
            "Only the registry sets this member; leave it out or send it back unchanged.")
        : fault;
  }

  /**
   * What was read can be sent back: without the registry's member when it is as it was read.
   *
   * @param registry the member as it is now
   */
  public static JsonNode withoutUnchanged(JsonNode document, JsonNode registry) {
    return document instanceof ObjectNode object && object.path(MEMBER).equals(registry)
        ? object.deepCopy().without(MEMBER)
        : document;
  }

  /**
   * @param document a JSON object without a member of this name
   */
  public static String of(Object registry, String document) {
    var body = document.stripLeading().substring(1);
    var rest = body.stripLeading().startsWith("}") ? body : "," + body;
    return "{\"" + MEMBER + "\":" + StoredJson.write(registry) + rest;
  }
}
