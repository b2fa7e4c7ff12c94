package org.tnregistry.statistics;

import static org.tnregistry.incident.IncidentFacets.stateRole;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tnregistry.incident.IncidentFacets;

/** What incidents can be counted by. */
enum Dimension {
  ORIGIN("origin", stateRole("origin")),
  REQUESTING("requesting", stateRole("requesting")),
  HOST("host", stateRole("host")),
  PLACE_OF_ACT("place-of-act", stateRole("place-of-act")),
  TRANSIT("transit", stateRole("transit")),
  CO_OPERATING("co-operating", stateRole("co-operating")),
  TACTIC_FAMILY("tactic-family", IncidentFacets.TACTIC_FAMILY),
  TARGET_CATEGORY("target-category", IncidentFacets.TARGET_CATEGORY),
  /** The year in which the incident can first have begun; an undecided year counts as unknown. */
  YEAR("year", IncidentFacets.YEAR);

  private final String code;
  private final String facet;

  Dimension(String code, String facet) {
    this.code = code;
    this.facet = facet;
  }

  static Optional<Dimension> of(String code) {
    return Arrays.stream(values()).filter(d -> d.code.equals(code)).findFirst();
  }

  /** Of all, for a sentence. */
  static String codes() {
    return Arrays.stream(values()).map(Dimension::code).collect(Collectors.joining(", "));
  }

  String code() {
    return code;
  }

  String facet() {
    return facet;
  }
}
