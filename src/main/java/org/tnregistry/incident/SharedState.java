package org.tnregistry.incident;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tnregistry.incident.FacetTable.Row;
import org.tnregistry.incident.document.IncidentDocument;
import org.tnregistry.ledger.Visibility;
import org.tnregistry.shared.json.StoredJson;
import org.tnregistry.shared.json.StrictJson;
import org.tnregistry.taxonomy.Taxonomies;

/**
 * An incident's document as others than its owner may come to see it: the unmarked rest, and the
 * marked parts with the number of the reach of each. Pure.
 */
final class SharedState {
  private final JsonNode document;
  private final ObjectNode unmarked;

  /** By part. */
  private final Map<String, Integer> reaches;

  private SharedState(JsonNode document, Map<String, Integer> reaches) {
    this.document = document;
    this.unmarked = Redaction.view(document, Redaction.Sight.ofUnmarkedParts());
    this.reaches = reaches;
  }

  static SharedState of(String document, Map<String, Integer> reaches) {
    return new SharedState(StoredJson.parse(document), reaches);
  }

  /** What everybody sees whom the record reaches. */
  IncidentDocument unmarked() {
    return bound(unmarked);
  }

  Map<String, Integer> reaches() {
    return reaches;
  }

  boolean looksTheSameUnmarkedAs(SharedState other) {
    return unmarked.equals(other.unmarked);
  }

  /**
   * The reach of those to whom the marked parts look different from before; nobody when they look
   * the same. Empty when it takes more than one reach to say so.
   */
  Set<Integer> reachesOfDifferingParts(SharedState before) {
    var now = parts();
    var then = before.parts();
    var all = new TreeSet<>(now.keySet());
    all.addAll(then.keySet());
    var differing = new HashSet<Integer>();
    for (var part : all) {
      boolean same =
          Objects.equals(now.get(part), then.get(part))
              && Objects.equals(reaches.get(part), before.reaches.get(part));
      if (!same) {
        addKnown(reaches.get(part), differing);
        addKnown(before.reaches.get(part), differing);
      }
    }
    return differing;
  }

  private static void addKnown(@Nullable Integer reach, Set<Integer> into) {
    if (reach != null) {
      into.add(reach);
    }
  }

  private Map<String, JsonNode> parts() {
    var parts = new TreeMap<String, JsonNode>();
    for (var part : reaches.keySet()) {
      if (part.equals(IncidentAudience.NARRATIVE)) {
        parts.put(part, document.path(part));
        continue;
      }
      var list = part.substring(0, part.indexOf('/'));
      for (var item : document.path(list)) {
        if (part.equals(list + "/" + item.path("id").asText())) {
          parts.put(part, item);
        }
      }
    }
    return parts;
  }

  /**
   * The facets with whom each reaches. One that follows from unmarked parts reaches whom the record
   * reaches; one of marked parts, whom these do; when they are of several reaches, the owner alone.
   */
  Set<Row> facets(IncidentEntity incident, Taxonomies taxonomies, LocalDate today) {
    var base = IncidentFacets.of(unmarked(), incident.status, taxonomies, today);
    base.add(new IncidentFacets.Facet(IncidentFacets.REFERENCE, incident.reference));
    var reachOf = new HashMap<IncidentFacets.Facet, Integer>();
    for (int reach : Set.copyOf(reaches.values())) {
      var view =
          Redaction.view(
              document, Redaction.Sight.of(part -> Objects.equals(reaches.get(part), reach)));
      for (var facet : IncidentFacets.of(bound(view), incident.status, taxonomies, today)) {
        reachOf.merge(facet, reach, (one, other) -> Visibility.NOBODY);
      }
    }
    for (var facet : IncidentFacets.of(bound(document), incident.status, taxonomies, today)) {
      reachOf.putIfAbsent(facet, Visibility.NOBODY);
    }
    base.forEach(facet -> reachOf.put(facet, incident.reach));
    return reachOf.entrySet().stream()
        .map(f -> new Row(f.getKey().facet(), f.getKey().value(), f.getValue(), incident.bars))
        .collect(Collectors.toSet());
  }

  static IncidentDocument bound(String document) {
    return bound(StoredJson.parse(document));
  }

  private static IncidentDocument bound(JsonNode document) {
    try {
      return StrictJson.mapper().treeToValue(document, IncidentDocument.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
