package org.tnregistry.incident.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What incidents are asked for, checked: all parts must hold.
 *
 * @param facets each with the values of which one must hold
 * @param owners handles, any of which; empty for all
 */
public record IncidentFilter(
    List<FacetFilter> facets,
    @Nullable Period period,
    @Nullable Instant updatedSince,
    List<String> owners) {

  /** A facet and the values of which one must hold. */
  public record FacetFilter(String facet, List<String> values) {}

  /** The period asked for, its open bounds replaced by a distant day; within or overlapping it. */
  public record Period(LocalDate earliest, LocalDate latest, boolean within) {}
}
