package org.tnregistry.incident.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.tnregistry.access.DemoAgencies;
import org.tnregistry.access.ReferenceLoad;
import org.tnregistry.access.ViewerContext;
import org.tnregistry.incident.ChangeStatus;
import org.tnregistry.incident.IncidentService;
import org.tnregistry.incident.search.IncidentCounts;
import org.tnregistry.incident.search.IncidentFilter;
import org.tnregistry.party.PartyService;
import org.tnregistry.shared.json.PublishedData;
import org.tnregistry.shared.json.RegistryView;
import org.tnregistry.shared.json.StoredJson;

/**
 * Loads the reference set on the first local start: each record through the same services as a
 * POST, submitted by one person of the demo organisation and recorded by a second.
 */
@ApplicationScoped
public class ReferenceIncidents {
  private static final String FOLDER = "/reference/";
  private static final IncidentFilter OWN =
      new IncidentFilter(List.of(), null, null, List.of(DemoAgencies.NGO));
  private static final ChangeStatus SUBMITTED =
      new ChangeStatus("submitted", "Hand-coded from the published sources.", null);
  private static final ChangeStatus RECORDED =
      new ChangeStatus("recorded", "Checked against the published sources.", null);

  private record Index(String parties, List<String> incidents) {}

  private record Incident(String key, JsonNode document) {}

  private final IncidentService incidents;
  private final PartyService parties;
  private final IncidentCounts counts;
  private final ReferenceLoad reference;
  private final ViewerContext context;

  ReferenceIncidents(
      IncidentService incidents,
      PartyService parties,
      IncidentCounts counts,
      ReferenceLoad reference,
      ViewerContext context) {
    this.incidents = incidents;
    this.parties = parties;
    this.counts = counts;
    this.reference = reference;
    this.context = context;
  }

  void starts(@Observes @Priority(DemoAgencies.STARTUP_PRIORITY + 1) StartupEvent event) {
    reference.atStart("incidents", this::load);
  }

  /**
   * Loads the set in one transaction: all of it or, when the demo organisation has incidents
   * already, none.
   *
   * @return how many incidents were loaded
   */
  public int load() {
    return reference.once(() -> counts.total(OWN) > 0, this::loadAll);
  }

  private int loadAll() {
    var reviewer = reference.reviewer();
    var index = PublishedData.read(FOLDER + "index.json", Index.class);
    var known = registerParties(index.parties());
    for (var file : index.incidents()) {
      var incident = PublishedData.read(FOLDER + "incidents/" + file, Incident.class);
      var id = record(resolved(incident.document(), known));
      context.as(reviewer, () -> incidents.change(id, null, RECORDED));
      known.put(incident.key(), id);
    }
    return index.incidents().size();
  }

  private UUID record(JsonNode document) {
    var answer = incidents.record(document);
    var id = idOf(answer.body());
    incidents.change(id, null, SUBMITTED);
    return id;
  }

  /** Registered without relations first, for these may lead to any of the others. */
  private Map<String, UUID> registerParties(String file) {
    var known = new HashMap<String, UUID>();
    var all = PublishedData.readList(FOLDER + file, ObjectNode.class);
    for (var party : all) {
      var document = party.deepCopy().without(List.of("key", "relations"));
      known.put(party.get("key").asText(), idOf(parties.register(document).body()));
    }
    for (var party : all) {
      if (party.has("relations")) {
        var document = resolved(party.deepCopy().without("key"), known);
        parties.replace(Objects.requireNonNull(known.get(party.get("key").asText())), document);
      }
    }
    return known;
  }

  private static UUID idOf(String body) {
    return UUID.fromString(StoredJson.parse(body).path(RegistryView.MEMBER).path("id").asText());
  }

  /** A copy in which {@code "@key"} is replaced by the id that the record was given. */
  private static JsonNode resolved(JsonNode node, Map<String, UUID> known) {
    if (node.isTextual() && node.textValue().startsWith("@")) {
      var id = known.get(node.textValue().substring(1));
      if (id == null) {
        throw new IllegalStateException("the reference set names " + node + " before it is there");
      }
      return TextNode.valueOf(id.toString());
    }
    if (node instanceof ArrayNode array) {
      var copy = array.arrayNode();
      array.forEach(item -> copy.add(resolved(item, known)));
      return copy;
    }
    if (node instanceof ObjectNode object) {
      var copy = object.objectNode();
      object.properties().forEach(m -> copy.set(m.getKey(), resolved(m.getValue(), known)));
      return copy;
    }
    return node;
  }
}
