package org.tnregistry.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The committed openapi/openapi.yaml, to be asked. Its schemas are closed here: a member that the
 * contract does not name is a fault, so that the contract cannot lag behind.
 */
final class Contract {
  static final Path FILE = Path.of("openapi", "openapi.yaml");

  private static final String COMPONENTS = "#/components/schemas/";
  private static final String DEFINITIONS = "#/$defs/";
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private final JsonNode document;
  private final ObjectNode definitions;

  private Contract(JsonNode document) {
    this.document = document;
    this.definitions = closed(document.at("/components/schemas"));
  }

  static Contract committed() {
    try {
      return new Contract(new YAMLMapper().readTree(Files.readString(FILE)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode document() {
    return document;
  }

  /** The most literal template that fits wins, as in routing. */
  Optional<JsonNode> operation(String method, String path) {
    return document.path("paths").properties().stream()
        .filter(p -> p.getValue().has(method.toLowerCase(Locale.ROOT)))
        .filter(p -> pattern(p.getKey()).matcher(path).matches())
        .min(Comparator.comparing(p -> p.getKey().chars().filter(c -> c == '{').count()))
        .map(p -> p.getValue().get(method.toLowerCase(Locale.ROOT)));
  }

  private static Pattern pattern(String template) {
    return Pattern.compile(
        Pattern.quote(template)
            // The rest of a path.
            .replace("{tile}", "\\E.+\\Q")
            .replaceAll("\\{[^}]+}", "\\\\E[^/]+\\\\Q"));
  }

  /** What a reference points to, or the node itself. */
  JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
  }

  JsonNode component(String name) {
    return document.at("/components/schemas/" + name);
  }

  /** What is wrong with a JSON text; empty when it validates. */
  List<String> faults(JsonNode schema, String json) {
    var root = (ObjectNode) withDefinitions(schema);
    root.set("$defs", definitions);
    return SCHEMAS
        .getSchema(root)
        .validate(
            json, InputFormat.JSON, c -> c.executionConfig(e -> e.formatAssertionsEnabled(true)))
        .stream()
        .map(Object::toString)
        .toList();
  }

  private static ObjectNode closed(JsonNode components) {
    var parts = new HashSet<String>();
    for (var component : components) {
      component
          .path("allOf")
          .forEach(part -> parts.add(part.path("$ref").asText().substring(COMPONENTS.length())));
    }
    var closed = (ObjectNode) withDefinitions(components);
    closed
        .properties()
        .forEach(
            component -> {
              if (!parts.contains(component.getKey())) {
                close((ObjectNode) component.getValue());
              }
            });
    return closed;
  }

  /** Free maps stay free. */
  private static void close(ObjectNode schema) {
    if (schema.has("properties") || schema.has("allOf")) {
      schema.put("unevaluatedProperties", false);
    }
  }

  private static JsonNode withDefinitions(JsonNode schema) {
    try {
      return new ObjectMapper().readTree(schema.toString().replace(COMPONENTS, DEFINITIONS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
