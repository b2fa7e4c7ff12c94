package org.tnregistry.incident.related;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import org.tnregistry.incident.IncidentFacets;

/**
 * What two incidents can have in common. The weights are fixed: one that grew with the rarity of a
 * value would tell how many records have it, those that the reader cannot see included.
 */
enum Kind {
  CASE_NUMBER("case-number", IncidentFacets.CASE_NUMBER, 50, true),
  TARGET("target", IncidentFacets.TARGET, 40, true),
  SOURCE("source", IncidentFacets.SOURCE_URL, 30, true),
  ACTOR("actor", IncidentFacets.ACTOR, 20, true),
  TIME("time", null, 20, false),
  ORIGIN("origin", IncidentFacets.stateRole("origin"), 15, false),
  TACTIC("tactic", IncidentFacets.TACTIC, 15, false);

  private final String code;
  private final @Nullable String facet;
  private final int percent;
  private final boolean leads;

  Kind(String code, @Nullable String facet, int percent, boolean leads) {
    this.code = code;
    this.facet = facet;
    this.percent = percent;
    this.leads = leads;
  }

  @JsonValue
  String code() {
    return code;
  }

  /** Null for what is no facet. */
  @Nullable String facet() {
    return facet;
  }

  int percent() {
    return percent;
  }

  /** Whether it is rare enough to look for incidents by; the others only add to a score. */
  boolean leads() {
    return leads;
  }
}
