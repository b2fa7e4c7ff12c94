package org.tnregistry.incident.related;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tnregistry.incident.IncidentFacets;
import org.tnregistry.incident.IncidentFacets.Facet;
import org.tnregistry.shared.date.Edtf;

/**
 * What an incident is compared by, as one reader sees it. Pure.
 *
 * @param places where each facet stands, as local ids such as {@code sources/s1}; none for what has
 *     no local id
 * @param earliest null when open or unknown
 * @param latest null when open or unknown
 */
record Traits(
    Map<Facet, Set<String>> places, @Nullable LocalDate earliest, @Nullable LocalDate latest) {

  static Traits of(Set<Facet> facets, @Nullable LocalDate earliest, @Nullable LocalDate latest) {
    var places = new LinkedHashMap<Facet, Set<String>>();
    facets.forEach(facet -> places.put(facet, Set.of()));
    return new Traits(places, earliest, latest);
  }

  /**
   * @param document as the reader sees it
   * @param parties whether the reader may know which party a target or actor is: an owner without
   *     that permission has the ids in its own record, and must not learn who else has
   */
  static Traits of(JsonNode document, boolean parties) {
    var places = new LinkedHashMap<Facet, Set<String>>();
    for (var proceeding : document.path("proceedings")) {
      for (var number : proceeding.path("caseNumbers")) {
        var folded = IncidentFacets.caseNumber(number.path("number").asText());
        add(places, IncidentFacets.CASE_NUMBER, folded, "proceedings", proceeding);
      }
    }
    if (parties) {
      each(places, document, "targets", "party", IncidentFacets.TARGET, UnaryOperator.identity());
      each(places, document, "actors", "party", IncidentFacets.ACTOR, UnaryOperator.identity());
    }
    each(places, document, "sources", "url", IncidentFacets.SOURCE_URL, IncidentFacets::folded);
    each(places, document, "acts", "tactic", IncidentFacets.TACTIC, UnaryOperator.identity());
    for (var role : document.path("stateRoles")) {
      if (role.path("role").asText().equals("origin")) {
        places.put(
            new Facet(IncidentFacets.stateRole("origin"), role.path("state").asText()), Set.of());
      }
    }
    var period = document.path("period").asText();
    var edtf = period.isEmpty() ? null : Edtf.parse(period);
    return new Traits(
        places, edtf == null ? null : edtf.earliest(), edtf == null ? null : edtf.latest());
  }

  private static void each(
      Map<Facet, Set<String>> places,
      JsonNode document,
      String list,
      String member,
      String facet,
      UnaryOperator<String> fold) {
    for (var item : document.path(list)) {
      add(places, facet, fold.apply(item.path(member).asText()), list, item);
    }
  }

  private static void add(
      Map<Facet, Set<String>> places, String facet, String value, String list, JsonNode item) {
    if (!value.isEmpty()) {
      places
          .computeIfAbsent(new Facet(facet, value), f -> new LinkedHashSet<>())
          .add(list + "/" + item.path("id").asText());
    }
  }

  /** Those of one kind, in the order of the document. */
  List<Facet> facets(Kind kind) {
    return places.keySet().stream().filter(f -> f.facet().equals(kind.facet())).toList();
  }
}
