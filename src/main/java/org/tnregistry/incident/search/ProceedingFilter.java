package org.tnregistry.incident.search;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What proceedings are asked for, checked: all parts must hold, of each any value; no value asks
 * nothing.
 *
 * @param types codes of the taxonomy proceeding-type
 * @param statuses codes of the taxonomy proceeding-status
 * @param caseNumbers folded
 * @param targets party ids; the viewer must be one who may ask by party
 * @param owners handles
 * @param openForDays open today, for this many days at least
 */
public record ProceedingFilter(
    List<String> types,
    List<String> requestingStates,
    List<String> requestedStates,
    List<String> statuses,
    List<String> caseNumbers,
    List<String> targets,
    List<String> owners,
    @Nullable Integer openForDays,
    @Nullable Hearing hearing) {

  /** The days between which the next hearing lies. */
  public record Hearing(LocalDate from, LocalDate to) {}
}
