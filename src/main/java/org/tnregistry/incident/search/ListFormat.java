package org.tnregistry.incident.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.tnregistry.incident.search.IncidentList.Item;
import org.tnregistry.shared.json.StrictJson;
import org.tnregistry.shared.paging.Page;

/** The representations of a page of incidents. */
enum ListFormat {
  JSON("application/json") {
    @Override
    String write(Page<Item> page, Set<String> fields) {
      var body = new StringBuilder("{\"items\":[");
      body.append(
          page.items().stream().map(i -> summary(i, fields)).collect(Collectors.joining(",")));
      body.append(']');
      if (page.next() != null) {
        body.append(",\"next\":\"").append(page.next()).append('"');
      }
      if (page.count() != null) {
        body.append(",\"count\":").append(page.count());
      }
      return body.append('}').toString();
    }
  },
  NDJSON("application/x-ndjson") {
    @Override
    String write(Page<Item> page, Set<String> fields) {
      return page.items().stream()
          .map(i -> summary(i, fields) + "\n")
          .collect(Collectors.joining());
    }
  },
  CSV("text/csv") {
    @Override
    String write(Page<Item> page, Set<String> fields) {
      var text = new StringWriter();
      // Everything is quoted, so that nothing depends on a spreadsheet's guess.
      try (var csv = CsvWriter.builder().quoteStrategy(QuoteStrategies.ALWAYS).build(text)) {
        var columns =
            COLUMNS.entrySet().stream().filter(c -> isWanted(c.getKey(), fields)).toList();
        csv.writeRecord(columns.stream().map(Map.Entry::getKey).toList());
        for (var item : page.items()) {
          var node = parsed(item);
          csv.writeRecord(columns.stream().map(c -> harmless(c.getValue().apply(node))).toList());
        }
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
      return text.toString();
    }
  },
  GEOJSON("application/geo+json") {
    @Override
    String write(Page<Item> page, Set<String> fields) {
      var collection = StrictJson.mapper().createObjectNode().put("type", "FeatureCollection");
      var features = collection.putArray("features");
      for (var item : page.items()) {
        var properties = parsed(item);
        var point = properties.remove("point");
        var feature = features.addObject().put("type", "Feature").put("id", item.id());
        if (point == null) {
          feature.putNull("geometry");
        } else {
          feature
              .putObject("geometry")
              .put("type", "Point")
              .putArray("coordinates")
              .add(point.get("longitude"))
              .add(point.get("latitude"));
          properties.put("pointPrecision", point.path("precision").asText());
        }
        feature.set("properties", sparse(properties, fields));
      }
      return collection.toString();
    }
  };

  /** What a spreadsheet takes for the beginning of a formula, full-width forms included. */
  private static final Set<Character> FORMULA =
      Set.of('=', '+', '-', '@', '\t', '\r', '\uff1d', '\uff0b', '\uff0d', '\uff20');

  private static final Map<String, Function<JsonNode, String>> COLUMNS = columns();

  private final String mediaType;

  ListFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }

  /**
   * @param fields the members asked for; empty for all. The id is always there.
   */
  abstract String write(Page<Item> page, Set<String> fields);

  /**
   * The case numbers are part of the proceedings; only a table has them in a column of their own.
   */
  private static boolean isWanted(String column, Set<String> fields) {
    return fields.isEmpty()
        || column.equals("id")
        || fields.contains(column.equals("caseNumbers") ? "proceedings" : column);
  }

  static Set<String> members() {
    return Set.of(
        "id",
        "reference",
        "owner",
        "status",
        "revision",
        "title",
        "period",
        "earliest",
        "latest",
        "ongoing",
        "verification",
        "stateRoles",
        "acts",
        "targetCategories",
        "proceedings",
        "point",
        "recordedAt",
        "updatedAt",
        "self");
  }

  private static Map<String, Function<JsonNode, String>> columns() {
    var columns = new LinkedHashMap<String, Function<JsonNode, String>>();
    for (var member : List.of("id", "reference", "owner", "status", "revision")) {
      columns.put(member, n -> n.path(member).asText());
    }
    columns.put("title", n -> title(n.path("title")));
    for (var member : List.of("period", "earliest", "latest", "ongoing", "verification")) {
      columns.put(member, n -> n.path(member).asText());
    }
    columns.put(
        "stateRoles",
        n ->
            joined(
                n.path("stateRoles"),
                r -> r.path("role").asText() + ":" + r.path("state").asText()));
    columns.put(
        "acts",
        n ->
            joined(
                n.path("acts"),
                a -> a.path("tactic").asText() + ":" + a.path("completion").asText()));
    columns.put("targetCategories", n -> joined(n.path("targetCategories"), JsonNode::asText));
    columns.put(
        "proceedings",
        n ->
            joined(
                n.path("proceedings"),
                p -> p.path("type").asText() + ":" + p.path("status").asText()));
    columns.put(
        "caseNumbers",
        n -> joined(n.path("proceedings"), p -> joined(p.path("caseNumbers"), JsonNode::asText)));
    for (var member : List.of("recordedAt", "updatedAt", "self")) {
      columns.put(member, n -> n.path(member).asText());
    }
    return columns;
  }

  /** English where there is English, else the first language given. */
  private static String title(JsonNode title) {
    return title.has("en")
        ? title.get("en").asText()
        : title.path(title.fieldNames().hasNext() ? title.fieldNames().next() : "").asText();
  }

  private static String joined(JsonNode items, Function<JsonNode, String> text) {
    return StreamSupport.stream(items.spliterator(), false)
        .map(text)
        .filter(t -> !t.isEmpty())
        .collect(Collectors.joining(";"));
  }

  private static String harmless(String cell) {
    return !cell.isEmpty() && FORMULA.contains(cell.charAt(0)) ? "'" + cell : cell;
  }

  private static String summary(Item item, Set<String> fields) {
    return fields.isEmpty() ? item.summary() : sparse(parsed(item), fields).toString();
  }

  private static ObjectNode parsed(Item item) {
    try {
      return (ObjectNode) StrictJson.mapper().readTree(item.summary());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ObjectNode sparse(ObjectNode node, Set<String> fields) {
    if (!fields.isEmpty()) {
      var keep = new ArrayList<>(fields);
      keep.add("id");
      node.retain(keep);
    }
    return node;
  }
}
