package org.tnregistry.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tnregistry.incident.document.IncidentDocument;
import org.tnregistry.shared.json.PublishedData;
import org.tnregistry.shared.json.StoredJson;
import org.tnregistry.shared.json.StrictJson;
import org.tnregistry.shared.problem.Fault;
import org.tnregistry.shared.schema.DocumentSchema;
import org.tnregistry.taxonomy.Taxonomies;

/** Whatever JSON comes: the checks answer with faults or a document, and repeat nothing of it. */
class IncidentChecksPropertiesTest {
  /** With a blank, because a plain name of an unknown member does stand in its pointer. */
  private static final String MARKER = "Zq7 Marker";

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Taxonomies TAXONOMIES = new Taxonomies();
  private static final DocumentSchema<IncidentDocument> SCHEMA =
      DocumentSchema.of(
          IncidentDocument.class, IncidentChecks.SCHEMA_ID, "Incident 1.0", TAXONOMIES);
  private static final List<JsonNode> REFERENCE = reference();

  @Property(tries = 300)
  void anyJsonIsJudged(@ForAll("trees") JsonNode document) {
    judge(document);
  }

  @Property(tries = 600)
  void anyChangeOfAWholeDocumentIsJudged(@ForAll long seed) {
    var random = new Random(seed);
    var document = REFERENCE.get(random.nextInt(REFERENCE.size())).deepCopy();
    for (int i = 0, changes = 1 + random.nextInt(4); i < changes; i++) {
      change(document, random);
    }
    judge(document);
  }

  @Property(tries = 29)
  void theReferenceDocumentsHaveNoFault(@ForAll("references") JsonNode document) {
    assertEquals(List.of(), faults(document));
  }

  private static void judge(JsonNode document) {
    var faults = faults(document);
    for (var fault : faults) {
      assertFalse(fault.toString().contains(MARKER), fault::toString);
    }
    if (faults.isEmpty()) {
      var bound = SCHEMA.bind(document);
      IncidentFacets.of(bound, IncidentStatus.DRAFT, TAXONOMIES, TODAY);
      var entity = new IncidentEntity();
      entity.status = IncidentStatus.DRAFT;
      IncidentSummary.of(entity, "owner", bound, TODAY);
      StrictJson.parse(document.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static List<Fault> faults(JsonNode document) {
    var faults = new ArrayList<>(SCHEMA.check(document));
    faults.addAll(IncidentRules.check(document));
    IncidentRules.incompleteness(document);
    return faults;
  }

  private static void change(JsonNode document, Random random) {
    var places = new ArrayList<JsonNode>();
    collect(document, places);
    var place = places.get(random.nextInt(places.size()));
    var other = places.get(random.nextInt(places.size())).deepCopy();
    var value = random.nextInt(4) == 0 ? other : odd(random);
    if (place instanceof ObjectNode object) {
      var names = new ArrayList<String>();
      object.fieldNames().forEachRemaining(names::add);
      if (names.isEmpty() || random.nextInt(6) == 0) {
        object.set(MARKER, value);
      } else {
        var name = names.get(random.nextInt(names.size()));
        if (random.nextInt(5) == 0) {
          object.remove(name);
        } else {
          object.set(name, value);
        }
      }
    } else if (place instanceof ArrayNode array) {
      if (array.isEmpty() || random.nextInt(3) == 0) {
        array.add(value);
      } else {
        array.set(random.nextInt(array.size()), value);
      }
    }
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainerNode()) {
      containers.add(node);
      node.forEach(child -> collect(child, containers));
    }
  }

  private static JsonNode odd(Random random) {
    var json = JsonNodeFactory.instance;
    return switch (random.nextInt(14)) {
      case 0 -> json.nullNode();
      case 1 -> json.booleanNode(true);
      case 2 -> json.numberNode(random.nextInt(200) - 50);
      case 3 -> json.numberNode(new BigDecimal("1E+2"));
      case 4 -> json.numberNode(new BigDecimal("50.0"));
      case 5 -> json.numberNode(new BigDecimal("1e-70"));
      case 6 -> json.textNode(MARKER);
      case 7 -> json.textNode("");
      case 8 -> json.textNode(MARKER + "\ud800\u0000\u202e");
      case 9 -> json.textNode("2017-13-45/" + MARKER);
      case 10 -> json.textNode("/" + MARKER + "~");
      case 11 -> json.textNode("s1");
      case 12 -> json.arrayNode().add(MARKER).addNull();
      default -> json.objectNode().put(MARKER, 1).put("en", MARKER);
    };
  }

  @Provide
  Arbitrary<JsonNode> references() {
    return Arbitraries.of(REFERENCE);
  }

  @Provide
  Arbitrary<JsonNode> trees() {
    return Arbitraries.longs()
        .map(
            seed -> {
              var random = new Random(seed);
              return tree(random, 4);
            });
  }

  private static JsonNode tree(Random random, int depth) {
    int kind = depth == 0 ? 2 : random.nextInt(3);
    if (kind == 0) {
      var array = JsonNodeFactory.instance.arrayNode();
      for (int i = random.nextInt(4); i > 0; i--) {
        array.add(tree(random, depth - 1));
      }
      return array;
    }
    if (kind == 1) {
      var object = JsonNodeFactory.instance.objectNode();
      var names =
          List.of(
              "title",
              "acts",
              "targets",
              "actors",
              "actsFor",
              "actor",
              "claims",
              "pointer",
              "source",
              "sources",
              "id",
              "period",
              "handling",
              "places",
              "point",
              "latitude",
              MARKER,
              "");
      for (int i = random.nextInt(6); i > 0; i--) {
        object.set(names.get(random.nextInt(names.size())), tree(random, depth - 1));
      }
      return object;
    }
    return odd(random);
  }

  private static List<JsonNode> reference() {
    var index = PublishedData.read("/reference/index.json", JsonNode.class);
    var documents = new ArrayList<JsonNode>();
    for (var file : index.path("incidents")) {
      var text =
          PublishedData.read("/reference/incidents/" + file.asText(), JsonNode.class)
              .path("document")
              .toString()
              .replaceAll("\"@[^\"]*\"", "\"" + UUID.randomUUID() + "\"");
      documents.add(StoredJson.parse(text));
    }
    return documents;
  }
}
